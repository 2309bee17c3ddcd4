package org.jointregistry.evaluation;

import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code programEvaluation}: the program, its evaluations, what can
 * be reckoned of it, and the same of programs alike.
 */
final class EvaluationQuestion {

	private static final String PROGRAM = "Program";

	private static final String TOLD = "Evaluation";

	private final Weaving weave;

	private final FactsQuestion facts;

	private final Projection programs;

	private final Projection evaluations;

	private final Projection peers;

	private EvaluationQuestion(Weaving weave) {
		this.weave = weave;
		this.facts = new FactsQuestion(weave);
		this.programs = weave.projection(PROGRAM, "program");
		this.evaluations = weave.projection(TOLD, "indicators/told/evaluations");
		this.peers = weave.projection(PROGRAM, "indicators/reckoned/peers/values/program");
	}

	/**
	 * Asks how a program does.
	 * @param key of the program
	 * @param compares whether programs alike are asked for
	 * @param weave what the statement is built from
	 * @return the question; its answer is null where there is no such program
	 */
	static Insight<ProgramEvaluation> of(String key, boolean compares, Weaving weave) {
		EvaluationQuestion question = new EvaluationQuestion(weave);
		Parameter<Object> asked = weave.parameter(key);
		return new Insight<>(List.of(EvaluationQuestion.class, compares), () -> question.expression(asked, compares),
				new EvaluationReading(question.programs, question.evaluations, question.peers)::read);
	}

	private Expression expression(Parameter<Object> key, boolean compares) {
		Guarded program = this.weave.all(PROGRAM);
		Node node = program.node();
		return Cypher.head(Cypher.collect(program.match(node.property("key").isEqualTo(key))
			.returning(Cypher.listOf(this.programs.of(node), told(node), this.facts.of(node),
					compares ? alike(node) : Cypher.listOf()))
			.build()));
	}

	private Expression told(Node program) {
		Guarded evaluation = this.weave.follow(program, PROGRAM, "evaluations");
		Node node = evaluation.node();
		return Cypher.collect(evaluation.once(Cypher.noCondition())
			.with(node)
			.orderBy(value(node, "measure").ascending(), value(node, "unit").ascending(),
					value(node, "asOf").ascending(), node.property("key").ascending())
			.returning(Cypher.listOf(value(node, "indicator"), value(node, "measure"), value(node, "unit"),
					value(node, "asOf"), value(node, "value"), this.evaluations.of(node)))
			.build());
	}

	private Expression value(Node evaluation, String field) {
		return this.weave.value(evaluation, TOLD, field);
	}

	private Expression alike(Node program) {
		Guarded other = this.weave.all(PROGRAM);
		Node node = other.node();
		Condition alike = same(node, program, "domain").and(same(node, program, "fictional"))
			.and(node.property("key").isNotEqualTo(program.property("key")));
		return Cypher.collect(other.match(alike)
			.with(node)
			.orderBy(node.property("key").ascending())
			.returning(Cypher.listOf(this.peers.of(node), this.facts.of(node)))
			.build());
	}

	private Condition same(Node one, Node other, String field) {
		return this.weave.value(one, PROGRAM, field).isEqualTo(this.weave.value(other, PROGRAM, field));
	}

}
