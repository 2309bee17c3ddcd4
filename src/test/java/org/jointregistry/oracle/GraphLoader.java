package org.jointregistry.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jointregistry.access.Marking;
import org.jointregistry.access.Release;
import org.jointregistry.access.ReleaseStore;
import org.jointregistry.access.StoredReleases;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Session;

/**
 * Stores graphs as the registry's writers do, in place of whatever is there.
 */
final class GraphLoader {

	private final Driver driver;

	private final Sdl sdl;

	private final UnaryOperator<Release> releases;

	GraphLoader(Driver driver, Sdl sdl) {
		this(driver, sdl, UnaryOperator.identity());
	}

	/**
	 * A loader that stores other releases than those of the graph's records.
	 * @param driver reaches the database
	 * @param sdl the schema
	 * @param releases from the right release to the one that is stored
	 */
	GraphLoader(Driver driver, Sdl sdl, UnaryOperator<Release> releases) {
		this.driver = driver;
		this.sdl = sdl;
		this.releases = releases;
	}

	/**
	 * Replaces the graph in the database.
	 * @param stored what to store
	 * @param whole where anchors and parties are looked up: records keep the release that
	 * they had before anything was taken out
	 */
	void load(RawGraph stored, RawGraph whole) {
		List<Map<String, Object>> nodes = stored.nodes().values().stream().map(this::row).toList();
		List<Map<String, Object>> edges = stored.edges().stream().map((edge) -> row(edge, whole)).toList();
		try (Session session = this.driver.session()) {
			session.executeWriteWithoutResult((transaction) -> {
				transaction.run("MATCH (n) WHERE NOT n:__Neo4jMigration AND NOT n:AuditChain DETACH DELETE n")
					.consume();
				transaction
					.run("UNWIND $nodes AS row CREATE (n:$(row.label)) SET n = row.facts", Map.of("nodes", nodes))
					.consume();
				transaction.run("""
						UNWIND $edges AS row
						MATCH (a:$(row.fromLabel) {key: row.from})
						MATCH (b:$(row.toLabel) {key: row.to})
						CREATE (a)-[r:$(row.type)]->(b) SET r = row.facts""", Map.of("edges", edges)).consume();
				ReleaseStore.store(transaction, releases(transaction, stored, whole));
			});
		}
	}

	private Map<String, Object> row(RawNode node) {
		Map<String, @Nullable Object> facts = stored(node.facts());
		facts.put("key", node.key());
		return Map.of("label", label(node.ref()), "facts", facts);
	}

	private List<ReleaseStore.Stored> releases(SimpleQueryRunner graph, RawGraph stored, RawGraph whole) {
		Map<String, Map<String, RawNode>> marked = new LinkedHashMap<>();
		for (RawNode node : stored.nodes().values()) {
			if (node.fact("marking") != null) {
				marked.computeIfAbsent(label(node.ref()), (label) -> new LinkedHashMap<>()).put(node.key(), node);
			}
		}
		List<ReleaseStore.Stored> releases = new ArrayList<>();
		marked.forEach((label, nodes) -> StoredReleases.found(graph, label, nodes.keySet())
			.forEach((found) -> releases.add(stored(found, Objects.requireNonNull(nodes.get(found.key())), whole))));
		return releases;
	}

	private ReleaseStore.Stored stored(ReleaseStore.Node found, RawNode node, RawGraph whole) {
		Release release = release(String.valueOf(node.fact("marking")), node.facts(),
				Anchors.of(whole.get(node.ref()), whole, this.sdl));
		return new ReleaseStore.Stored(found, release, names(node));
	}

	private List<String> names(RawNode node) {
		List<String> names = new ArrayList<>();
		for (String field : this.sdl.type(node.type()).searched()) {
			if (node.fact(field) instanceof String name) {
				names.add(name);
			}
		}
		return names;
	}

	private Map<String, Object> row(RawEdge edge, RawGraph whole) {
		Map<String, @Nullable Object> facts = stored(edge.facts());
		facts.put("key", edge.key());
		if (edge.fact("marking") != null || edge.fact("figuresMarking") != null) {
			Object marking = edge.fact("marking");
			Release release = release((marking != null) ? (String) marking : "PUBLIC", edge.facts(),
					Anchors.of(edge, whole, this.sdl));
			facts.put("releasedTo", (marking != null) ? List.copyOf(release.tokens()) : null);
			facts.put("figuresTo", list(release.figureTokens()));
		}
		return Map.of("type", edge.type(), "from", edge.from().key(), "fromLabel", label(edge.from()), "to",
				edge.to().key(), "toLabel", label(edge.to()), "facts", facts);
	}

	private String label(RawNode.Ref node) {
		return this.sdl.type(node.type()).label();
	}

	private Release release(String marking, Map<String, @Nullable Object> facts, Anchors anchors) {
		Object figures = facts.get("figuresMarking");
		return this.releases.apply(new Release(Marking.valueOf(marking),
				(figures != null) ? Marking.valueOf((String) figures) : null, texts(facts.get("releasableTo")),
				(String) facts.get("originator"), anchors.programs(), anchors.agreements(), anchors.nations(),
				anchors.organizations(), Boolean.TRUE.equals(facts.get("industryReleasable"))));
	}

	private static Set<String> texts(@Nullable Object list) {
		Set<String> texts = new HashSet<>();
		if (list instanceof Collection<?> elements) {
			elements.forEach((element) -> texts.add((String) element));
		}
		return texts;
	}

	private static @Nullable List<String> list(@Nullable Collection<String> tokens) {
		return (tokens != null) ? List.copyOf(tokens) : null;
	}

	private static Map<String, @Nullable Object> stored(Map<String, @Nullable Object> facts) {
		Map<String, @Nullable Object> stored = new LinkedHashMap<>();
		facts.forEach((name, value) -> stored.put(name, switch (value) {
			case null -> null;
			case BigDecimal number -> number.movePointRight(4).longValueExact();
			case Instant instant -> instant.atZone(ZoneOffset.UTC);
			default -> value;
		}));
		return stored;
	}

}
