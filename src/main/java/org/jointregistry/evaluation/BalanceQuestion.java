package org.jointregistry.evaluation;

import java.util.ArrayList;
import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;

import org.jointregistry.costsharing.NationalSums;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement of {@code partnerBalance} beside those of {@link NationalSums}: who takes
 * part in a program, and nations' seats, rights and what they host.
 */
final class BalanceQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String PROGRAM = "Program";

	private static final String NATION = "Nation";

	private static final String BODY = "GovernanceBody";

	/** Names of the fields down to each nation. */
	static final String EACH = "nations/nation";

	/** Names of the fields down to a nation that is named alone. */
	static final String LARGEST = "dimensions/largest";

	private final Weaving weave;

	private final Projection nations;

	private final Projection largest;

	private final Projection bodies;

	private final Projection spread;

	private BalanceQuestion(Weaving weave) {
		this.weave = weave;
		this.nations = weave.projection(NATION, EACH);
		this.largest = weave.projection(NATION, LARGEST);
		this.bodies = weave.projection(BODY, "nations/parts/body");
		this.spread = weave.projection(BODY, "dimensions/body");
	}

	/**
	 * Asks what nations have of a program.
	 * @param key of the program
	 * @param sums what they bear, gave and do
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<PartnerBalance> of(String key, NationalSums sums, Weaving weave) {
		BalanceQuestion question = new BalanceQuestion(weave);
		return new Insight<>(question.expression(key),
				new BalanceReading(sums, question.nations, question.largest, question.bodies, question.spread)::read);
	}

	private Expression expression(String key) {
		return this.weave.one(PROGRAM, key,
				(program) -> Cypher.listOf(participants(program), votes(program), rights(program),
						contractorsRights(program), hubs(program), testSites(program), exercises(program),
						bodies(program)));
	}

	private Expression participants(Node program) {
		Guarded nation = this.weave.follow(program, PROGRAM, "participants");
		return rows(nation.match(SEEN), nation.node(), List.of());
	}

	private Expression votes(Node program) {
		Guarded body = this.weave.follow(program, PROGRAM, "governanceBodies");
		Guarded nation = this.weave.follow(body.node(), BODY, "seats");
		return rows(nation.matchAfter(body.match(SEEN), SEEN), nation.node(),
				List.of(body.node().property("key"), this.bodies.of(body.node()), this.spread.of(body.node()),
						seat(nation, "weight"), seat(nation, "since"), seat(nation, "until")));
	}

	private Expression seat(Guarded nation, String field) {
		return this.weave.fact(nation.edge(), "Seat", field);
	}

	private Expression rights(Node program) {
		Guarded nation = this.weave.follow(program, PROGRAM, "participants");
		Guarded technology = this.weave.follow(nation.node(), NATION, "rights");
		return rows(technology.matchAfter(nation.match(SEEN), isOf(technology, program)), nation.node(),
				right(technology));
	}

	private Expression contractorsRights(Node program) {
		Guarded nation = this.weave.follow(program, PROGRAM, "participants");
		Guarded contractor = this.weave.follow(nation.node(), NATION, "contractors");
		Guarded technology = this.weave.follow(contractor.node(), "Contractor", "rights");
		ExposesMatch seated = contractor.matchAfter(nation.match(SEEN), SEEN);
		return rows(technology.matchAfter(seated, isOf(technology, program)), nation.node(), right(technology));
	}

	private Condition isOf(Guarded technology, Node program) {
		return fact(technology, "program").isEqualTo(program.property("key"));
	}

	private List<Expression> right(Guarded technology) {
		return List.of(fact(technology, "right"), fact(technology, "class"), fact(technology, "confirmation"),
				fact(technology, "since"), fact(technology, "until"));
	}

	private Expression fact(Guarded technology, String field) {
		return this.weave.fact(technology.edge(), "IpRight", field);
	}

	private Expression hubs(Node program) {
		Guarded challenge = this.weave.follow(program, PROGRAM, "challenges");
		Guarded hub = this.weave.follow(challenge.node(), "Challenge", "hub");
		Guarded nation = this.weave.follow(hub.node(), "InnovationHub", "nation");
		return hosted(nation.matchAfter(hub.matchAfter(challenge.once(SEEN).with(challenge.node()), SEEN), SEEN),
				nation, hub);
	}

	private Expression testSites(Node program) {
		Guarded cohort = this.weave.follow(program, PROGRAM, "cohorts");
		Guarded site = this.weave.follow(cohort.node(), "Cohort", "testSites");
		Guarded nation = this.weave.follow(site.node(), "TestSite", "nation");
		return hosted(nation.matchAfter(site.matchAfter(cohort.once(SEEN).with(cohort.node()), SEEN), SEEN), nation,
				site);
	}

	private Expression exercises(Node program) {
		Guarded exercise = this.weave.follow(program, PROGRAM, "exercises");
		Guarded nation = this.weave.follow(exercise.node(), "Exercise", "hostNation");
		return hosted(nation.matchAfter(exercise.match(SEEN), SEEN), nation, exercise);
	}

	private Expression bodies(Node program) {
		Guarded body = this.weave.follow(program, PROGRAM, "governanceBodies");
		Guarded community = this.weave.follow(body.node(), BODY, "community");
		Guarded nation = this.weave.follow(community.node(), "Community", "seat");
		return hosted(nation.matchAfter(community.matchAfter(body.match(SEEN), SEEN), SEEN), nation, body);
	}

	private Expression hosted(OngoingReadingWithWhere found, Guarded nation, Guarded host) {
		return rows(found, nation.node(), List.of(host.node().property("key")));
	}

	private Expression rows(OngoingReadingWithWhere found, Node nation, List<Expression> more) {
		List<Expression> row = new ArrayList<>(
				List.of(nation.property("key"), this.nations.of(nation), this.largest.of(nation)));
		row.addAll(more);
		return Cypher.collect(found.returning(Cypher.listOf(row)).build());
	}

}
