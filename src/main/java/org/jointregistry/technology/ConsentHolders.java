package org.jointregistry.technology;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.Sight;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Writing;

/**
 * Whose consent it takes to pass a technology on, of what the viewer sees and of nothing
 * else (sentence 14): the nations of those who own a right in it or in what it was
 * derived from, or may let others use it under a restriction; and the nations of the
 * control regimes that it comes or came to the program under, where these ask for
 * consent.
 */
final class ConsentHolders {

	private static final String TECHNOLOGY = "Technology";

	private static final String SOURCES = """
			UNWIND $technologies AS of
			MATCH (:Technology {key: of})-[derivation:DERIVED_FROM]->(source:Technology)
			WHERE derivation.until IS NULL AND NOT source.key IN $technologies
			RETURN of, derivation.key AS key, source.key AS found
			""";

	private static final String RIGHTS = """
			UNWIND $technologies AS of
			MATCH (:Technology {key: of})<-[right:HOLDS_RIGHT]-(holder)
			WHERE %s
			UNWIND %s AS found
			RETURN of, right.key AS key, found
			""".formatted(asks("right"), Parties.nations("holder"));

	private static final String CAME = """
			MATCH (:Program {key: $program})<-[:UNDER]-(transfer:Transfer)-[:OF]->(technology:Technology)
			WHERE technology.key IN $technologies AND %s
			RETURN transfer.key AS key, transfer.regime AS regime
			""".formatted(Flowing.condition("transfer"));

	private static final String REGIMES = """
			MATCH (regime:ControlRegime)-[:REGIME_OF]->(nation:Nation)
			WHERE regime.key IN $regimes AND regime.consentRequired
			RETURN nation.key AS found
			""";

	private final Writing writing;

	private final Sight sight;

	ConsentHolders(Writing writing, Sight sight) {
		this.writing = writing;
		this.sight = sight;
	}

	/**
	 * Whose consent it takes.
	 * @param technology the technology; none where it is none of the register
	 * @param program the program that it is passed on from
	 * @param regime key of the regime that it is passed on under; null where there is
	 * none
	 * @return codes of nations
	 */
	Set<String> of(Collection<NodeRef> technology, NodeRef program, @Nullable String regime) {
		Set<String> nations = new TreeSet<>();
		Set<String> regimes = new HashSet<>();
		if (regime != null) {
			regimes.add(regime);
		}
		Set<String> inside = inside(technology);
		if (!inside.isEmpty()) {
			nations.addAll(seen(RIGHTS, "HOLDS_RIGHT", false, inside));
			regimes.addAll(cameUnder(program, inside));
		}
		run(REGIMES, Map.of("regimes", List.copyOf(regimes))).forEach((row) -> nations.add(text(row, "found")));
		return nations;
	}

	/**
	 * The condition that a right asks for the consent of its holder.
	 * @param right the name of its relationship in a statement that has {@code $today}
	 * @return a condition in Cypher
	 */
	static String asks(String right) {
		return """
				(%1$s.grant = 'OWNS' OR %1$s.grant = 'MAY_SUBLICENSE' AND %1$s.restriction IS NOT NULL)
				  AND coalesce(%1$s.confirmation, 'CONFIRMED') = 'CONFIRMED'
				  AND (%1$s.since IS NULL OR %1$s.since <= $today) AND (%1$s.until IS NULL OR %1$s.until > $today)"""
			.formatted(right);
	}

	/** The technology and all that it was derived from, step by step. */
	private Set<String> inside(Collection<NodeRef> technology) {
		Set<String> inside = new HashSet<>();
		Set<String> next = Seen.of(this.sight, technology).stream().map(NodeRef::key).collect(Collectors.toSet());
		while (!next.isEmpty()) {
			inside.addAll(next);
			next = seen(SOURCES, "DERIVED_FROM", true, inside);
		}
		return inside;
	}

	/** What a question finds by relationships of technologies that the viewer sees. */
	private Set<String> seen(String question, String relationship, boolean outgoing, Set<String> technologies) {
		List<Record> rows = run(question, Map.of("technologies", List.copyOf(technologies)));
		Set<String> ties = new HashSet<>();
		this.sight
			.seenTies(TECHNOLOGY, relationship, outgoing,
					rows.stream().map((row) -> Map.of("of", text(row, "of"), "key", text(row, "key"))).toList())
			.forEach((tie) -> ties.add(text(tie, "key")));
		Set<String> found = new HashSet<>();
		rows.stream().filter((row) -> ties.contains(text(row, "key"))).forEach((row) -> found.add(text(row, "found")));
		return found;
	}

	private Set<String> cameUnder(NodeRef program, Set<String> technologies) {
		Map<String, Value> regimes = new HashMap<>();
		run(CAME, Map.of("program", program.key(), "technologies", List.copyOf(technologies)))
			.forEach((row) -> regimes.put(text(row, "key"), row.get("regime")));
		Set<String> found = new HashSet<>();
		this.sight.seen(AccessRule.RECORD, "Transfer", regimes.keySet())
			.stream()
			.map(regimes::get)
			.filter((regime) -> !regime.isNull())
			.forEach((regime) -> found.add(regime.asString()));
		return found;
	}

	private List<Record> run(String question, Map<String, Object> parameters) {
		Map<String, Object> all = new HashMap<>(parameters);
		all.put("today", this.writing.today());
		return this.writing.transaction().run(question, all).list();
	}

	private static String text(Record row, String name) {
		return row.get(name).asString();
	}

}
