package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The texts of a row by column, and the records that the row implies without being about
 * them.
 */
final class Cells {

	private final Map<String, String> texts = new HashMap<>();

	private final Map<String, String> origins = new HashMap<>();

	private final List<Implied> implied = new ArrayList<>();

	private final List<Fault> faults = new ArrayList<>();

	Cells(List<String> header, List<String> cells) {
		for (int i = 0; i < header.size(); i++) {
			put(header.get(i), cells.get(i));
		}
	}

	/**
	 * The cells of a row that another one says.
	 */
	Cells() {
		this(List.of(), List.of());
	}

	/**
	 * Fills a cell by what another row says.
	 * @param column the column
	 * @param text the text; null where it is blank
	 * @param origin the column of the other row, which findings name
	 */
	void put(String column, @Nullable String text, String origin) {
		this.origins.put(column, origin);
		if (text != null) {
			put(column, text);
		}
	}

	/**
	 * The column of the file that says what stands in a column.
	 * @param column the column
	 * @return the same where the row stands in the file as it is read
	 */
	String origin(String column) {
		return this.origins.getOrDefault(column, column);
	}

	/**
	 * A cell's text.
	 * @param column the column
	 * @return the text; null where the cell is blank or the file has no such column
	 */
	@Nullable String text(String column) {
		return this.texts.get(column);
	}

	Optional<String> find(String column) {
		return Optional.ofNullable(text(column));
	}

	void put(String column, String text) {
		if (!text.isBlank()) {
			this.texts.put(column, text);
		}
	}

	/**
	 * Blanks a cell, whose text another column says.
	 * @param column the column
	 */
	void blank(String column) {
		this.texts.remove(column);
	}

	void imply(String type, String key, Map<String, Object> facts) {
		this.implied.add(new Implied(type, key, facts));
	}

	List<Implied> implied() {
		return this.implied;
	}

	/**
	 * Tells that a cell does not go with the others of the row.
	 * @param code what is wrong with it
	 * @param column the cell's column
	 * @param reason for people
	 */
	void fault(FindingCode code, String column, String reason) {
		this.faults.add(new Fault(code, column, reason));
	}

	List<Fault> faults() {
		return this.faults;
	}

	/**
	 * A cell that does not go with the others of the row.
	 *
	 * @param code what is wrong with it
	 * @param column its column
	 * @param reason for people
	 */
	record Fault(FindingCode code, String column, String reason) {

	}

	/**
	 * A record that is made where there is none with its key.
	 *
	 * @param type name of its object type
	 * @param key its key
	 * @param facts its fields as they are stored
	 */
	record Implied(String type, String key, Map<String, Object> facts) {

	}

}
