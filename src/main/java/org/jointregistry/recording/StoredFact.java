package org.jointregistry.recording;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.Property;
import org.jointregistry.shared.ExactDecimal;

/**
 * A value of an input as the graph stores it, and as the audit trail tells it.
 */
final class StoredFact {

	private static final Set<String> DECIMALS = Set.of("Decimal", "MoneyAmount", "Percent");

	private StoredFact() {
	}

	/**
	 * A value as the graph stores it.
	 * @param property what it is stored as
	 * @param value as the scalar parsed it
	 * @return the stored value; null for null, texts of a list sorted and once each
	 */
	static @Nullable Object of(Property property, @Nullable Object value) {
		return switch (value) {
			case BigDecimal number -> ExactDecimal.toStored(number);
			case OffsetDateTime instant -> instant.toZonedDateTime();
			case List<?> list when property.scalar().equals("String") ->
				list.stream().map(String::valueOf).distinct().sorted().toList();
			case null, default -> value;
		};
	}

	/**
	 * The values that an entry's input and its rules say.
	 * @param entry the entry
	 * @return as the graph stores them, by property; null takes a value away
	 */
	static Map<String, @Nullable Object> ofAll(Entry entry) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		for (InputField field : entry.fields()) {
			if (entry.says(field.name())) {
				switch (field.target()) {
					case InputField.Fact(Property property) ->
						facts.put(property.name(), of(property, entry.value(field.name())));
					case InputField.Reference(Property property) ->
						facts.put(property.name(), named(property, entry, field));
					case InputField.Link _, InputField.Links _, InputField.Ties _, InputField.Subject _,
							InputField.Own _ -> {
						// Fills no value
					}
				}
			}
		}
		facts.putAll(entry.facts());
		return facts;
	}

	private static @Nullable Object named(Property property, Entry entry, InputField field) {
		Stream<String> key = entry.findNamed(field.name()).map(NodeRef::key).stream();
		return property.list() ? key.toList() : key.findFirst().orElse(null);
	}

	/**
	 * What is stored with everything that is new.
	 * @param key its key
	 * @param writing the mutation that makes it
	 * @return as the graph stores it, by property
	 */
	static Map<String, @Nullable Object> ofNew(String key, Writing writing) {
		ZonedDateTime at = writing.at().atZone(ZoneOffset.UTC);
		return Map.of("key", key, "version", 1, "recordedAt", at, "recordedFrom", at, "recordedBy",
				writing.viewer().subject());
	}

	/**
	 * A value that an entry's input says, for people.
	 * @param property what it is stored as
	 * @param entry the entry
	 * @return texts, whole numbers and lists of texts
	 */
	static @Nullable Object told(Property property, Entry entry) {
		return entry.fields()
			.stream()
			.filter((field) -> field.target() instanceof InputField.Fact fact && fact.property().equals(property))
			.findFirst()
			.map((field) -> told(entry.value(field.name())))
			.orElse(null);
	}

	/**
	 * A value of an input for people.
	 * @param value as the scalar parsed it
	 * @return texts, whole numbers and lists of texts
	 */
	static @Nullable Object told(@Nullable Object value) {
		return switch (value) {
			case BigDecimal number -> ExactDecimal.plain(number).toPlainString();
			case List<?> list -> list.stream().map(String::valueOf).distinct().sorted().toList();
			case Number number -> number;
			case Boolean choice -> choice;
			case null -> null;
			default -> String.valueOf(value);
		};
	}

	/**
	 * A stored value for people.
	 * @param property what it is stored as; null where the schema does not have it
	 * @param stored the value as the graph stores it
	 * @return texts, whole numbers and lists of texts
	 */
	static @Nullable Object told(@Nullable Property property, @Nullable Object stored) {
		return (stored instanceof Long number && property != null && DECIMALS.contains(property.scalar()))
				? told(ExactDecimal.fromStored(number)) : told(stored);
	}

}
