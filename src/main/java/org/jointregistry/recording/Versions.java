package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.neo4j.driver.Record;

import org.jointregistry.access.Sight;
import org.jointregistry.read.Property;
import org.jointregistry.read.Relation;
import org.jointregistry.shared.RegistryException;

/**
 * The versions of what a mutation changes. Whoever asks for them holds them until the
 * transaction ends, so that of two that change the same version one is told.
 */
final class Versions {

	private static final String RECORDS = """
			UNWIND $keys AS key
			MATCH (n:%s {key: key})
			RETURN key, properties(n) AS facts
			""";

	private static final String TIES = """
			UNWIND $rows AS row
			MATCH (:%s {key: row.of})%s() WHERE tie.key = row.key
			RETURN tie.key AS key, properties(tie) AS facts
			""";

	private static final String LOCK_TIES = """
			UNWIND $rows AS row
			MATCH (:%s {key: row.of})%s() WHERE tie.key = row.key
			SET tie.version = coalesce(tie.version, 1)
			""";

	private final Writing writing;

	private final Mutation mutation;

	Versions(Writing writing) {
		this.writing = writing;
		this.mutation = writing.mutation();
	}

	/**
	 * The records to change, as they are now.
	 * @return their values as the graph stores them, by key
	 */
	Map<String, Map<String, Object>> ofRecords() {
		List<Record> found = new ArrayList<>();
		this.writing.hold(this.writing.entries()
			.stream()
			.map((entry) -> new NodeRef(this.writing.label(entry), entry.key()))
			.toList());
		this.writing.entries()
			.stream()
			.collect(Collectors.groupingBy(this.writing::label))
			.forEach((label, entries) -> {
				Map<String, Object> keys = Map.of("keys", entries.stream().map(Entry::key).toList());
				found.addAll(this.writing.transaction().run(RECORDS.formatted(label), keys).list());
			});
		return checked(found);
	}

	/**
	 * The relationships to change, as they are now.
	 * @return their values as the graph stores them, by key
	 * @throws RegistryException with {@code NOT_FOUND} if one is not there, the viewer
	 * does not see it, or it leads or refers to another record than its entry says
	 */
	Map<String, Map<String, Object>> ofTies() {
		Relation relation = Objects.requireNonNull(this.mutation.relation());
		List<Map<String, String>> rows = lockTies(relation);
		List<Record> seen = new Sight(this.writing.transaction(), this.writing.viewer())
			.seenTies(this.mutation.type().concrete().label(), relation.relationship(), relation.outgoing(), rows);
		Map<String, Map<String, Object>> found = checked(seen);
		Map<String, String> others = new HashMap<>();
		seen.forEach((row) -> others.put(row.get("key").asString(), row.get("other").asString()));
		if (found.size() < rows.size()
				|| !this.writing.entries().stream().allMatch((entry) -> refers(entry, found) && leads(entry, others))) {
			throw RegistryException.notFound();
		}
		return found;
	}

	/**
	 * What follows from another change and is changed with it, as it is now, whether or
	 * not the viewer sees it.
	 * @return values as the graph stores them, by key
	 */
	Map<String, Map<String, Object>> ofConsequences() {
		Relation relation = this.mutation.relation();
		if (relation == null) {
			return ofRecords();
		}
		List<Map<String, String>> rows = lockTies(relation);
		return checked(this.writing.transaction()
			.run(TIES.formatted(this.mutation.type().concrete().label(), pattern(relation)), Map.of("rows", rows))
			.list());
	}

	private List<Map<String, String>> lockTies(Relation relation) {
		List<Map<String, String>> rows = new ArrayList<>();
		this.writing.entries()
			.forEach((entry) -> rows
				.add(Map.of("of", entry.getNamed(this.mutation.subject()).key(), "key", entry.key())));
		this.writing.transaction()
			.run(LOCK_TIES.formatted(this.mutation.type().concrete().label(), pattern(relation)), Map.of("rows", rows))
			.consume();
		return rows;
	}

	/** Whether a relationship leads to the record that its entry says it does. */
	private static boolean leads(Entry entry, Map<String, String> others) {
		return entry.fields()
			.stream()
			.filter((field) -> field.target() instanceof InputField.Link)
			.allMatch((field) -> entry.getNamed(field.name()).key().equals(others.get(entry.key())));
	}

	/** Whether a relationship refers to the records that its entry says it does. */
	private static boolean refers(Entry entry, Map<String, Map<String, Object>> found) {
		Map<String, Object> stored = found.getOrDefault(entry.key(), Map.of());
		return entry.fields()
			.stream()
			.allMatch((field) -> !(field.target() instanceof InputField.Reference(Property property))
					|| entry.getNamed(field.name()).key().equals(stored.get(property.name())));
	}

	static String pattern(Relation relation) {
		return (relation.outgoing() ? "-[tie:%s]->" : "<-[tie:%s]-").formatted(relation.relationship());
	}

	private Map<String, Map<String, Object>> checked(List<Record> rows) {
		Map<String, Map<String, Object>> current = new HashMap<>();
		rows.forEach((row) -> current.put(row.get("key").asString(), row.get("facts").asMap()));
		for (Entry entry : this.writing.entries()) {
			Map<String, Object> facts = current.get(entry.key());
			Object version = (facts != null) ? facts.get("version") : null;
			if (version instanceof Long number && entry.says(Mutation.VERSION)
					&& !Objects.equals(entry.value(Mutation.VERSION), Math.toIntExact(number))) {
				this.writing.refuse(new Refusal(InputErrorCode.CONFLICT.name(), InputErrorCode.CONFLICT.message(),
						entry.pathOf(Mutation.VERSION), number));
			}
		}
		return current;
	}

}
