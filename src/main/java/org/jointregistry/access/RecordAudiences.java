package org.jointregistry.access;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

/**
 * Who may see a record today, for auditors and for the nation that it came from. Told is
 * what the record is released to, and who holds that today, as far as the viewer sees it
 * (sentence 14): nothing is told of a program that the viewer does not see, or of whose
 * tie with the record the viewer does not see.
 */
public final class RecordAudiences {

	private RecordAudiences() {
	}

	/**
	 * What a statement returns of a record for {@link #read}.
	 * @param record the node of the record, which the viewer sees
	 * @param viewer the kind of viewer
	 * @return an expression over the record and the viewer's parameters, null in the
	 * database's sense where the viewer is told nothing
	 */
	public static Expression expression(Node record, ViewerKind viewer) {
		if (viewer.auditor()) {
			return facts(record, viewer);
		}
		Condition originated = record.property("originator").isEqualTo(ViewerTokens.NATION);
		return viewer.national() ? Cypher.caseExpression().when(originated).then(facts(record, viewer))
				: Cypher.literalNull();
	}

	/**
	 * The audiences that an expression's value tells.
	 * @param value what the statement returned
	 * @return everyone first, then nations, organizations, managers, registrar and
	 * auditor, each once; null where the viewer is told nothing
	 */
	public static @Nullable List<RecordAudience> read(@Nullable Object value) {
		return (value instanceof List<?> facts) ? AudienceReading.of(facts) : null;
	}

	/** The tokens are named first, for all else follows from them. */
	private static Expression facts(Node record, ViewerKind viewer) {
		Told told = new Told(record, viewer);
		Expression holders = Cypher.listOf();
		for (Holding holding : Holding.values()) {
			holders = holders.concat(told.holders(holding));
		}
		Expression facts = Cypher.listOf(record.property("marking"), record.property("releasableTo"),
				record.property("originator"), told.namedNations(), Told.TOLD, holders);
		return Cypher.head(Cypher.listWith(Told.TOLD).in(Cypher.listOf(told.tokens())).returning(facts));
	}

}
