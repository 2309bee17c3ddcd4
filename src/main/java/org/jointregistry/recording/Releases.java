package org.jointregistry.recording;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jointregistry.access.Marking;
import org.jointregistry.access.Release;
import org.jointregistry.access.ReleaseStore;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/**
 * Derives to whom records are released, from their markings and from what the graph says
 * of their anchors and of the parties that they name, and stores it with them, together
 * with the words that they are found by.
 */
public final class Releases {

	private static final String RELEASE = """
			RETURN elementId(n) AS id, n.marking AS marking, n.figuresMarking AS figuresMarking,
			  n.releasableTo AS releasableTo, n.originator AS originator, n.industryReleasable AS industryReleasable,
			  programs, agreements, [x IN parties WHERE x:Nation | x.key] AS nations,
			  [x IN parties WHERE x:Contractor OR x:Institution OR x:InnovationHub | x.key] AS organizations""";

	private static final String OF_NODE = ", n.key AS key, names, places, " + ReleaseStore.ENTRIES + " AS entries";

	/**
	 * Holds each node before it reads what the node is released by, so that of two
	 * writers the later one derives from what the earlier one left.
	 */
	private static final String NODES = """
			UNWIND $keys AS key
			MATCH (n:%s {key: key})
			SET n.releasedTo = n.releasedTo
			WITH n, %s AS programs, %s AS agreements, %s AS parties, %s AS names, %s AS places
			""";

	/** Finds edges by themselves, for what each is released to is planned once. */
	private static final String MARKED = """
			UNWIND $keys AS key
			MATCH (:%s {key: key})-[n]-()
			WHERE (n.marking IS NOT NULL OR n.figuresMarking IS NOT NULL OR n.releasedTo IS NOT NULL
			    OR n.figuresTo IS NOT NULL)
			  AND NOT type(n) STARTS WITH 'WAS_'
			RETURN elementId(n) AS id""";

	private static final String EDGES = """
			UNWIND $ids AS id
			MATCH (a)-[n]->(b) WHERE elementId(n) = id
			SET n.releasedTo = n.releasedTo
			WITH n, [a, b] AS parties
			WITH n, parties, %s AS programs, %s AS agreements
			""";

	private static final String RELEASED_EDGES = """
			UNWIND $rows AS row
			MATCH (a)-[r]->(b) WHERE elementId(r) = row.id
			SET r.releasedTo = row.releasedTo, r.figuresTo = row.figuresTo
			WITH a, b, r
			MATCH (a)-[was]->(b) WHERE was.key = r.key AND type(was) = 'WAS_' + type(r)
			SET was.releasedTo = r.releasedTo, was.figuresTo = r.figuresTo""";

	private final TransactionContext graph;

	private final ReleaseGrounds grounds;

	/**
	 * Derives releases in a transaction.
	 * @param graph the transaction that changes the records
	 * @param grounds what releases follow from
	 */
	public Releases(TransactionContext graph, ReleaseGrounds grounds) {
		this.graph = graph;
		this.grounds = grounds;
	}

	/**
	 * Derives anew the releases of nodes.
	 * @param nodes the nodes
	 */
	public void refreshNodes(Collection<NodeRef> nodes) {
		byLabel(nodes.stream()).forEach(this::refreshNodes);
	}

	/**
	 * Derives anew the releases of the edges with a marking of their own. What such an
	 * edge was is released as it is today.
	 * @param touched nodes that were written or got an edge: edges at them may be
	 * anchored in what they are anchored in
	 * @param marked ends of edges that got a marking
	 */
	public void refreshEdges(Collection<NodeRef> touched, Collection<NodeRef> marked) {
		Stream<NodeRef> anchoring = touched.stream()
			.filter((node) -> this.grounds.ofNodes(node.label()).anchorsEdges());
		Stream<NodeRef> ends = marked.stream().filter((node) -> !node.label().equals("Nation"));
		Set<String> edges = new TreeSet<>();
		byLabel(Stream.concat(anchoring, ends)).forEach((label, keys) -> edges.addAll(marked(label, keys)));
		if (!edges.isEmpty()) {
			refreshEdges(edges);
		}
	}

	private static SortedMap<String, TreeSet<String>> byLabel(Stream<NodeRef> nodes) {
		return nodes.collect(Collectors.groupingBy(NodeRef::label, TreeMap::new,
				Collectors.mapping(NodeRef::key, Collectors.toCollection(TreeSet::new))));
	}

	private void refreshNodes(String label, Set<String> keys) {
		ReleaseGrounds.OfNodes of = this.grounds.ofNodes(label);
		String nodes = NODES.formatted(label, of.programs(), of.agreements(), of.parties(), of.names(),
				ReleaseStore.places(label));
		ReleaseStore.store(this.graph,
				this.graph.run(nodes + RELEASE + OF_NODE, Map.of("keys", keys))
					.list((row) -> new ReleaseStore.Stored(ReleaseStore.Node.of(row, label),
							row.get("marking").isNull() ? null : release(row), texts(row, "names"))));
	}

	private List<String> marked(String label, Set<String> keys) {
		return this.graph.run(MARKED.formatted(label), Map.of("keys", keys)).list((row) -> row.get("id").asString());
	}

	private void refreshEdges(Set<String> ids) {
		String edges = EDGES.formatted(this.grounds.programsOfEdges(), this.grounds.agreementsOfEdges());
		List<Map<String, @Nullable Object>> rows = this.graph.run(edges + RELEASE, Map.of("ids", ids))
			.list(Releases::edge);
		this.graph.run(RELEASED_EDGES, Map.of("rows", rows)).consume();
	}

	private static Map<String, @Nullable Object> edge(Record row) {
		Release release = release(row);
		Set<String> figures = release.figureTokens();
		Map<String, @Nullable Object> edge = new HashMap<>();
		edge.put("id", row.get("id").asString());
		edge.put("releasedTo", row.get("marking").isNull() ? null : List.copyOf(release.tokens()));
		edge.put("figuresTo", (figures != null) ? List.copyOf(figures) : null);
		return edge;
	}

	private static Release release(MapAccessor row) {
		Value figures = row.get("figuresMarking");
		return new Release(Marking.valueOf(row.get("marking").asString(Marking.PUBLIC.name())),
				figures.isNull() ? null : Marking.valueOf(figures.asString()), texts(row, "releasableTo"),
				row.get("originator").isNull() ? null : row.get("originator").asString(), texts(row, "programs"),
				texts(row, "agreements"), texts(row, "nations"), texts(row, "organizations"),
				row.get("industryReleasable").asBoolean(false));
	}

	private static Set<String> texts(MapAccessor row, String name) {
		Value list = row.get(name);
		return list.isNull() ? new HashSet<>() : new TreeSet<>(list.asList(Value::asString));
	}

}
