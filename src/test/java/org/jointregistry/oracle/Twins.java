package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Another graph of which a viewer sees the same: hidden data is changed, deleted and
 * added.
 */
final class Twins {

	private static final int STRANGERS = 8;

	/**
	 * What the viewer's rights and the release of others' records may rest on, and what
	 * is unique or short.
	 */
	private static final Set<String> LEFT_ALONE = Set.of("marking", "releasableTo", "originator", "figuresMarking",
			"industryReleasable", "role", "since", "until", "joined", "left", "entryIntoForce", "inForce", "ended",
			"program", "agreements", "key", "sequence", "recordKey");

	private final Sdl sdl;

	private final ValueGenerator values;

	private final Random random;

	private final String today;

	Twins(Sdl sdl, Random random, String today) {
		this.sdl = sdl;
		this.values = new ValueGenerator(sdl, random);
		this.random = random;
		this.today = today;
	}

	/**
	 * A twin of a graph.
	 * @param graph the graph
	 * @param asker the viewer that must not be able to tell them apart
	 * @return the twin; empty where what was tried changes what the viewer sees
	 */
	Optional<RawGraph> twin(RawGraph graph, Asker asker) {
		Policy policy = new Policy(this.sdl, graph, asker, this.today);
		List<RawNode> nodes = new ArrayList<>();
		for (RawNode node : graph.nodes().values()) {
			if (policy.seesNode(node)) {
				nodes.add(node);
			}
			else if (this.values.chance(70)) {
				nodes.add(changed(node));
			}
		}
		List<RawEdge> edges = new ArrayList<>();
		for (RawEdge edge : graph.edges()) {
			if (policy.seesEdge(edge)) {
				edges.add(edge);
			}
			else if (this.values.chance(70)) {
				edges.add(changed(edge));
			}
		}
		strangers(nodes, edges);
		RawGraph twin = RawGraph.of(nodes, edges);
		return looksLike(graph, twin, asker) ? Optional.of(twin) : Optional.empty();
	}

	private boolean looksLike(RawGraph graph, RawGraph twin, Asker asker) {
		RawGraph seen = new Reduction(this.sdl, graph, asker, this.today).seen();
		RawGraph other = new Reduction(this.sdl, twin, asker, this.today).seen();
		return seen.nodes().equals(other.nodes()) && new HashSet<>(seen.edges()).equals(new HashSet<>(other.edges()))
				&& Rights.of(asker, graph, this.today).equals(Rights.of(asker, twin, this.today));
	}

	/** Records of a nation that no viewer is of, tied to everything that is there. */
	private void strangers(List<RawNode> nodes, List<RawEdge> edges) {
		RawGraph strange = GraphGenerator.graph(this.sdl, this.random);
		List<RawNode> added = new ArrayList<>();
		for (RawNode node : strange.nodes().values()) {
			if (added.size() < STRANGERS && this.sdl.type(node.type()).isRecord()) {
				added.add(new RawNode(node.type(), "stranger " + node.key(), hidden(node.facts())));
			}
		}
		for (RawNode stranger : added) {
			for (Sdl.Relation relation : this.sdl.relationships()) {
				for (RawNode known : nodes) {
					tie(relation, stranger, known).ifPresent(edges::add);
				}
			}
		}
		nodes.addAll(added);
	}

	private Optional<RawEdge> tie(Sdl.Relation relation, RawNode stranger, RawNode known) {
		boolean ahead = stranger.type().equals(relation.owner()) && known.type().equals(relation.target());
		boolean back = known.type().equals(relation.owner()) && stranger.type().equals(relation.target());
		if (!(ahead || back) || !this.values.chance(30)) {
			return Optional.empty();
		}
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		if (relation.facts() != null) {
			this.sdl.factsOf(relation.type())
				.values()
				.forEach((field) -> facts.put(field.name(), this.values.value(field)));
			facts.put("marking", null);
		}
		String key = (relation.facts() != null) ? stranger.key() + " " + relation.type() + " " + known.ref() : null;
		return Optional.of(new RawEdge(relation.type(), ahead ? stranger.ref() : known.ref(),
				ahead ? known.ref() : stranger.ref(), key, facts));
	}

	private static Map<String, @Nullable Object> hidden(Map<String, @Nullable Object> facts) {
		Map<String, @Nullable Object> hidden = new LinkedHashMap<>(facts);
		hidden.put("marking", "ORIGINATOR");
		hidden.put("releasableTo", List.of());
		hidden.put("originator", "ZZZ");
		hidden.put("figuresMarking", null);
		return hidden;
	}

	private RawNode changed(RawNode node) {
		RawNode changed = node;
		for (Sdl.Field field : this.sdl.type(node.type()).fields().values()) {
			changed = LEFT_ALONE.contains(field.name()) ? changed
					: changed.with(field.name(), this.values.value(field));
		}
		return changed;
	}

	private RawEdge changed(RawEdge edge) {
		RawEdge changed = edge;
		for (Sdl.Field field : this.sdl.factsOf(edge.type()).values()) {
			changed = LEFT_ALONE.contains(field.name()) ? changed
					: changed.with(field.name(), this.values.value(field));
		}
		return changed;
	}

}
