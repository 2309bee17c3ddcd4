package org.jointregistry.importing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jointregistry.importing.CsvTable.Line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A JSON object to a line.
 */
class JsonLinesTests {

	@Test
	void valuesAreReadAsCells() {
		assertThat(cells("""
				{"c": ["x;y", "z"], "a": true, "b": 12.50}
				{"a": null, "b": "text"}
				""")).containsExactly(List.of("Y", "12.5", "x\\;y;z"), List.of("", "text", ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[1]                | 2 |
			{"a": }            | 2 |
			{"d": 1}           | 2 | d
			{"a": {"b": 1}}    | 2 | a
			{"a": [[1]]}       | 2 | a
			""")
	void aLineThatCannotBeReadIsToldAndTheOthersAreRead(String wrong, long number, String column) {
		JsonLines lines = lines("{\"a\": 1}\n" + wrong + "\n\n{\"a\": 2}\n");
		assertThat(all(lines)).extracting(Line::number).containsExactly(1L, 4L);
		assertThat(lines.takeFindings()).extracting(Finding::code, Finding::line, Finding::column)
			.containsExactly(tuple("MALFORMED", number, column));
		assertThat(lines.takeFindings()).isEmpty();
	}

	@Test
	void aFileThatWasCutOffIsToldFromAWholeOne() {
		JsonLines lines = lines("{\"a\": 1}\n{\"a\": 2}");
		assertThat(all(lines)).hasSize(1);
		assertThat(lines.takeFindings()).extracting(Finding::line).containsExactly(2L);
	}

	private static List<List<String>> cells(String text) {
		return all(lines(text)).stream().map(Line::cells).toList();
	}

	private static List<Line> all(JsonLines lines) {
		List<Line> all = new ArrayList<>();
		for (Line line = lines.next(); line != null; line = lines.next()) {
			all.add(line);
		}
		return all;
	}

	private static JsonLines lines(String text) {
		return new JsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), List.of("a", "b", "c"));
	}

}
