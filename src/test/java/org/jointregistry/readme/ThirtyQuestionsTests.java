package org.jointregistry.readme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each of the thirty questions is in the list of README.md, has a section of a chapter
 * that answers it by one operation with sources, and an answer planted in synthetic
 * registries.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThirtyQuestionsTests {

	private static final Pattern ROW = Pattern.compile(
			"(?m)^\\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\| \\[(\\w+)\\]\\(src/docs/chapters/(\\w+)\\.adoc#question-(\\d+)\\) \\|$");

	private static final Pattern SECTION = Pattern
		.compile("(?m)^\\[\\[question-(\\d+)\\]\\]\\n== (.+\\n(?:(?!^(?:\\[\\[|== )).*\\n?)*)");

	private JsonNode planted = JsonMapper.shared().nullNode();

	@BeforeAll
	void read() throws IOException {
		try (InputStream in = Objects
			.requireNonNull(ThirtyQuestionsTests.class.getResourceAsStream("/synthetic/questions.json"))) {
			this.planted = JsonMapper.shared().readTree(in);
		}
	}

	static List<Listed> listed() throws IOException {
		List<Listed> listed = new ArrayList<>();
		Matcher row = ROW.matcher(Files.readString(Path.of("README.md")));
		while (row.find()) {
			assertThat(row.group(1)).isEqualTo(row.group(6));
			assertThat(row.group(4)).isEqualTo(row.group(5));
			listed.add(new Listed(Integer.parseInt(row.group(1)), row.group(2),
					List.of(row.group(3).replace("`", "").split(", ")), row.group(4)));
		}
		return listed;
	}

	@Test
	void everyQuestionIsListed() throws IOException {
		assertThat(listed()).extracting(Listed::number).isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("listed")
	void aSectionAnswersItByOneOperationWithSources(Listed question) throws IOException {
		Chapter chapter = Chapter.all()
			.stream()
			.filter((each) -> each.name().equals(question.chapter() + ".adoc"))
			.findFirst()
			.orElseThrow();
		List<String> sections = SECTION.matcher(chapter.text())
			.results()
			.filter((section) -> section.group(1).equals(String.valueOf(question.number())))
			.map((section) -> section.group(2))
			.toList();
		assertThat(sections).hasSize(1);
		String asked = new Chapter(chapter.name(), sections.getFirst()).exchanges().getFirst().asked();
		assertThat(fields(asked)).containsExactlyInAnyOrderElementsOf(question.fields());
		assertThat(asked).containsPattern("\\bsource\\b");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("listed")
	void anAnswerToItIsPlanted(Listed question) {
		Set<String> asked = this.planted.valueStream()
			.filter((each) -> each.path("number").asInt() == question.number())
			.flatMap((each) -> fields(each.path("document").asString()).stream())
			.collect(Collectors.toSet());
		assertThat(asked).containsAll(question.fields());
	}

	/** The fields at the root of a document's one operation, each once. */
	private static Set<String> fields(String text) {
		Document document = new Parser().parseDocument(text);
		List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
		assertThat(operations).hasSize(1);
		return operations.getFirst()
			.getSelectionSet()
			.getSelectionsOfType(Field.class)
			.stream()
			.map(Field::getName)
			.collect(Collectors.toSet());
	}

	/**
	 * A question as README.md lists it.
	 *
	 * @param number from 1 to 30
	 * @param asks what is asked
	 * @param fields at the root of the operation
	 * @param chapter that works it out
	 */
	record Listed(int number, String asks, List<String> fields, String chapter) {

		@Override
		public String toString() {
			return this.number + ": " + this.asks;
		}

	}

}
