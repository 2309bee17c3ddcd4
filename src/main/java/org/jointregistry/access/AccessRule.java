package org.jointregistry.access;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.PropertyContainer;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * The rules of the access policy. The first three are named by {@code @access} in the
 * schema; the others stand for every edge and every figure.
 */
public enum AccessRule {

	/**
	 * A record is seen by those who hold one of the tokens that it is released to
	 * (sentences 1 to 9), and by registrar and auditor (sentence 10).
	 */
	RECORD {
		@Override
		public Visibility visibilityOf(PropertyContainer record, ViewerKind viewer) {
			return viewer.seesEveryRecord() ? new Visibility.Always()
					: new Visibility.Where(holdsOneOf(record.property("releasedTo")));
		}
	},

	/**
	 * What the registry's own work leaves behind is seen by registrar and auditor
	 * (sentence 10).
	 */
	OFFICE {
		@Override
		public Visibility visibilityOf(PropertyContainer record, ViewerKind viewer) {
			return viewer.seesEveryRecord() ? new Visibility.Always() : new Visibility.Never();
		}
	},

	/**
	 * The audit trail is the auditor's alone (sentence 10).
	 */
	AUDIT {
		@Override
		public Visibility visibilityOf(PropertyContainer record, ViewerKind viewer) {
			return viewer.auditor() ? new Visibility.Always() : new Visibility.Never();
		}
	},

	/**
	 * An edge with a marking of its own is seen as a record is, any other by whoever sees
	 * both its ends (sentence 11). The ends have their own rules.
	 */
	EDGE {
		@Override
		public Visibility visibilityOf(PropertyContainer edge, ViewerKind viewer) {
			return ownOrInherited(edge.property("releasedTo"), viewer);
		}
	},

	/**
	 * A figure with a marking of its own is seen by that marking, any other by whoever
	 * sees its record (sentence 12).
	 */
	FIGURE {
		@Override
		public Visibility visibilityOf(PropertyContainer record, ViewerKind viewer) {
			return ownOrInherited(record.property("figuresTo"), viewer);
		}
	};

	private static final SymbolicName TOKEN = Cypher.name("token");

	/**
	 * Who of a kind of viewers sees a record.
	 * @param record the node or relationship, by the name it has in the statement
	 * @param viewer the kind of viewer
	 * @return always, never, or where a condition holds that speaks of the record and of
	 * {@link ViewerTokens#NAME}
	 */
	public abstract Visibility visibilityOf(PropertyContainer record, ViewerKind viewer);

	private static Visibility ownOrInherited(Expression tokens, ViewerKind viewer) {
		return viewer.seesEveryRecord() ? new Visibility.Always()
				: new Visibility.Where(tokens.isNull().or(holdsOneOf(tokens)));
	}

	private static Condition holdsOneOf(Expression tokens) {
		return Cypher.any(TOKEN).in(tokens).where(TOKEN.in(ViewerTokens.NAME));
	}

}
