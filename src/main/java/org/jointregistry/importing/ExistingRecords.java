package org.jointregistry.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

import org.jointregistry.importing.Draft.EdgeWrite;
import org.jointregistry.importing.Draft.NodeWrite;
import org.jointregistry.recording.NodeRef;

/**
 * The records that are there before published rows are written: what the rows do not say
 * of them, they keep.
 */
final class ExistingRecords {

	private static final String PROGRAM = "Program";

	/** What a published row says nothing of. */
	private static final Set<String> RELEASE = Set.of("marking", "figuresMarking", "industryReleasable", "releasableTo",
			"originator", "fictional", "checked");

	private static final String BETWEEN = """
			UNWIND $rows AS row
			MATCH (a:%s {key: row.from})-[r:%s]->(b:%s {key: row.to})
			RETURN row.from AS from, row.to AS to, r.key AS key,
			  coalesce(r.role = 'PARTNER', false) AND r.left IS NULL AS open""";

	private static final String RELEASES = """
			UNWIND $keys AS key
			MATCH (p:Program {key: key}) WHERE p.marking <> 'PUBLIC'
			RETURN key, p {.marking, .originator, .releasableTo, .industryReleasable} AS release""";

	private final TransactionContext graph;

	private final Set<NodeRef> there = new HashSet<>();

	/** The keys of edges between two, and whether a row may change each. */
	private final Map<List<String>, Map<String, Boolean>> between = new HashMap<>();

	/** To whom programs are released that not everybody sees. */
	private final Map<NodeRef, Map<String, Object>> releases = new HashMap<>();

	ExistingRecords(TransactionContext graph, List<Draft> drafts) {
		this.graph = graph;
		Map<String, Set<String>> keys = new HashMap<>();
		drafts.stream()
			.flatMap(ExistingRecords::named)
			.forEach((node) -> keys.computeIfAbsent(node.label(), (label) -> new HashSet<>()).add(node.key()));
		Set<String> organizations = new HashSet<>();
		List.of("Contractor", "Institution")
			.forEach((label) -> organizations.addAll(keys.getOrDefault(label, Set.of())));
		keys.put("Contractor", organizations);
		keys.put("Institution", organizations);
		keys.forEach(this::find);
	}

	private static Stream<NodeRef> named(Draft draft) {
		Stream<String> acronyms = draft.identity().filter(Identity::isProgram).map(Identity::name).stream();
		return Stream
			.of(draft.nodes().stream().map(NodeWrite::node), draft.references().stream().map(Draft.Reference::node),
					acronyms.flatMap(ExistingRecords::programs))
			.flatMap((nodes) -> nodes);
	}

	private static Stream<NodeRef> programs(String acronym) {
		return Stream.of(acronym, acronym.toUpperCase(java.util.Locale.ROOT))
			.distinct()
			.map((key) -> new NodeRef(PROGRAM, key));
	}

	private void find(String label, Set<String> keys) {
		this.graph
			.run("UNWIND $keys AS key MATCH (n:" + label + " {key: key}) RETURN n.key AS key", Map.of("keys", keys))
			.forEachRemaining((row) -> this.there.add(new NodeRef(label, row.get("key").asString())));
	}

	boolean has(NodeRef node) {
		return this.there.contains(node);
	}

	/**
	 * The programs that have the acronym of a project for a key.
	 * @param identity the project
	 * @param rejected those that it is known to be no part of
	 * @return why the project may be a part of them
	 */
	List<Match> programsNamed(Identity identity, Set<NodeRef> rejected) {
		return programs(identity.name()).filter((program) -> has(program) && !rejected.contains(program))
			.map((program) -> new Match(identity, program, Match.Ground.SAME_ACRONYM))
			.toList();
	}

	/**
	 * The rows without what they would change of records that are there and do not say,
	 * and without a second edge between two that have one. A nation that is more than a
	 * partner, or left, stays so (sentences 4 and 16), and an entry of the ledger stays
	 * as it is (sentence 21). What is new in a program that not everybody sees is
	 * released as the program is.
	 * @param drafts the rows
	 * @return what is left of them
	 */
	List<Draft> keep(List<Draft> drafts) {
		drafts.stream()
			.flatMap((draft) -> draft.edges().stream())
			.filter((edge) -> edge.key().isPresent())
			.collect(Collectors.groupingBy(ExistingRecords::between))
			.forEach(this::find);
		Set<String> programs = drafts.stream()
			.flatMap(ExistingRecords::anchors)
			.map(NodeRef::key)
			.collect(Collectors.toSet());
		this.graph.run(RELEASES, Map.of("keys", programs))
			.forEachRemaining((row) -> this.releases.put(new NodeRef(PROGRAM, row.get("key").asString()),
					row.get("release").asMap()));
		return drafts.stream().map(this::keep).toList();
	}

	private static Stream<NodeRef> anchors(Draft draft) {
		return draft.edges().stream().map(EdgeWrite::to).filter((to) -> to.label().equals(PROGRAM));
	}

	private static String between(EdgeWrite edge) {
		return BETWEEN.formatted(edge.from().label(), edge.type(), edge.to().label());
	}

	private void find(String statement, List<EdgeWrite> edges) {
		List<Map<String, String>> rows = edges.stream()
			.map((edge) -> Map.of("from", edge.from().key(), "to", edge.to().key()))
			.toList();
		this.graph.run(statement, Map.of("rows", rows))
			.forEachRemaining((row) -> this.between
				.computeIfAbsent(List.of(row.get("from").asString(), row.get("to").asString()),
						(ends) -> new HashMap<>())
				.put(row.get("key").asString(""), row.get("open").asBoolean()));
	}

	private Draft keep(Draft draft) {
		Map<String, Object> release = anchors(draft).flatMap((program) -> Stream.ofNullable(this.releases.get(program)))
			.findFirst()
			.orElse(Map.of());
		List<NodeWrite> nodes = draft.nodes()
			.stream()
			.map((node) -> has(node.node()) ? kept(node) : released(node, release))
			.toList();
		return new Draft(draft.line(), draft.key(), nodes,
				draft.edges().stream().flatMap((edge) -> keep(edge).stream()).toList(), draft.references(),
				draft.identity());
	}

	private static NodeWrite kept(NodeWrite node) {
		return new NodeWrite(node.node(), said(node.facts()),
				node.implied() || node.node().label().equals("Contribution"));
	}

	private static NodeWrite released(NodeWrite node, Map<String, Object> release) {
		Map<String, @Nullable Object> facts = new HashMap<>(node.facts());
		facts.putAll(release);
		return new NodeWrite(node.node(), facts, node.implied());
	}

	private static Map<String, @Nullable Object> said(Map<String, @Nullable Object> facts) {
		Map<String, @Nullable Object> said = new HashMap<>(facts);
		said.keySet().removeAll(RELEASE);
		return said;
	}

	private Optional<EdgeWrite> keep(EdgeWrite edge) {
		Map<String, Boolean> there = this.between.getOrDefault(List.of(edge.from().key(), edge.to().key()), Map.of());
		if (edge.key().isEmpty() || there.isEmpty()) {
			return Optional.of(edge);
		}
		return edge.key()
			.filter((key) -> !edge.implied() && there.getOrDefault(key, false))
			.map((key) -> new EdgeWrite(edge.type(), edge.from(), edge.to(), edge.key(), said(edge.facts()), false));
	}

}
