package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Weaving;

/**
 * The statement of {@code partnerBalance} that asks what nations host of a program.
 */
final class HostingQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String PROGRAM = "Program";

	private static final String BODY = "GovernanceBody";

	/** In the order of the lists that are returned. */
	private static final List<BalanceKind> KINDS = List.of(BalanceKind.HUBS, BalanceKind.TEST_SITES,
			BalanceKind.EXERCISES, BalanceKind.BODIES);

	private final Weaving weave;

	private final NationRows nations;

	private HostingQuestion(Weaving weave) {
		this.weave = weave;
		this.nations = new NationRows(weave);
	}

	/**
	 * Asks what nations host.
	 * @param key of the program
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<Portions> of(String key, Weaving weave) {
		HostingQuestion question = new HostingQuestion(weave);
		Parameter<Object> program = weave.parameter(key);
		return new Insight<>(HostingQuestion.class, () -> question.expression(program), question::read);
	}

	private Expression expression(Parameter<Object> key) {
		return this.weave.one(PROGRAM, key,
				(program) -> Cypher.listOf(hubs(program), testSites(program), exercises(program), bodies(program)));
	}

	private Portions read(@Nullable Object returned) {
		Portions portions = new Portions();
		for (BalanceKind kind : KINDS) {
			Set<List<?>> once = new HashSet<>();
			for (List<?> row : this.nations.read(returned, KINDS.indexOf(kind), portions)) {
				if (once.add(List.of(NationRows.key(row), row.get(NationRows.MORE)))) {
					portions.add(Dimension.of(kind), NationRows.key(row), BigDecimal.ONE);
				}
			}
		}
		return portions;
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
		return this.nations.rows(found, nation.node(), List.of(host.node().property("key")));
	}

}
