package org.jointregistry.exporting;

import java.io.BufferedOutputStream;
import java.io.OutputStream;

import tools.jackson.databind.json.JsonMapper;

/**
 * The forms of files.
 */
enum ExportForm {

	/** Comma-separated values. */
	CSV("csv", "text/csv;charset=UTF-8"),

	/** A JSON object to a line. */
	NDJSON("ndjson", "application/x-ndjson");

	private final String ending;

	private final String mediaType;

	ExportForm(String ending, String mediaType) {
		this.ending = ending;
		this.mediaType = mediaType;
	}

	static ExportForm of(String ending) {
		return ending.equals(CSV.ending) ? CSV : NDJSON;
	}

	String ending() {
		return this.ending;
	}

	String mediaType() {
		return this.mediaType;
	}

	/**
	 * Rows in this form.
	 * @param out where they go; it is not closed
	 * @param json writes JSON
	 * @return the rows
	 */
	Rows rows(OutputStream out, JsonMapper json) {
		return switch (this) {
			case CSV -> new CsvRows(new BufferedOutputStream(out));
			case NDJSON -> new NdjsonRows(json, new BufferedOutputStream(out));
		};
	}

}
