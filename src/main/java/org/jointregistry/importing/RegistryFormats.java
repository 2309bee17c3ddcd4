package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jointregistry.importing.SchemaMap.Relation;

import org.springframework.stereotype.Component;

/**
 * The registry's own files: one for each type of records, with a column for each of its
 * fields, and one for each kind of relationship with facts. Files and columns are named
 * by the schema, so that all that is recorded has its place in one of them. A
 * relationship without facts stands in the file of one of its ends, as the keys of the
 * others.
 */
@Component
public class RegistryFormats {

	/**
	 * What the registry itself says of records: ids, times, versions and audiences come
	 * of being recorded, and are no facts of a file.
	 */
	private static final Set<String> OWN = Set.of("id", "key", "recordedAt", "version", "visibleTo");

	/** What follows from other fields of the record, and is not taken from a file. */
	private static final Map<String, Translation> TRANSLATIONS = Map.of("Agreement", Translations::agreement,
			"Milestone", Translations::milestone, "Risk", Translations::risk, "Offset",
			(row) -> Translations.offset(row, "value", "fulfilled"), "Dispute",
			(row) -> Translations.daysToResolution(row, "days_to_resolution"));

	/** What others are named by before anything else is there. */
	private static final List<String> FIRST = List.of("Nation", "Community");

	private final SchemaMap schema;

	private final Map<String, FileFormat> formats = new LinkedHashMap<>();

	RegistryFormats(SchemaMap schema) {
		this.schema = schema;
		Set<String> types = new LinkedHashSet<>();
		Set<String> begun = new HashSet<>();
		Stream.concat(FIRST.stream(), schema.recordTypes().stream()).forEach((type) -> inOrder(type, types, begun));
		types.forEach((type) -> add(type, nodes(type)));
		edges().forEach(this::add);
	}

	private void add(String name, FileFormat format) {
		if (this.formats.put(name, format) != null) {
			throw new IllegalStateException("Two files are named " + name);
		}
	}

	/**
	 * All files.
	 * @return each before those that refer to it, by the name of the type of its records
	 * or of the interface of its facts, such as {@code Contribution} or
	 * {@code Membership}
	 */
	public Map<String, FileFormat> all() {
		return this.formats;
	}

	/**
	 * A record that a cell names where it may be of several types.
	 * @param type name of its object type
	 * @param key its key
	 * @return such as {@code NATION:GBR}
	 */
	public static String named(String type, String key) {
		return RowContext.prefix(type) + ":" + key;
	}

	/**
	 * A cell with several values.
	 * @param values none blank
	 * @return the values with semicolons between
	 */
	public static String several(List<String> values) {
		return CellReader.join(values);
	}

	/**
	 * Puts a type after those that its records refer to.
	 */
	private void inOrder(String type, Set<String> types, Set<String> begun) {
		if (begun.add(type)) {
			relations(type).values()
				.stream()
				.flatMap((relation) -> concretes(relation.target()))
				.forEach((target) -> inOrder(target, types, begun));
			types.add(type);
		}
	}

	private Stream<String> concretes(String type) {
		return this.schema.recordTypes().stream().filter((record) -> this.schema.isA(record, type));
	}

	private FileFormat nodes(String type) {
		List<Column> columns = new ArrayList<>();
		columns.add(new Column("key", Column.KEY, false, false, false, false));
		common().forEach(columns::add);
		Map<String, Relation> relations = relations(type);
		fields(type).filter((field) -> this.schema.findRelation(type, field).isEmpty() || relations.containsKey(field))
			.forEach((field) -> columns.add(filled(field)));
		return new FileFormat(type, type, Optional.empty(), columns, TRANSLATIONS.getOrDefault(type, Translation.NONE));
	}

	/**
	 * The relationships without facts that stand in a type's file: those that start at
	 * it, and those that no other type tells but by releases.
	 */
	private Map<String, Relation> relations(String type) {
		Map<String, Relation> relations = new LinkedHashMap<>();
		fields(type).forEach((field) -> this.schema.findRelation(type, field)
			.filter((relation) -> relation.facts().isEmpty() && !relation.released())
			.filter((relation) -> relation.outgoing() || !isToldFromItsStart(relation))
			.ifPresent((relation) -> relations.put(field, relation)));
		return relations;
	}

	private boolean isToldFromItsStart(Relation relation) {
		return concretes(relation.target()).flatMap((type) -> relationsOf(type).values().stream())
			.anyMatch((other) -> other.outgoing() && !other.released() && other.type().equals(relation.type()));
	}

	private Map<String, FileFormat> edges() {
		Map<String, FileFormat> edges = new LinkedHashMap<>();
		this.schema.recordTypes()
			.stream()
			.flatMap((type) -> relationsOf(type).entrySet()
				.stream()
				.filter((field) -> field.getValue().facts().isPresent())
				.map((field) -> new Side(type, field.getKey(), field.getValue())))
			.sorted(Comparator.comparing(Side::isFurther)
				.thenComparing((side) -> !this.schema.isInterface(side.relation().target())))
			.forEach((side) -> edges.putIfAbsent(side.facts(), edges(side)));
		return edges;
	}

	private FileFormat edges(Side side) {
		boolean outgoing = side.relation().outgoing();
		List<Column> columns = new ArrayList<>();
		columns.add(new Column("key", Column.EDGE_KEY, false, false, false, false));
		columns.add(new Column("from", outgoing ? Column.KEY : Column.TARGET, false, false, false, false));
		columns.add(new Column("to", outgoing ? Column.TARGET : Column.KEY, false, false, false, false));
		common().filter((column) -> !column.name().equals("fictional")).forEach(columns::add);
		fields(side.facts()).forEach((field) -> columns.add(filled(field)));
		return new FileFormat(side.facts(), side.type(), Optional.of(side.field()), columns, Translation.NONE);
	}

	private Map<String, Relation> relationsOf(String type) {
		Map<String, Relation> relations = new LinkedHashMap<>();
		this.schema.fieldNames(type)
			.forEach((field) -> this.schema.findRelation(type, field)
				.ifPresent((relation) -> relations.put(field, relation)));
		return relations;
	}

	private Stream<String> fields(String type) {
		return this.schema.fieldNames(type)
			.stream()
			.filter((field) -> !OWN.contains(field) && !FileFormat.common().contains(snake(field)));
	}

	private static Stream<Column> common() {
		return FileFormat.common().stream().map((name) -> new Column(name, "", true, false, false, false));
	}

	private static Column filled(String field) {
		return new Column(snake(field), field, true, false, false, false);
	}

	private static String snake(String field) {
		return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	/**
	 * A relationship with facts, as a type of one of its ends tells it.
	 *
	 * @param type the type
	 * @param field its field
	 * @param relation the relationship
	 */
	private record Side(String type, String field, Relation relation) {

		/** Whether no other file tells the relationship from this side. */
		boolean isFurther() {
			return FileFormats.all()
				.stream()
				.noneMatch(
						(format) -> format.type().equals(this.type) && format.edge().equals(Optional.of(this.field)));
		}

		String facts() {
			return Objects.requireNonNull(this.relation.facts().orElse(null));
		}

	}

}
