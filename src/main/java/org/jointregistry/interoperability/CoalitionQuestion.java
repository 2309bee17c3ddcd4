package org.jointregistry.interoperability;

import java.util.List;

import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;

import org.jointregistry.access.Validity;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code coalitions}: the standards with the keys of the nations
 * that have them, and the coalitions with their nations.
 */
final class CoalitionQuestion {

	private final Weaving weave;

	private final CoalitionKind kind;

	private CoalitionQuestion(Weaving weave, CoalitionKind kind) {
		this.weave = weave;
		this.kind = kind;
	}

	/**
	 * Asks what coalitions have in common.
	 * @param kind of which kind
	 * @param keys of the standards, each once
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<List<Coalition>> of(CoalitionKind kind, List<String> keys, Weaving weave) {
		CoalitionQuestion question = new CoalitionQuestion(weave, kind);
		CoalitionReading reading = new CoalitionReading(keys.size(), weave.projection("Record", "record"),
				weave.projection("Nation", "nations"), weave.projection("Standard", "standards/standard"),
				weave.projection("Nation", "standards/implementedBy"),
				weave.projection("Nation", "standards/missingFrom"));
		Parameter<Object> asked = weave.parameter(keys);
		return new Insight<>(List.of(CoalitionQuestion.class, kind),
				() -> Cypher.listOf(question.standards(asked, reading.standards()), question.coalitions(reading)),
				reading::read);
	}

	private Expression standards(Expression keys, Projection standards) {
		Guarded standard = this.weave.all("Standard");
		Node node = standard.node();
		return Cypher.collect(standard.match(node.property("key").in(keys))
			.with(node)
			.orderBy(node.property("key").ascending())
			.returning(Cypher.listOf(standards.of(node), having(node)))
			.build());
	}

	/** The keys of the nations that have a standard by their programs. */
	private Expression having(Node standard) {
		Guarded program = this.weave.follow(standard, "Standard", "programs");
		Guarded nation = this.weave.follow(program.node(), "Program", "participants");
		return Cypher.collect(
				nation.matchAfter(program.match(Implementing.has(program.edge())), Validity.takesPart(nation.edge()))
					.returningDistinct(nation.node().property("key"))
					.build());
	}

	private Expression coalitions(CoalitionReading reading) {
		Guarded coalition = this.weave.listed(this.kind.type());
		Node node = coalition.node();
		return Cypher.collect(coalition.once(Cypher.noCondition())
			.with(node)
			.orderBy(node.property("key").ascending())
			.returning(Cypher.listOf(reading.coalitions().of(node), nations(node, reading)))
			.build());
	}

	private Expression nations(Node coalition, CoalitionReading reading) {
		Guarded nation = this.weave.follow(coalition, this.kind.type(), this.kind.nations());
		Node node = nation.node();
		return Cypher.collect(nation.match(this.kind.counts(nation.edge()))
			.withDistinct(node)
			.orderBy(node.property("key").ascending())
			.returning(Cypher.listOf(node.property("key"), reading.nations().of(node), reading.having().of(node),
					reading.missing().of(node)))
			.build());
	}

}
