package org.jointregistry.importing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
				{"a": null, "b": "text", "c": []}
				""")).containsExactly(List.of("Y", "12.50", "x\\;y;z"), List.of("", "text", ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[1]                | 2 |
			{"a": }            | 2 |
			{"a": 1, "d": 1}   | 2 | d
			{"a": {"b": 1}}    | 2 | a
			{"a": [[1]]}       | 2 | a
			""")
	void aLineThatCannotBeReadIsToldAndTheOthersAreRead(String wrong, long number, String column) {
		JsonLines lines = lines("{\"a\": 1}\n" + wrong + "\n\n{\"a\": 2}\n", "a");
		assertThat(all(lines)).extracting(Line::number).containsExactly(1L, 4L);
		assertThat(lines.takeFindings()).extracting(Finding::code, Finding::line, Finding::column)
			.containsExactly(tuple("MALFORMED", number, column));
		assertThat(lines.takeFindings()).isEmpty();
	}

	@Test
	void aFileThatWasCutOffIsToldFromAWholeOne() {
		JsonLines lines = lines("{\"a\": 1}\n{\"a\": 2}", "a");
		assertThat(all(lines)).hasSize(1);
		assertThat(lines.takeFindings()).extracting(Finding::line).containsExactly(2L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "900000000000000.0001", "0.1000", "123456789012345678901234567890", "-1.5" })
	void noDigitOfANumberIsLost(String number) {
		JsonLines lines = lines("{\"a\": %s}\n{\"a\": [%s]}\n".formatted(number, number), "a");
		assertThat(all(lines)).extracting((line) -> line.cells().getFirst()).containsExactly(number, number);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e999999999", "1e-999999999", "[1e101]", "1e101" })
	void aNumberThatWouldFillTheMemoryIsTold(String number) {
		JsonLines lines = lines("{\"a\": %s}\n{\"a\": 1e2}\n".formatted(number), "a");
		assertThat(all(lines)).extracting((line) -> line.cells().getFirst()).containsExactly("100");
		assertThat(lines.takeFindings()).extracting(Finding::code, Finding::line, Finding::column)
			.containsExactly(tuple("BAD_NUMBER", 1L, "a"));
	}

	@Test
	void aLineHasAllColumns() {
		JsonLines lines = lines("{\"b\": 1}\n{\"a\": null, \"b\": 2, \"c\": null}\n", "a", "b", "c");
		assertThat(all(lines)).extracting(Line::number).containsExactly(2L);
		assertThat(lines.takeFindings()).extracting(Finding::code, Finding::line, Finding::reason)
			.containsExactly(tuple("MISSING_COLUMNS", 1L, "The line lacks a,c"));
	}

	@Test
	void aFileThatIsNoneIsNotReadToItsEnd() {
		JsonLines lines = lines("{\"a\": 1}\n" + "a,b\n".repeat(999) + "{\"a\": 2}\n" + "a,b\n".repeat(5000), "a");
		assertThat(all(lines)).hasSize(2);
		List<Finding> findings = lines.takeFindings();
		assertThat(findings).hasSize(999 + 1000 + 1);
		assertThat(findings.getLast().reason()).startsWith("The file is not read from this line on");
		assertThat(findings.getLast().line()).isEqualTo(2002);
	}

	private static List<List<String>> cells(String text) {
		return all(lines(text, "a", "b", "c")).stream().map(Line::cells).toList();
	}

	private static List<Line> all(JsonLines lines) {
		List<Line> all = new ArrayList<>();
		for (Line line = lines.next(); line != null; line = lines.next()) {
			all.add(line);
		}
		return all;
	}

	private static JsonLines lines(String text, String... columns) {
		return new JsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), List.of(columns));
	}

}
