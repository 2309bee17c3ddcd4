package org.jointregistry.costsharing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.renderer.Configuration;
import org.neo4j.cypherdsl.core.renderer.Dialect;
import org.neo4j.cypherdsl.core.renderer.Renderer;
import org.neo4j.driver.TransactionContext;

import org.jointregistry.access.ReleaseTokens;
import org.jointregistry.access.Validity;

/**
 * What must hold of a contribution by what the graph says. The viewer manages the
 * program, and so sees whatever is told of here.
 */
final class PartnerRules {

	private static final Renderer RENDERER = Renderer
		.getRenderer(Configuration.newConfig().withDialect(Dialect.NEO4J_5_CYPHER_25).build());

	private static final String EVER_PARTS = participations((part) -> Cypher.noCondition());

	private static final String PARTS_TODAY = participations(Validity::takesPart);

	private PartnerRules() {
	}

	/**
	 * The rules that an input breaks.
	 * @param transaction the transaction that records
	 * @param parties what the contribution is between
	 * @param input what is to be recorded
	 * @return all of them, each at its place; empty where there are none
	 */
	static List<ContributionError> brokenBy(TransactionContext transaction, Parties parties,
			ContributionRecordInput input) {
		List<ContributionError> broken = new ArrayList<>();
		for (String nation : parties.contributor().nations()) {
			if (!hasPart(transaction, nation, parties.program(), input.kind())) {
				broken.add(ContributionErrorCode.NOT_A_PARTNER.at("contributor"));
			}
		}
		broken.addAll(unknownReleases(transaction, input.releasableTo()));
		return broken;
	}

	private static boolean hasPart(TransactionContext transaction, String nation, String program,
			ContributionKind kind) {
		Map<String, Object> parameters = Map.of("nation", nation, "program", program, Validity.TODAY,
				LocalDate.now(Clock.systemUTC()).toString());
		String statement = kind.needsPartnerToday() ? PARTS_TODAY : EVER_PARTS;
		return transaction.run(statement, parameters).single().get("has").asBoolean();
	}

	private static String participations(Function<Relationship, Condition> which) {
		Node nation = Cypher.node("Nation").withProperties("key", Cypher.parameter("nation"));
		Node program = Cypher.node("Program").withProperties("key", Cypher.parameter("program"));
		Relationship part = nation.relationshipTo(program, "PARTICIPATES_IN").named("part");
		Statement parts = Cypher.match(part).where(which.apply(part)).returning(part).build();
		return RENDERER.render(Cypher.returning(Cypher.exists(parts).as("has")).build());
	}

	private static List<ContributionError> unknownReleases(TransactionContext transaction, List<String> tokens) {
		List<ContributionError> unknown = new ArrayList<>();
		List<String> asked = tokens.subList(0, Math.min(tokens.size(), InputRules.MOST_RELEASES));
		Set<String> known = ReleaseTokens.known(transaction, asked);
		for (int place = 0; place < asked.size(); place++) {
			if (!known.contains(asked.get(place))) {
				unknown.add(ContributionErrorCode.UNKNOWN_REFERENCE.at("releasableTo", String.valueOf(place)));
			}
		}
		return unknown;
	}

}
