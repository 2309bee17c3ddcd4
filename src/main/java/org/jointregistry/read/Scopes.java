package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.ReleaseStore;
import org.jointregistry.access.ViewerTokens;

/**
 * The scopes of the indexes over relationships to audiences in which a viewer finds
 * records of some types. What the viewer does not see is in none of them, so that a
 * search there costs what the viewer sees.
 *
 * @param loops what a statement goes through, one row for each scope; may be none
 * @param scope the scope of a row
 */
record Scopes(List<Loop> loops, Expression scope) {

	/** The name that one of the viewer's tokens has. */
	private static final SymbolicName HELD = Cypher.name("held");

	/** The name that a scope has where there are several types. */
	private static final SymbolicName SCOPE = Cypher.name("within");

	private static final Loop TOKENS = new Loop(ViewerTokens.NAME, HELD);

	/**
	 * Those of the tokens that a viewer holds.
	 * @param types the types of the records
	 * @return a scope for each token and type
	 */
	static Scopes held(List<NodeType.Concrete> types) {
		List<Expression> scopes = types.stream()
			.map((type) -> (Expression) Cypher.literalOf(ReleaseStore.scope(type.label())).concat(HELD))
			.toList();
		return of(List.of(TOKENS), scopes);
	}

	/**
	 * Those of viewers who see every record.
	 * @param types the types of the records
	 * @return a scope for each type
	 */
	static Scopes ofEveryRecord(List<NodeType.Concrete> types) {
		List<Expression> scopes = types.stream()
			.map((type) -> (Expression) Cypher.literalOf(ReleaseStore.everyRecord(type.label())))
			.toList();
		return of(List.of(), scopes);
	}

	private static Scopes of(List<Loop> before, List<Expression> scopes) {
		if (scopes.size() == 1) {
			return new Scopes(before, scopes.getFirst());
		}
		List<Loop> loops = new ArrayList<>(before);
		loops.add(new Loop(Cypher.listOf(scopes), SCOPE));
		return new Scopes(loops, SCOPE);
	}

	/**
	 * Whether an entry is in the scope of the row.
	 * @param entry a relationship to an audience
	 * @return the condition
	 */
	Condition holds(Relationship entry) {
		return entry.property("scope").isEqualTo(this.scope);
	}

	/**
	 * A reading with a row for each scope.
	 * @return the reading
	 * @throws IllegalStateException if there is one scope, which needs no reading
	 */
	OngoingReading reading() {
		OngoingReading reading = null;
		for (Loop loop : this.loops) {
			reading = (reading != null) ? reading.unwind(loop.list()).as(loop.element())
					: Cypher.unwind(loop.list()).as(loop.element());
		}
		if (reading == null) {
			throw new IllegalStateException("One scope only");
		}
		return reading;
	}

	/**
	 * What a subquery for each scope needs to know.
	 * @return names in the statement
	 */
	SymbolicName[] names() {
		SymbolicName row = this.loops.getLast().element();
		return this.loops.contains(TOKENS) ? new SymbolicName[] { row, ViewerTokens.NAME } : new SymbolicName[] { row };
	}

	/**
	 * Goes through a list.
	 *
	 * @param list what to go through
	 * @param element the name of an element
	 */
	record Loop(Expression list, SymbolicName element) {

	}

}
