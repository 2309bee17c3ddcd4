package org.jointregistry.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Rows of import files, by file. A file has the columns of the registry's own file of
 * that name, and those that say to whom a record is shown.
 */
final class Sheets {

	/** What every row says of its source. */
	static final String SOURCE = "Invented by the generator";

	private static final List<String> RELEASE = List.of("marking", "figures_marking", "releasable_to", "originator",
			"industry_releasable", "fictional");

	/** Columns that a file may have and the registry's own file does not. */
	private static final Map<String, List<String>> MORE = Map.of("contributions.csv",
			List.of("value_date", "reverses", "reason"));

	private static final Map<String, List<String>> HEADERS = new ConcurrentHashMap<>();

	private final Map<String, List<Row>> rows = new LinkedHashMap<>();

	/**
	 * Adds a row, which is marked as invented.
	 * @param file the file's name
	 * @param cells columns and what stands in them, in turn; null for a blank cell
	 * @return the row, to be completed
	 */
	Row add(String file, @Nullable Object... cells) {
		Row row = new Row(file);
		this.rows.computeIfAbsent(file, (name) -> new ArrayList<>()).add(row);
		return row.set("source", SOURCE, "fictional", "Y").set(cells);
	}

	/**
	 * The rows without headers, each ended by a line feed.
	 * @return texts by file
	 */
	Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.rows
			.forEach((file, added) -> texts.put(file, added.stream().map(Row::text).collect(Collectors.joining())));
		return texts;
	}

	/**
	 * The columns of a file.
	 * @param file its name
	 * @return their names in order
	 */
	static List<String> header(String file) {
		return HEADERS.computeIfAbsent(file, Sheets::readHeader);
	}

	private static List<String> readHeader(String file) {
		List<String> header = new ArrayList<>(ownHeader(file));
		RELEASE.stream().filter((column) -> !header.contains(column)).forEach(header::add);
		header.addAll(MORE.getOrDefault(file, List.of()));
		return header;
	}

	private static List<String> ownHeader(String file) {
		for (String set : List.of("fictional", "curated")) {
			try (InputStream own = Sheets.class.getResourceAsStream("/data/" + set + "/" + file)) {
				if (own != null) {
					String text = new String(own.readAllBytes(), StandardCharsets.UTF_8);
					return List.of(text.substring(0, text.indexOf('\n')).strip().split(","));
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		throw new IllegalArgumentException("The registry has no file " + file);
	}

	/**
	 * One row.
	 */
	static final class Row {

		private final String file;

		private final Map<String, String> cells = new LinkedHashMap<>();

		private Row(String file) {
			this.file = file;
			header(file).forEach((column) -> this.cells.put(column, ""));
		}

		/**
		 * Fills cells.
		 * @param cells columns and what stands in them, in turn; null for a blank cell
		 * @return the row
		 */
		Row set(@Nullable Object... cells) {
			for (int i = 0; i < cells.length; i += 2) {
				String column = String.valueOf(cells[i]);
				String text = (cells[i + 1] != null) ? String.valueOf(cells[i + 1]) : "";
				if (this.cells.put(column, text) == null) {
					throw new IllegalArgumentException(this.file + " has no column " + column);
				}
			}
			return this;
		}

		String cell(String column) {
			return Objects.requireNonNull(this.cells.get(column));
		}

		private String text() {
			return this.cells.values().stream().map(Row::quoted).collect(Collectors.joining(",", "", "\n"));
		}

		private static String quoted(String cell) {
			boolean plain = cell.chars().noneMatch((each) -> ",\"\r\n".indexOf(each) >= 0);
			return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
		}

	}

}
