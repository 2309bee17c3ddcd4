package org.jointregistry.recording;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.access.ReleaseStore;
import org.jointregistry.audit.Change;
import org.jointregistry.read.GraphModel;
import org.jointregistry.read.Property;
import org.jointregistry.shared.RegistryException;
import org.jointregistry.shared.Touched;

/**
 * Writes what a mutation's entries say, with one statement for each kind of node and of
 * relationship. What is changed keeps what it was: a node in a node of its own under it,
 * a relationship in one of its own beside it.
 */
final class RecordStore {

	private static final String ADD = "UNWIND $rows AS row CREATE (n:%s) SET n = row.facts";

	private static final String REVISE = """
			UNWIND $rows AS row
			WITH row WHERE size(keys(row.facts)) > 0
			MATCH (n:%%s {key: row.key})
			CREATE (n)-[:WAS]->(was:Was)
			SET was = properties(n), was.recordedUntil = $at
			%s
			SET n += row.facts, n.version = n.version + 1, n.recordedFrom = $at
			""".formatted(ReleaseStore.FORGET);

	private static final String FICTIONAL = """
			UNWIND $keys AS key
			MATCH (n:%s {key: key})
			WHERE n.fictional IS NULL
			SET n.fictional = EXISTS { (n)--(other) WHERE other.fictional }
			""";

	private final Writing writing;

	private final Mutation mutation;

	private final GraphModel model;

	private final ReleaseGrounds grounds;

	private final ZonedDateTime at;

	private final Versions versions;

	private final TieStore ties;

	RecordStore(Writing writing, GraphModel model, ReleaseGrounds grounds) {
		this.writing = writing;
		this.mutation = writing.mutation();
		this.model = model;
		this.grounds = grounds;
		this.at = writing.at().atZone(ZoneOffset.UTC);
		this.versions = new Versions(writing);
		this.ties = new TieStore(writing, model, grounds);
	}

	/**
	 * Refuses new records whose key is another's, and changes of a version that is no
	 * more. What is to be changed is locked until the transaction ends.
	 * @throws RegistryException with {@code NOT_FOUND} if a relationship to change is not
	 * there, or the viewer does not see it
	 */
	void requireCurrent() {
		switch (this.mutation.act()) {
			case ADD -> new NewKeys(this.writing, this.model).require();
			case REVISE -> this.writing.found(this.versions.ofRecords());
			case REVISE_TIE -> this.writing.found(this.versions.ofTies());
			case TIE -> {
				// Its key is new, whatever is there
			}
		}
	}

	/**
	 * Holds what is changed as it follows from another change, until the transaction
	 * ends.
	 */
	void holdConsequences() {
		switch (this.mutation.act()) {
			case REVISE, REVISE_TIE -> this.writing.found(this.versions.ofConsequences());
			case ADD, TIE -> {
				// Its key is new
			}
		}
	}

	/**
	 * Writes all of it.
	 * @return what was changed, for the audit trail
	 */
	List<Change> write() {
		switch (this.mutation.act()) {
			case ADD -> {
				writeRecords(ADD);
				this.ties.writeLinks();
				byLabel().forEach((label, entries) -> this.writing.transaction()
					.run(FICTIONAL.formatted(label), Map.of("keys", keys(entries)))
					.consume());
			}
			case REVISE -> {
				writeRecords(REVISE);
				this.ties.writeLinks();
			}
			case TIE -> this.ties.write();
			case REVISE_TIE -> this.ties.revise();
		}
		Releases releases = new Releases(this.writing.transaction(), this.grounds);
		releases.refreshNodes(this.ties.touched());
		releases.refreshEdges(this.ties.touched(), this.ties.marked());
		return this.writing.entries().stream().map(this::change).toList();
	}

	private void writeRecords(String statement) {
		byLabel().forEach((label, entries) -> {
			List<Map<String, Object>> rows = entries.stream()
				.map((entry) -> Map.<String, Object>of("key", entry.key(), "facts", stored(entry)))
				.toList();
			this.writing.transaction().run(statement.formatted(label), Map.of("rows", rows, "at", this.at)).consume();
		});
	}

	private Map<String, List<Entry>> byLabel() {
		return this.writing.entries().stream().collect(Collectors.groupingBy(this.writing::label));
	}

	private static List<String> keys(List<Entry> entries) {
		return entries.stream().map(Entry::key).toList();
	}

	private Map<String, @Nullable Object> stored(Entry entry) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		if (this.mutation.act() == WriteAct.ADD) {
			facts.putAll(StoredFact.ofNew(entry.key(), this.writing));
			facts.put("industryReleasable", false);
			facts.put("releasableTo", List.of());
		}
		facts.putAll(StoredFact.ofAll(entry));
		return facts;
	}

	/**
	 * The change as people read it: of the record that was written, or whose relationship
	 * was.
	 */
	private Change change(Entry entry) {
		boolean ofRecord = this.mutation.relation() == null;
		String record = ofRecord ? entry.key() : entry.getNamed(this.mutation.subject()).key();
		Map<String, @Nullable Object> after = new LinkedHashMap<>();
		after.put("key", entry.key());
		after.putAll(told(entry));
		Map<String, Object> was = this.writing.current(entry);
		return new Change(this.writing.at(), this.mutation.name(), type(this.writing.label(entry)), record,
				was.isEmpty() ? null : before(entry, was), after, version(entry), touched(entry));
	}

	private List<Touched> touched(Entry entry) {
		return switch (this.mutation.act()) {
			case ADD -> List.of(new Touched.Made());
			case REVISE -> revised(entry);
			case TIE -> List.of(new Touched.Tie(tied(), entry.key(), false));
			case REVISE_TIE -> List.of(new Touched.Tie(tied(), entry.key(),
					entry.facts().isEmpty() && facts(entry).stream().allMatch(Property::figure)));
		};
	}

	private List<Touched> revised(Entry entry) {
		Set<Touched> touched = new LinkedHashSet<>(this.ties.links(entry));
		Stream.concat(facts(entry).stream(), entry.facts().keySet().stream().map(this::findProperty))
			.forEach(
					(fact) -> touched.add((fact != null && fact.figure()) ? new Touched.Figure() : new Touched.Fact()));
		return List.copyOf(touched);
	}

	private String tied() {
		return Objects.requireNonNull(this.mutation.relation()).name();
	}

	/**
	 * The version of the record after the change; null where a relationship was written.
	 */
	private @Nullable Long version(Entry entry) {
		return switch (this.mutation.act()) {
			case ADD -> 1L;
			case REVISE -> (this.writing.current(entry).get(Mutation.VERSION) instanceof Long version)
					? Long.valueOf(StoredFact.ofAll(entry).isEmpty() ? version : version + 1) : null;
			case TIE, REVISE_TIE -> null;
		};
	}

	private String type(String label) {
		return this.mutation.type()
			.concretes()
			.stream()
			.filter((type) -> type.label().equals(label))
			.findFirst()
			.orElseThrow()
			.type();
	}

	private Map<String, @Nullable Object> told(Entry entry) {
		Map<String, @Nullable Object> told = new LinkedHashMap<>();
		entry.named().forEach((field, record) -> told.put(field, told(record)));
		entry.listed().forEach((field, records) -> told.put(field, told(records)));
		facts(entry).forEach((property) -> told.put(property.name(), StoredFact.told(property, entry)));
		entry.facts().forEach((name, value) -> told.put(name, StoredFact.told(findProperty(name), value)));
		entry.links().forEach((name, others) -> told.put(name, told(entry.listNamed(name), others)));
		entry.fields()
			.stream()
			.filter((field) -> field.target() instanceof InputField.Own && field.name().equals(Mutation.REASON))
			.forEach((field) -> told.put(Mutation.REASON, entry.text(Mutation.REASON)));
		entry.fields()
			.stream()
			.filter((field) -> field.target() instanceof InputField.Ties)
			.forEach((field) -> told.put(field.name(), entry.ties(field.name()).stream().map(this::told).toList()));
		told.values().removeIf((value) -> value == null && this.mutation.act() == WriteAct.ADD);
		return told;
	}

	private static String told(NodeRef record) {
		return record.label() + ":" + record.key();
	}

	private static List<String> told(List<NodeRef> records) {
		return records.stream().map(RecordStore::told).toList();
	}

	/**
	 * All that a relation leads to: what the input names and what follows from it.
	 */
	private static @Nullable List<String> told(List<NodeRef> named, List<NodeRef> following) {
		List<String> all = Stream.of(named, following).flatMap(List::stream).map(RecordStore::told).toList();
		return all.isEmpty() ? null : all;
	}

	private @Nullable Property findProperty(String name) {
		return (this.mutation.type().fields().get(name) instanceof Property property) ? property : null;
	}

	private static List<Property> facts(Entry entry) {
		return entry.fields().stream().flatMap((field) -> fact(entry, field)).toList();
	}

	private static Stream<Property> fact(Entry entry, InputField field) {
		return (field.target() instanceof InputField.Fact fact && entry.says(field.name())) ? Stream.of(fact.property())
				: Stream.of();
	}

	private Map<String, @Nullable Object> before(Entry entry, Map<String, Object> was) {
		Map<String, @Nullable Object> before = new LinkedHashMap<>();
		facts(entry)
			.forEach((property) -> before.put(property.name(), StoredFact.told(property, was.get(property.name()))));
		entry.facts().keySet().forEach((name) -> before.put(name, StoredFact.told(findProperty(name), was.get(name))));
		return before;
	}

}
