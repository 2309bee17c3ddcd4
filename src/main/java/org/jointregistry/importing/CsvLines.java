package org.jointregistry.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

import org.jointregistry.importing.CsvTable.Line;

/**
 * The lines of a CSV file after its header.
 * <p>
 * A file ends with the end of a line, so that one that was cut off is told from a whole
 * one.
 */
final class CsvLines implements Lines {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final Iterator<CsvRecord> records;

	private final List<Finding> findings = new ArrayList<>();

	private final List<String> header;

	private boolean cutOff;

	private long place = 1;

	private @Nullable Line ahead;

	/**
	 * Reads a file.
	 * @param bytes what is in it
	 * @param cutOff whether it ends in the middle of a line
	 */
	CsvLines(InputStream bytes, boolean cutOff) {
		this.cutOff = cutOff;
		this.records = records(withoutMark(Utf8Text.of(bytes)));
		this.ahead = read();
		this.header = readHeader();
	}

	private List<String> readHeader() {
		Line first = next();
		if (first != null && !first.cells().stream().allMatch(Utf8Text::isWhole)) {
			this.findings.add(malformed(first.number(), "The header is not in UTF-8"));
			return List.of();
		}
		return (first != null) ? first.cells() : List.of();
	}

	private static Reader withoutMark(Reader text) {
		try {
			BufferedReader reader = new BufferedReader(text);
			reader.mark(1);
			if (reader.read() != BYTE_ORDER_MARK) {
				reader.reset();
			}
			return reader;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Iterator<CsvRecord> records(Reader text) {
		return CsvReader.builder()
			.skipEmptyLines(true)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false)
			.ofCsvRecord(text)
			.iterator();
	}

	@Override
	public List<String> header() {
		return this.header;
	}

	@Override
	public @Nullable Line next() {
		Line line = this.ahead;
		this.ahead = (line != null) ? read() : null;
		if (line != null && this.ahead == null && this.cutOff) {
			this.findings.add(malformed(line.number(), "The file ends in the middle of this line"));
			return null;
		}
		return line;
	}

	private @Nullable Line read() {
		try {
			if (!this.records.hasNext()) {
				return null;
			}
			CsvRecord row = this.records.next();
			Line line = new Line(row.getStartingLineNumber(), row.getFields());
			this.place = line.next();
			return line;
		}
		catch (CsvParseException ex) {
			this.findings.add(malformed(this.place,
					"The file cannot be read from this line on: a quote is left open or misplaced"));
		}
		this.cutOff = false;
		return null;
	}

	@Override
	public List<Finding> takeFindings() {
		List<Finding> taken = List.copyOf(this.findings);
		this.findings.clear();
		return taken;
	}

	private static Finding malformed(long line, String reason) {
		return Finding.rejected(FindingCode.MALFORMED, line, null, reason);
	}

}
