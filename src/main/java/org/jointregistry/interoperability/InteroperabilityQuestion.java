package org.jointregistry.interoperability;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;

import org.jointregistry.access.Validity;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code interoperability}: the members with the keys of their
 * standards, and the standards with their exercises.
 */
final class InteroperabilityQuestion {

	private final Weaving weave;

	private final String type;

	private final Expression keys;

	private InteroperabilityQuestion(Weaving weave, String type, List<String> keys) {
		this.weave = weave;
		this.type = type;
		this.keys = weave.parameter(keys);
	}

	/**
	 * Asks what a set has in common.
	 * @param type {@code Program} or {@code Nation}
	 * @param keys of the members, each once
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<Interoperability> of(String type, List<String> keys, Weaving weave) {
		InteroperabilityQuestion question = new InteroperabilityQuestion(weave, type, keys);
		Projection members = weave.projection(type, "members");
		Projection having = weave.projection(type, "standards/implementedBy");
		Projection missing = weave.projection(type, "standards/missingFrom");
		Projection standards = weave.projection("Standard", "standards/standard");
		Projection exercises = weave.projection("Exercise", "standards/exercises");
		return new Insight<>(List.of(InteroperabilityQuestion.class, type),
				() -> Cypher.listOf(question.members(members, having, missing),
						question.standards(standards, exercises)),
				new InteroperabilityReading(keys.size(), members, having, missing, standards, exercises)::read);
	}

	private Expression members(Projection members, Projection having, Projection missing) {
		Guarded member = member();
		Node node = member.node();
		return Cypher.collect(member.match(isMember(node))
			.with(node)
			.orderBy(node.property("key").ascending())
			.returning(Cypher.listOf(members.of(node), having.of(node), missing.of(node), standardKeys(node)))
			.build());
	}

	private Guarded member() {
		return this.weave.all(this.type);
	}

	private Condition isMember(Node node) {
		return node.property("key").in(this.keys);
	}

	private Expression standardKeys(Node member) {
		Reached reached = standardsOf(member, null);
		return Cypher.collect(reached.reading().returningDistinct(reached.standard().property("key")).build());
	}

	private Expression standards(Projection standards, Projection exercises) {
		Guarded member = member();
		Reached reached = standardsOf(member.node(), member.match(isMember(member.node())));
		Node standard = reached.standard();
		Guarded exercise = this.weave.follow(standard, "Standard", "exercises");
		Expression tested = Cypher.collect(exercise.match(Cypher.noCondition())
			.with(exercise.node())
			.orderBy(exercise.node().property("key").ascending())
			.returning(exercises.of(exercise.node()))
			.build());
		return Cypher.collect(reached.reading()
			.withDistinct(standard)
			.orderBy(standard.property("key").ascending())
			.returning(Cypher.listOf(standard.property("key"), standards.of(standard), tested))
			.build());
	}

	/**
	 * The standards of a member: of the program itself, or of the programs that the
	 * nation takes part in today.
	 */
	private Reached standardsOf(Node member, @Nullable ExposesMatch before) {
		if (this.type.equals("Program")) {
			return implemented(member, before);
		}
		Guarded program = this.weave.follow(member, "Nation", "programs");
		Condition today = Validity.takesPart(program.edge());
		return implemented(program.node(), (before != null) ? program.matchAfter(before, today) : program.match(today));
	}

	private Reached implemented(Node program, @Nullable ExposesMatch before) {
		Guarded standard = this.weave.follow(program, "Program", "standards");
		Condition has = Implementing.has(standard.edge());
		return new Reached((before != null) ? standard.matchAfter(before, has) : standard.match(has), standard.node());
	}

	/**
	 * Standards that were reached.
	 *
	 * @param reading what to go on from
	 * @param standard the node
	 */
	private record Reached(OngoingReadingWithWhere reading, Node standard) {

	}

}
