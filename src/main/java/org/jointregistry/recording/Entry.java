package org.jointregistry.recording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.RegistryException;

/**
 * What an input says of one record, and what follows from it.
 */
public final class Entry {

	/** What decides who sees a record. */
	private static final List<String> RELEASE = List.of("marking", "releasableTo", "originator", "industryReleasable");

	private final List<InputField> fields;

	private final List<String> path;

	private final Map<String, @Nullable Object> input;

	private final Map<String, NodeRef> named = new LinkedHashMap<>();

	private final Map<String, List<NodeRef>> listed = new LinkedHashMap<>();

	private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();

	private final Map<String, List<NodeRef>> links = new LinkedHashMap<>();

	private final Map<String, List<NodeRef>> unlinks = new LinkedHashMap<>();

	private final Map<String, List<Entry>> ties = new LinkedHashMap<>();

	private String key = "";

	Entry(List<InputField> fields, List<String> path, Map<String, @Nullable Object> input) {
		this.fields = fields;
		this.path = path;
		this.input = input;
		fields.forEach(this::addTies);
	}

	@SuppressWarnings("unchecked")
	private void addTies(InputField field) {
		if (field.target() instanceof InputField.Ties ties && value(field.name()) instanceof List<?> list) {
			List<Entry> entries = new ArrayList<>();
			for (Object each : list) {
				entries.add(new Entry(ties.facts(), pathOf(field.name(), String.valueOf(entries.size())),
						(Map<String, @Nullable Object>) each));
			}
			this.ties.put(field.name(), entries);
		}
	}

	/**
	 * The record's key.
	 * @return the key that a new record will have, or that of the one to change
	 */
	public String key() {
		return this.key;
	}

	/**
	 * A value of the input.
	 * @param field the field's name
	 * @return as the scalar parsed it; null where it is left out
	 */
	public @Nullable Object value(String field) {
		return this.input.get(field);
	}

	/**
	 * A text or a value of an enum of the input.
	 * @param field the field's name
	 * @return null where it is left out
	 */
	public @Nullable String text(String field) {
		return (String) value(field);
	}

	/**
	 * A number of the input.
	 * @param field the field's name
	 * @return null where it is left out
	 */
	public @Nullable BigDecimal decimal(String field) {
		return (BigDecimal) value(field);
	}

	/**
	 * The record that a field of the input names, which the viewer sees.
	 * @param field the field's name
	 * @return empty where it is left out
	 */
	public Optional<NodeRef> findNamed(String field) {
		return Optional.ofNullable(this.named.get(field));
	}

	/**
	 * The record that a field of the input names, which the viewer sees.
	 * @param field the name of a required field
	 * @return the record
	 * @throws RegistryException with {@code NOT_FOUND} if it is left out
	 */
	public NodeRef getNamed(String field) {
		return findNamed(field).orElseThrow(RegistryException::notFound);
	}

	/**
	 * The records that a field of the input names, which the viewer sees.
	 * @param field the name of a field that is a list of global ids
	 * @return in the order of the input; none where it is left out
	 */
	public List<NodeRef> listNamed(String field) {
		return this.listed.getOrDefault(field, List.of());
	}

	/**
	 * What the input says of relationships with facts.
	 * @param field the name of a field that is a list of them
	 * @return one entry for each; none where it is left out
	 */
	public List<Entry> ties(String field) {
		return this.ties.getOrDefault(field, List.of());
	}

	/**
	 * Whether a list of the input is longer than it may be. Its bounds tell that, and its
	 * elements are not judged.
	 * @param field the field's name
	 * @return false where it is left out or has no bounds
	 */
	public boolean isTooLong(String field) {
		return value(field) instanceof List<?> list && this.fields.stream()
			.filter((each) -> each.name().equals(field))
			.flatMap((each) -> Stream.ofNullable(each.bounds().length()))
			.anyMatch((most) -> list.size() > most);
	}

	/**
	 * Stores a value with the record that the input does not say.
	 * @param property its name
	 * @param stored the value as the graph stores it
	 */
	public void set(String property, @Nullable Object stored) {
		this.facts.put(property, stored);
	}

	/**
	 * Shows the record to whoever another is shown to, as that is now.
	 * @param other tells what the other has by the name of a property; null where it has
	 * nothing
	 */
	public void showAs(Function<String, @Nullable Object> other) {
		for (String name : RELEASE) {
			Object value = other.apply(name);
			if (value != null) {
				set(name, value);
			}
		}
	}

	/**
	 * Ties the record to others that the input does not name.
	 * @param relation the name of a field of its type
	 * @param others what it is tied to
	 */
	public void link(String relation, List<NodeRef> others) {
		this.links.computeIfAbsent(relation, (name) -> new ArrayList<>()).addAll(others);
	}

	/**
	 * Has a relation of a record that is changed no longer lead to others. What it was is
	 * kept.
	 * @param relation the name of a field of its type, over a relationship without facts
	 * @param others what it leads to no longer
	 */
	public void unlink(String relation, List<NodeRef> others) {
		this.unlinks.computeIfAbsent(relation, (name) -> new ArrayList<>()).addAll(others);
	}

	/**
	 * Where a field of this entry stands in the whole input.
	 * @param field names of fields, from the record's down
	 * @return names and places from the top
	 */
	List<String> pathOf(String... field) {
		List<String> whole = new ArrayList<>(this.path);
		whole.addAll(Arrays.asList(field));
		return whole;
	}

	List<InputField> fields() {
		return this.fields;
	}

	/**
	 * This entry and those of the relationships with facts that it makes.
	 * @return itself first
	 */
	List<Entry> withTies() {
		List<Entry> all = new ArrayList<>(List.of(this));
		this.ties.values().forEach(all::addAll);
		return all;
	}

	/**
	 * Whether the input says something of a field.
	 * @param field the field's name
	 * @return true where it gives a value or null
	 */
	public boolean says(String field) {
		return this.input.containsKey(field);
	}

	void name(String field, NodeRef record) {
		this.named.put(field, record);
	}

	void nameAll(String field, List<NodeRef> records) {
		this.listed.put(field, records);
	}

	void assignKey(String key) {
		this.key = key;
	}

	Map<String, @Nullable Object> facts() {
		return this.facts;
	}

	Map<String, List<NodeRef>> links() {
		return this.links;
	}

	Map<String, List<NodeRef>> unlinks() {
		return this.unlinks;
	}

	Map<String, NodeRef> named() {
		return this.named;
	}

	Map<String, List<NodeRef>> listed() {
		return this.listed;
	}

	/**
	 * A field of the record, as a global id names it.
	 * @param field the name of a field that the input has
	 * @return the client's text
	 */
	String id(String field) {
		return (String) Objects.requireNonNull(value(field));
	}

}
