package org.jointregistry.importing;

import java.io.ByteArrayInputStream;
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
		boolean cutOff = content.length == 0 || content[content.length - 1] != '\n';
		CsvLines reader = new CsvLines(new ByteArrayInputStream(content), cutOff);
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
