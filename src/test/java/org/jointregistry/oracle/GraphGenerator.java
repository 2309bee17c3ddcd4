package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Small graphs over every type and relation of the schema, from a seed.
 */
final class GraphGenerator {

	static final List<String> NATIONS = List.of("DEU", "ITA", "SWE", "USA");

	static final List<String> COMMUNITIES = List.of("EU", "NATO");

	private static final int FEWEST = 10;

	private static final int SPREAD = 50;

	/** Of a hundred nodes, how many are of the favoured types where there are such. */
	private static final int FAVOURED = 70;

	/** What sentence 1 names, and edges whose marking is another's. */
	private static final Set<String> REFERENCE = Set.of("Nation", "Community", "Standard", "MEMBER_OF");

	private static final List<String> KEYS = List.of("K1", "K2", "match", "viewer", "n0", "\u00D6-7", "token", "`a`:b",
			"'; //", "\u05D0\u05D1", "r0", "$p0", "\"k\"", "null", "K10", "k1", "\uD83D\uDE00", "\uFF5E");

	private static final List<String> MARKINGS = List.of("PUBLIC", "PUBLIC", "COMMUNITY", "PARTNERS", "PARTNERS",
			"ORIGINATOR");

	private static final Map<String, String> PREFIXES = Map.of("Institution", "I.", "InnovationHub", "H.", "Contractor",
			"C.");

	private final Sdl sdl;

	private final ValueGenerator values;

	private final Map<RawNode.Ref, RawNode> nodes = new LinkedHashMap<>();

	private final List<RawEdge> edges = new ArrayList<>();

	private final List<String> favoured;

	private GraphGenerator(Sdl sdl, List<String> favoured, Random random) {
		this.sdl = sdl;
		this.favoured = favoured;
		this.values = new ValueGenerator(sdl, random);
	}

	static RawGraph graph(Sdl sdl, Random random) {
		return graph(sdl, List.of(), random);
	}

	/**
	 * A graph of which some types are the greater part.
	 * @param sdl the schema
	 * @param favoured names of object types; none for a graph of everything alike
	 * @param random decides
	 * @return the graph
	 */
	static RawGraph graph(Sdl sdl, List<String> favoured, Random random) {
		return new GraphGenerator(sdl, favoured, random).graph();
	}

	private RawGraph graph() {
		NATIONS.forEach((key) -> add(this.sdl.type("Nation"), key));
		COMMUNITIES.forEach((key) -> add(this.sdl.type("Community"), key));
		List<Sdl.Type> types = List.copyOf(this.sdl.types().values());
		Sdl.Type often = this.values.one(types);
		for (int count = FEWEST + this.values.upTo(SPREAD), tries = count * 10; this.nodes.size() < count
				&& tries > 0; tries--) {
			Sdl.Type type = (!this.favoured.isEmpty() && this.values.chance(FAVOURED))
					? this.sdl.type(this.values.one(this.favoured)) : this.values.chance(30) ? this.sdl.type("Program")
							: this.values.chance(20) ? often : this.values.one(types);
			add(type, PREFIXES.getOrDefault(type.name(), "") + this.values.one(KEYS));
		}
		this.sdl.relationships().forEach(this::relate);
		return RawGraph.of(List.copyOf(this.nodes.values()), this.edges);
	}

	private void add(Sdl.Type type, String key) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		for (Sdl.Field field : type.fields().values()) {
			if (!field.name().equals("key")) {
				facts.put(field.name(), this.values.value(field));
			}
		}
		if (type.isRecord()) {
			facts.putAll(release(type.name()));
		}
		if (type.name().equals("ImportMatch")) {
			// A key, which an index has room for
			facts.put("subject", this.values.one(KEYS));
		}
		// No two entries of the audit trail have one place, and each is of a record
		facts.computeIfPresent("sequence", (name, value) -> this.nodes.size());
		facts.computeIfPresent("regime", (name, value) -> this.values.one(KEYS));
		facts.computeIfPresent("recordKey", (name, value) -> this.values.one(KEYS));
		this.nodes.putIfAbsent(new RawNode.Ref(type.name(), key), new RawNode(type.name(), key, facts));
	}

	private Map<String, @Nullable Object> release(String kind) {
		Map<String, @Nullable Object> release = new LinkedHashMap<>();
		release.put("marking", REFERENCE.contains(kind) ? "PUBLIC" : this.values.one(MARKINGS));
		release.put("releasableTo",
				this.values.some(Stream
					.concat(NATIONS.stream().map("nation:"::concat), COMMUNITIES.stream().map("community:"::concat))
					.toList(), 15));
		release.put("originator", this.values.chance(30) ? this.values.one(NATIONS) : null);
		release.put("figuresMarking", this.values.chance(50) ? this.values.one(MARKINGS) : null);
		release.put("industryReleasable", this.values.chance(50));
		return release;
	}

	private void relate(Sdl.Relation relation) {
		List<RawNode> targets = this.nodes.values()
			.stream()
			.filter((node) -> node.type().equals(relation.target()))
			.toList();
		if (targets.isEmpty()) {
			return;
		}
		for (RawNode from : List.copyOf(this.nodes.values())) {
			if (from.type().equals(relation.owner())) {
				relate(relation, from, targets);
			}
		}
	}

	private void relate(Sdl.Relation relation, RawNode from, List<RawNode> targets) {
		Set<RawNode.Ref> reached = new HashSet<>();
		int count = relation.many() ? this.values.upTo(3) : this.values.upTo(3) / 2;
		for (int number = 0; number < Math.min(count, relation.many() ? count : 1); number++) {
			RawNode.Ref to = this.values.one(targets).ref();
			if (relation.facts() != null) {
				this.edges.add(factual(relation, from.ref(), to));
			}
			else if ((relation.many() || isFree(relation, from)) && reached.add(to)) {
				this.edges.add(new RawEdge(relation.type(), from.ref(), to, null, Map.of()));
			}
		}
	}

	/** What leads to one may lead to nodes of several types, and leads to one of all. */
	private boolean isFree(Sdl.Relation relation, RawNode from) {
		return this.edges.stream()
			.noneMatch((edge) -> edge.type().equals(relation.type()) && edge.from().equals(from.ref()));
	}

	private RawEdge factual(Sdl.Relation relation, RawNode.Ref from, RawNode.Ref to) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		for (Sdl.Field field : this.sdl.facts().getOrDefault(String.valueOf(relation.facts()), Map.of()).values()) {
			facts.put(field.name(), fact(relation, field));
		}
		facts.put("marking", null);
		if (!REFERENCE.contains(relation.type()) && this.values.chance(50)) {
			facts.putAll(release(relation.type()));
			if (this.values.chance(20)) {
				facts.put("marking", null);
			}
		}
		String key = "%s %d".formatted(this.values.one(KEYS), this.edges.size());
		facts.put("key", key);
		return new RawEdge(relation.type(), from, to, key, facts);
	}

	private @Nullable Object fact(Sdl.Relation relation, Sdl.Field field) {
		return switch (field.name()) {
			case "program" -> this.values.chance(60) ? this.values.one(KEYS) : null;
			case "agreements" -> this.values.some(KEYS, 10);
			case "role" -> rights(relation, field);
			// A vote weighs something
			case "weight" -> 1 + this.values.upTo(2);
			default -> this.values.value(field);
		};
	}

	private @Nullable Object rights(Sdl.Relation relation, Sdl.Field field) {
		return (relation.type().equals("PARTICIPATES_IN") && this.values.chance(20)) ? "FORMER_PARTNER"
				: this.values.value(field);
	}

}
