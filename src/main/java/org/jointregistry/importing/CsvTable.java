package org.jointregistry.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a CSV file. Reading never fails: what cannot be read becomes a finding.
 * <p>
 * A file ends with the end of a line, so that one that was cut off is told from a whole
 * one.
 *
 * @param lines the lines that could be read, the header first
 * @param findings what could not be read
 */
record CsvTable(List<Line> lines, List<Finding> findings) {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	static CsvTable read(byte[] content) {
		try {
			return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
		}
		catch (CharacterCodingException ex) {
			return new CsvTable(List.of(), List.of(malformed(null, "The file is not in UTF-8")));
		}
	}

	private static CsvTable read(String text) {
		List<Line> lines = new ArrayList<>();
		List<Finding> findings = new ArrayList<>();
		boolean cutOff = !text.endsWith("\n");
		Iterator<CsvRecord> records = records(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
		long next = 1;
		try {
			while (records.hasNext()) {
				CsvRecord row = records.next();
				lines.add(new Line(row.getStartingLineNumber(), row.getFields()));
				next = lines.getLast().next();
			}
		}
		catch (CsvParseException ex) {
			findings
				.add(malformed(next, "The file cannot be read from this line on: a quote is left open or misplaced"));
			cutOff = false;
		}
		if (cutOff && !lines.isEmpty()) {
			findings.add(malformed(lines.removeLast().number(), "The file ends in the middle of this line"));
		}
		return new CsvTable(lines, findings);
	}

	private static Iterator<CsvRecord> records(String text) {
		return CsvReader.builder()
			.skipEmptyLines(true)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false)
			.ofCsvRecord(text)
			.iterator();
	}

	private static Finding malformed(@Nullable Long line, String reason) {
		return Finding.rejected(FindingCode.MALFORMED, line, null, reason);
	}

	/**
	 * A line, which may go over several lines of text where a cell does.
	 *
	 * @param number of its first line of text, the file's first being 1
	 * @param cells the texts of its cells
	 */
	record Line(long number, List<String> cells) {

		long next() {
			return this.number + 1 + String.join("", this.cells).chars().filter((c) -> c == '\n').count();
		}

	}

}
