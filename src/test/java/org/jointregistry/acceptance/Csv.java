package org.jointregistry.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * The curated files, read without the importer.
 */
final class Csv {

	private static final Path DIRECTORY = Path.of("src/main/resources/data/curated");

	private final NamedCsvRecord row;

	private Csv(NamedCsvRecord row) {
		this.row = row;
	}

	static List<Csv> rows(String file) {
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(DIRECTORY.resolve(file))) {
			return reader.stream().map(Csv::new).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One line for each row, or for each of the values that some of its cells hold.
	 * @param file name of the file
	 * @param columns as {@link #cells(String)} reads them
	 * @return cells joined by a bar, as {@link Flat} joins values
	 */
	static List<String> lines(String file, String... columns) {
		return rows(file).stream().flatMap((row) -> row.lines(columns)).toList();
	}

	String text(String column) {
		return this.row.getField(column);
	}

	private Stream<String> lines(String... columns) {
		Stream<String> lines = Stream.of("");
		for (String column : columns) {
			List<String> cells = cells(column);
			lines = lines.flatMap((line) -> cells.stream().map((cell) -> line + "|" + cell));
		}
		return lines;
	}

	/**
	 * The values of a cell.
	 * @param column its name; {@code name;} has several, of which a blank cell has none,
	 * {@code name:} has several with the kind of what is named before them and
	 * {@code name:NATION} those of one kind, {@code name%} is a number, {@code name$}
	 * counts millions, {@code name^} is a word of an enum, {@code name?} is Y or N, and
	 * {@code name/other} stands in another column where it is blank
	 * @return the values as the registry writes them, {@code null} for a blank one
	 */
	private List<String> cells(String column) {
		String name = column.split("[;:%$^?/]")[0];
		String text = text(name);
		return switch (column.substring(name.length()).isEmpty() ? ' ' : column.charAt(name.length())) {
			case ';' -> several(text, "").toList();
			case ':' -> several(text, column.substring(name.length() + 1)).map(Csv::withoutKind).toList();
			case '/' -> List.of(text.isEmpty() ? instead(column.substring(name.length() + 1)) : text);
			case '%' -> List.of(number(text, 0));
			case '$' -> List.of(number(text, 6));
			case '^' -> List.of(blank(text.toUpperCase(Locale.ROOT).replace("PROGRAMME", "PROGRAM")));
			case '?' -> List.of(text.isEmpty() ? "null" : String.valueOf(text.equals("Y")));
			default -> List.of(blank(text));
		};
	}

	/** An owner known by name only has its name for a key. */
	private String instead(String column) {
		return (column.equals("owner_name") ? "NAMED:" : "") + text(column);
	}

	private static Stream<String> several(String text, String kind) {
		return Stream.of(text.split(";")).filter((cell) -> !cell.isEmpty() && cell.startsWith(kind));
	}

	private static String withoutKind(String reference) {
		return reference.substring(reference.indexOf(':') + 1);
	}

	private static String number(String text, int shift) {
		return text.isEmpty() ? "null"
				: new BigDecimal(text).scaleByPowerOfTen(shift).stripTrailingZeros().toPlainString();
	}

	private static String blank(String text) {
		return text.isEmpty() ? "null" : text;
	}

}
