package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in the files of one name.
 * <p>
 * Each row is about a record of one type, or, where {@code edge} is given, about an edge
 * from or to such a record. A file of edges that fills fields of the record too writes
 * both.
 *
 * @param file the name
 * @param type name of the object type
 * @param edge the type's field whose relationship the rows are about; empty where they
 * are about records
 * @param columns the columns, in the order of the header; each file may carry those of
 * {@link #COMMON} besides, unless it has a marking among its own
 * @param translation what a row says in other words than the schema's
 */
public record FileFormat(String file, String type, Optional<String> edge, List<Column> columns,
		Translation translation) implements Layout {

	private static final String MARKING = "marking";

	/** Whence a fact is, and to whom it is shown. */
	private static final List<Column> COMMON = Stream
		.of("source", "confidence", "checked", "marking?", "figures_marking?", "releasable_to?", "originator?",
				"industry_releasable?", "fictional?")
		.map(Column::of)
		.toList();

	/**
	 * The columns that say whence a fact is and to whom it is shown, by name.
	 */
	static List<String> common() {
		return COMMON.stream().map(Column::name).toList();
	}

	static FileFormat nodes(String file, String type, String... columns) {
		return new FileFormat(file, type, Optional.empty(), parse(columns), Translation.NONE);
	}

	static FileFormat edges(String file, String type, String edge, String... columns) {
		return new FileFormat(file, type, Optional.of(edge), parse(columns), Translation.NONE);
	}

	private static List<Column> parse(String[] columns) {
		return Stream.of(columns).map(Column::of).toList();
	}

	FileFormat with(Translation translation) {
		return new FileFormat(this.file, this.type, this.edge, this.columns, translation);
	}

	@Override
	public List<String> required() {
		return written().filter((column) -> !column.optional()).map(Column::name).toList();
	}

	/**
	 * The required columns in their order, then any of the optional ones, none of them
	 * twice.
	 */
	@Override
	public boolean accepts(List<String> header) {
		List<String> required = required();
		if (header.size() < required.size() || !header.subList(0, required.size()).equals(required)) {
			return false;
		}
		List<String> more = new ArrayList<>(header.subList(required.size(), header.size()));
		Set<String> once = new LinkedHashSet<>(more);
		return once.size() == more.size()
				&& written().filter(Column::optional).map(Column::name).toList().containsAll(more);
	}

	@Override
	public List<String> missing(Collection<String> given) {
		return header().stream().filter((column) -> !given.contains(column)).toList();
	}

	@Override
	public List<Told> rows(Cells row) {
		return List.of(new Told(this, row, false));
	}

	@Override
	public Optional<Identity> identity(Cells row) {
		return Optional.empty();
	}

	/**
	 * The format of rows that say some of a record and leave the rest as it is.
	 * @param told names of the columns that they fill
	 * @return such rows, with what their keys say
	 */
	FileFormat only(Set<String> told) {
		return new FileFormat(this.file, this.type, this.edge,
				this.columns.stream().filter((column) -> column.isKey() || told.contains(column.name())).toList(),
				this.translation);
	}

	@Override
	public List<String> header() {
		return written().map(Column::name).toList();
	}

	Optional<Column> findColumn(String field) {
		return this.columns.stream().filter((column) -> column.is(field)).findFirst();
	}

	private Stream<Column> written() {
		Set<String> own = this.columns.stream().map(Column::name).collect(Collectors.toSet());
		Stream<Column> common = own.contains(MARKING) ? Stream.empty()
				: COMMON.stream().filter((column) -> !own.contains(column.name()));
		return Stream.concat(this.columns.stream().filter((column) -> !column.given()), common);
	}

}
