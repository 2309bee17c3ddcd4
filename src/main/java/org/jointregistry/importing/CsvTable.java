package org.jointregistry.importing;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file as a whole. Reading never fails: what cannot be read becomes a finding.
 *
 * @param header the names of its columns; none where it has no line
 * @param lines the lines after the header that could be read
 * @param findings what could not be read
 */
record CsvTable(List<String> header, List<Line> lines, List<Finding> findings) {

	static CsvTable read(byte[] content) {
		try {
			return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
		}
		catch (CharacterCodingException ex) {
			return new CsvTable(List.of(), List.of(),
					List.of(Finding.rejected(FindingCode.MALFORMED, null, null, "The file is not in UTF-8")));
		}
	}

	private static CsvTable read(String text) {
		CsvLines reader = new CsvLines(new StringReader(text), !text.endsWith("\n"));
		List<Line> lines = new ArrayList<>();
		Line line = reader.next();
		while (line != null) {
			lines.add(line);
			line = reader.next();
		}
		return new CsvTable(reader.header(), lines, reader.takeFindings());
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
