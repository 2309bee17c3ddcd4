package org.jointregistry.recording;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.GraphModel;
import org.jointregistry.read.Relation;
import org.jointregistry.shared.Touched;
import org.jointregistry.shared.TimeOrderedId;

/**
 * Writes the relationships of a mutation's entries. One that is no longer, or is changed,
 * is kept beside as a relationship whose type begins with {@code WAS_}.
 */
final class TieStore {

	private static final String TIE = """
			UNWIND $rows AS row
			MATCH (a:%s {key: row.from})
			MATCH (b:%s {key: row.to})
			CREATE (a)-[r:%s]->(b)
			SET r = row.facts
			RETURN count(r) AS tied
			""";

	private static final String REVISE = """
			UNWIND $rows AS row
			MATCH (:%1$s {key: row.of})%2$s() WHERE tie.key = row.key
			WITH row, tie, startNode(tie) AS a, endNode(tie) AS b
			CREATE (a)-[was:WAS_%3$s]->(b)
			SET was = properties(tie), was.recordedUntil = $at
			SET tie += row.facts, tie.version = tie.version + 1, tie.recordedFrom = $at
			RETURN labels(a)[0] AS from, a.key AS fromKey, labels(b)[0] AS to, b.key AS toKey
			""";

	private static final String UNTIE = """
			MATCH (:%1$s {key: $key})%2$s(other)
			WHERE [labels(other)[0], other.key] IN $gone
			WITH tie, startNode(tie) AS a, endNode(tie) AS b
			CREATE (a)-[was:WAS_%3$s]->(b)
			SET was = properties(tie), was.recordedUntil = $at
			DELETE tie
			""";

	/** What decides who sees figures. */
	private static final List<String> FIGURES = List.of("figuresMarking", "releasableTo", "originator");

	private final Writing writing;

	private final ReleaseGrounds grounds;

	private final Mutation mutation;

	private final Linked linked;

	private final ZonedDateTime at;

	private final Map<Kind, List<Map<String, Object>>> rows = new LinkedHashMap<>();

	private final Set<NodeRef> touched = new HashSet<>();

	private final Set<NodeRef> marked = new HashSet<>();

	private final Map<String, List<Touched.Link>> links = new HashMap<>();

	TieStore(Writing writing, GraphModel model, ReleaseGrounds grounds) {
		this.writing = writing;
		this.grounds = grounds;
		this.mutation = writing.mutation();
		this.linked = new Linked(writing, model);
		this.at = writing.at().atZone(ZoneOffset.UTC);
	}

	/**
	 * Records whose releases may follow from what was written.
	 * @return the records and those at the other ends
	 */
	Set<NodeRef> touched() {
		return this.touched;
	}

	/**
	 * Records at the ends of relationships with a marking of their own.
	 * @return those that were written
	 */
	Set<NodeRef> marked() {
		return this.marked;
	}

	/**
	 * What relations of a record led to, and lead to now.
	 * @param entry the record's entry
	 * @return those that its input names
	 */
	List<Touched.Link> links(Entry entry) {
		return this.links.getOrDefault(entry.key(), List.of());
	}

	/** Ties the records that are written to those that their entries name. */
	void writeLinks() {
		this.writing.entries().forEach((entry) -> {
			NodeRef own = new NodeRef(this.writing.label(entry), entry.key());
			this.touched.add(own);
			entry.fields().forEach((field) -> add(entry, own, field));
			entry.links()
				.forEach((name, others) -> others.forEach((other) -> add(own, relation(name), other, plain())));
			entry.unlinks().forEach((name, others) -> untie(own, relation(name), others));
		});
		writeRows();
	}

	private Relation relation(String name) {
		return (Relation) this.mutation.type().field(name);
	}

	private void add(Entry entry, NodeRef own, InputField field) {
		switch (field.target()) {
			case InputField.Link link when entry.says(field.name()) -> {
				untie(own, link.relation(), this.linked.all(own, link.relation()));
				entry.findNamed(field.name()).ifPresent((other) -> link(own, link.relation(), other));
			}
			case InputField.Links links when entry.says(field.name()) ->
				relink(own, links.relation(), entry.listNamed(field.name()));
			case InputField.Ties ties -> entry.ties(field.name())
				.forEach((tie) -> add(own, ties.relation(), tie.getNamed(ties.end()), sharing(entry, tie)));
			case InputField.Link _, InputField.Links _, InputField.Fact _, InputField.Reference _, InputField.Subject _,
					InputField.Own _ -> {
				// Makes no relationship
			}
		}
	}

	/** Ties the records that entries name, by relationships with facts. */
	void write() {
		Relation relation = Objects.requireNonNull(this.mutation.relation());
		this.writing.entries().forEach((entry) -> {
			NodeRef own = entry.getNamed(this.mutation.subject());
			InputField end = entry.fields()
				.stream()
				.filter((field) -> field.target() instanceof InputField.Link)
				.findFirst()
				.orElseThrow();
			add(own, relation, entry.getNamed(end.name()), facts(entry, entry.key()));
			touch(own);
		});
		writeRows();
	}

	/** Changes the facts of relationships. */
	void revise() {
		Relation relation = Objects.requireNonNull(this.mutation.relation());
		List<Map<String, Object>> changes = this.writing.entries()
			.stream()
			.map((entry) -> Map.<String, Object>of("of", entry.getNamed(this.mutation.subject()).key(), "key",
					entry.key(), "facts", StoredFact.ofAll(entry)))
			.toList();
		this.writing.transaction()
			.run(REVISE.formatted(this.mutation.type().concrete().label(), Versions.pattern(relation),
					relation.relationship()), Map.of("rows", changes, "at", this.at))
			.list()
			.forEach((row) -> {
				List<NodeRef> ends = List.of(new NodeRef(row.get("from").asString(), row.get("fromKey").asString()),
						new NodeRef(row.get("to").asString(), row.get("toKey").asString()));
				this.marked.addAll(ends);
				ends.forEach(this::touch);
			});
	}

	/**
	 * Leads a relation to others: of what it led to, what the viewer does not see stays.
	 */
	private void relink(NodeRef own, Relation relation, List<NodeRef> others) {
		List<NodeRef> before = this.linked.seen(own, relation);
		untie(own, relation, before.stream().filter((other) -> !others.contains(other)).toList());
		others.stream().filter((other) -> !before.contains(other)).forEach((other) -> link(own, relation, other));
	}

	private void untie(NodeRef own, Relation relation, List<NodeRef> gone) {
		if (!gone.isEmpty()) {
			List<List<String>> ends = gone.stream().map((other) -> List.of(other.label(), other.key())).toList();
			this.writing.transaction()
				.run(UNTIE.formatted(own.label(), Versions.pattern(relation), relation.relationship()),
						Map.of("key", own.key(), "gone", ends, "at", this.at))
				.consume();
			gone.forEach((other) -> {
				note(own, relation, other);
				touch(other);
			});
		}
	}

	private void link(NodeRef own, Relation relation, NodeRef other) {
		add(own, relation, other, plain());
		note(own, relation, other);
	}

	private void note(NodeRef own, Relation relation, NodeRef other) {
		this.links.computeIfAbsent(own.key(), (key) -> new ArrayList<>())
			.add(new Touched.Link(relation.name(), other.label(), other.key()));
	}

	private void add(NodeRef own, Relation relation, NodeRef other, Map<String, @Nullable Object> facts) {
		NodeRef from = relation.outgoing() ? own : other;
		NodeRef to = relation.outgoing() ? other : own;
		this.rows
			.computeIfAbsent(new Kind(from.label(), to.label(), relation.relationship()), (kind) -> new ArrayList<>())
			.add(Map.of("from", from.key(), "to", to.key(), "facts", facts));
		touch(other);
		if (facts.get("marking") != null || facts.get("figuresMarking") != null) {
			this.marked.addAll(List.of(own, other));
		}
	}

	private void touch(NodeRef record) {
		if (this.grounds.followsEdges(record)) {
			this.touched.add(record);
		}
	}

	private Map<String, @Nullable Object> plain() {
		return Map.of("recordedFrom", this.at);
	}

	/**
	 * The facts of a relationship that is added with its record: its figures are the
	 * record's.
	 */
	private Map<String, @Nullable Object> sharing(Entry entry, Entry tie) {
		Map<String, @Nullable Object> facts = facts(tie, newKey());
		Map<String, @Nullable Object> record = StoredFact.ofAll(entry);
		if (record.get("figuresMarking") != null) {
			FIGURES.forEach((name) -> facts.putIfAbsent(name, record.get(name)));
		}
		return facts;
	}

	private Map<String, @Nullable Object> facts(Entry tie, String key) {
		Map<String, @Nullable Object> facts = new HashMap<>(StoredFact.ofNew(key, this.writing));
		facts.putAll(StoredFact.ofAll(tie));
		return facts;
	}

	private String newKey() {
		return "T-" + TimeOrderedId.at(this.writing.at());
	}

	private void writeRows() {
		this.rows.forEach((kind, ties) -> {
			long tied = this.writing.transaction()
				.run(TIE.formatted(kind.from(), kind.to(), kind.relationship()), Map.of("rows", ties))
				.single()
				.get("tied")
				.asLong();
			if (tied != ties.size()) {
				throw new IllegalStateException("A record that was seen is there no longer");
			}
		});
	}

	private record Kind(String from, String to, String relationship) {

	}

}
