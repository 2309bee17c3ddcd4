package org.jointregistry.access;

import java.util.List;

import org.neo4j.cypherdsl.core.Case;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

/**
 * What a record may be tied to, and the tokens that it has because of that: a program or
 * an agreement that it is anchored in, or a party that it names.
 */
enum Tied {

	/** An anchor: its managers, its partners, and who works on it. */
	PROGRAM(List.of("Program"), Audience.OFFICE, Audience.PARTNER, Audience.INDUSTRY),

	/** An anchor: its parties. */
	AGREEMENT(List.of("Agreement"), Audience.PARTY),

	/** A party. */
	NATION(List.of("Nation"), Audience.NATION),

	/** A party. */
	ORGANIZATION(List.of("Contractor", "Institution", "InnovationHub"), Audience.ORGANIZATION);

	private final List<String> labels;

	private final List<String> prefixes;

	Tied(List<String> labels, String... prefixes) {
		this.labels = labels;
		this.prefixes = List.of(prefixes);
	}

	/**
	 * The tokens that come of a node.
	 * @param node what a record is tied to
	 * @return a list, which is one expression, since Neo4j takes long to plan a choice of
	 * conditions
	 */
	static Expression tokens(Node node) {
		Case tokens = Cypher.caseExpression();
		for (Tied kind : values()) {
			tokens = tokens.when(kind.isKindOf(node)).then(kind.of(node));
		}
		return ((Case.CaseEnding) tokens).elseDefault(Cypher.listOf());
	}

	/**
	 * The tokens that a record has of itself, where it is its own anchor.
	 * @param record the record
	 * @return a list
	 */
	static Expression ownTokens(Node record) {
		return Cypher.caseExpression()
			.when(PROGRAM.isKindOf(record))
			.then(PROGRAM.of(record))
			.when(AGREEMENT.isKindOf(record))
			.then(AGREEMENT.of(record))
			.elseDefault(Cypher.listOf());
	}

	private Condition isKindOf(Node node) {
		Condition labelled = Cypher.noCondition();
		for (String label : this.labels) {
			labelled = labelled.or(node.hasLabels(label));
		}
		return labelled;
	}

	private Expression of(Node node) {
		return Cypher.listOf(this.prefixes.stream()
			.map((prefix) -> (Expression) Cypher.literalOf(prefix).concat(node.property("key")))
			.toList());
	}

}
