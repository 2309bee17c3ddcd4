package org.jointregistry.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import org.jointregistry.importing.CsvTable.Line;

/**
 * The lines of a file with a JSON object on each, whose fields are the columns: all of
 * them, with null for what is blank. A file of which many lines in a row cannot be read
 * is not read to its end.
 */
final class JsonLines implements Lines {

	private static final int LONGEST = 1024 * 1024;

	/** Digits of a number before and after its point. */
	private static final int MOST_DIGITS = 100;

	private static final int MOST_UNREAD = 1000;

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private final InputStream bytes;

	private final List<String> header;

	private final List<Finding> findings = new ArrayList<>();

	private long number;

	/**
	 * Reads a file.
	 * @param bytes what is in it
	 * @param header the columns that it may have
	 */
	JsonLines(InputStream bytes, List<String> header) {
		this.bytes = bytes;
		this.header = header;
	}

	@Override
	public List<String> header() {
		return this.header;
	}

	@Override
	public @Nullable Line next() {
		try {
			byte[] text = read();
			int before = this.findings.size();
			while (text != null && isReadOn(this.findings.size() - before)) {
				List<String> cells = (text.length > 0) ? cells(text) : List.of();
				if (!cells.isEmpty()) {
					return new Line(this.number, cells);
				}
				text = read();
			}
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean isReadOn(int unread) {
		if (unread < MOST_UNREAD) {
			return true;
		}
		reject(FindingCode.MALFORMED, null,
				"The file is not read from this line on: " + MOST_UNREAD + " lines in a row could not be");
		return false;
	}

	/** The bytes of the next line, without its end; null at the end of the file. */
	private byte @Nullable [] read() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		this.number++;
		int read = this.bytes.read();
		for (; read >= 0 && read != '\n'; read = this.bytes.read()) {
			if (line.size() < LONGEST) {
				line.write(read);
			}
		}
		if (read < 0) {
			if (line.size() > 0) {
				reject(FindingCode.MALFORMED, null, "The file ends in the middle of this line");
			}
			return null;
		}
		if (line.size() == LONGEST) {
			reject(FindingCode.MALFORMED, null, "The line is longer than a mebibyte");
			return new byte[0];
		}
		return line.toByteArray();
	}

	/** The line's cells; none where it is blank or cannot be read. */
	private List<String> cells(byte[] text) {
		try {
			JsonNode row = JSON.readTree(text);
			if (row.isMissingNode()) {
				return List.of();
			}
			if (!row.isObject()) {
				reject(FindingCode.MALFORMED, null, "The line is no JSON object");
				return List.of();
			}
			return isWhole(row) && isKnown(row) ? this.header.stream().map((column) -> text(row.path(column))).toList()
					: List.of();
		}
		catch (JacksonException ex) {
			reject(FindingCode.MALFORMED, null, "The line is no JSON in UTF-8");
			return List.of();
		}
	}

	private boolean isWhole(JsonNode row) {
		List<String> missing = this.header.stream().filter((column) -> !row.has(column)).toList();
		if (!missing.isEmpty()) {
			reject(FindingCode.MISSING_COLUMNS, null, "The line lacks " + String.join(",", missing));
		}
		return missing.isEmpty();
	}

	private boolean isKnown(JsonNode row) {
		for (String column : row.propertyNames()) {
			if (!this.header.contains(column)) {
				reject(FindingCode.MALFORMED, column, "There is no such column");
				return false;
			}
			if (row.path(column).isObject() || row.path(column).valueStream().anyMatch(JsonNode::isContainer)) {
				reject(FindingCode.MALFORMED, column, "A value is a text, a number, true, false or a list of these");
				return false;
			}
			if (!hasFewDigits(row.path(column)) || !row.path(column).valueStream().allMatch(JsonLines::hasFewDigits)) {
				reject(FindingCode.BAD_NUMBER, column, "The number has more than " + MOST_DIGITS + " digits");
				return false;
			}
		}
		return true;
	}

	private static boolean hasFewDigits(JsonNode value) {
		if (!value.isNumber()) {
			return true;
		}
		BigDecimal number = value.decimalValue();
		return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
	}

	private static String text(JsonNode value) {
		if (value.isArray()) {
			return CellReader.join(StreamSupport.stream(value.spliterator(), false).map(JsonLines::text).toList());
		}
		if (value.isBoolean()) {
			return value.booleanValue() ? "Y" : "N";
		}
		return value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
	}

	private void reject(FindingCode code, @Nullable String column, String reason) {
		this.findings.add(Finding.rejected(code, this.number, column, reason));
	}

	@Override
	public List<Finding> takeFindings() {
		List<Finding> taken = List.copyOf(this.findings);
		this.findings.clear();
		return taken;
	}

}
