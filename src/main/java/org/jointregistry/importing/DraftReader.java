package org.jointregistry.importing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jointregistry.importing.CsvTable.Line;

/**
 * Reads the rows of a file.
 *
 * @param schema what the schema says of types
 * @param format what is in the file
 * @param header the names of its columns
 */
record DraftReader(SchemaMap schema, Layout format, List<String> header) {

	/**
	 * Reads a row.
	 * @param line the row
	 * @param findings where it is told what cannot be read
	 * @return what is to be written; empty where the row cannot be read
	 */
	Optional<Draft> read(Line line, List<Finding> findings) {
		if (line.cells().size() != this.header.size()) {
			findings.add(Finding.rejected(FindingCode.MALFORMED, line.number(), null,
					"The row has " + line.cells().size() + " cells, the header " + this.header.size()));
			return Optional.empty();
		}
		List<Finding> unread = unread(line);
		if (!unread.isEmpty()) {
			findings.addAll(unread);
			return Optional.empty();
		}
		Cells cells = new Cells(this.header, line.cells());
		Optional<Identity> identity = this.format.identity(cells);
		Set<Finding> found = new LinkedHashSet<>();
		List<Draft> drafts = this.format.rows(cells).stream().flatMap((told) -> read(line, told, found)).toList();
		findings.addAll(found);
		return found.isEmpty() ? drafts.stream().reduce(Draft::and).map((draft) -> draft.about(identity))
				: Optional.empty();
	}

	/** The cells of a row that are in another encoding. */
	private List<Finding> unread(Line line) {
		return IntStream.range(0, this.header.size())
			.filter((cell) -> !Utf8Text.isWhole(line.cells().get(cell)))
			.mapToObj((cell) -> Finding.rejected(FindingCode.MALFORMED, line.number(), this.header.get(cell),
					"The value is not in UTF-8"))
			.toList();
	}

	private Stream<Draft> read(Line line, Told told, Set<Finding> findings) {
		RowContext row = new RowContext(this.schema, line.number(), told.cells());
		Optional<Draft> draft = new RowReader(this.schema, told.format(), row).read();
		findings.addAll(row.findings());
		return draft.map((read) -> told.implied() ? read.implied() : read).stream();
	}

	/**
	 * What is found of a row whose key an earlier row has.
	 * @param draft what the row says
	 * @return the finding
	 */
	static Finding repeated(Draft draft) {
		return Finding.rejected(FindingCode.DUPLICATE_KEY, draft.line(), null,
				"An earlier row has the same key '" + draft.key() + "'");
	}

}
