package org.jointregistry.acceptance;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.embedded.DemoClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointregistry.acceptance.Question.list;
import static org.jointregistry.acceptance.Question.relation;
import static org.jointregistry.acceptance.Question.single;

/**
 * The evaluations of the curated data, as their file has them, for every client.
 */
@RegistryTest
class EvaluationAnswersTests {

	private static final String FILE = "evaluations.csv";

	@Autowired
	private RegistryClient registry;

	static Stream<Question> questions() {
		return Stream.of(
				list("evaluations", "key indicator measure unit asOf evaluator source confidence checked", FILE,
						"evaluation_id", "indicator", "measure", "unit", "as_of", "evaluator", "source", "confidence^",
						"checked^"),
				told("value", "isNull: true", (value) -> value.matches("[0-9]*")),
				told("finding", "isNull: false", (value) -> !value.matches("[0-9]*")),
				single("evaluations", "program", FILE, "evaluation_id", "subject:PROGRAM"),
				relation("programs", "evaluations", FILE, "subject:PROGRAM", "evaluation_id"),
				single("evaluations", "community", FILE, "evaluation_id", "subject:COMMUNITY"),
				relation("communities", "evaluations", FILE, "subject:COMMUNITY", "evaluation_id"),
				single("evaluations", "hub", FILE, "evaluation_id", "subject:HUB"),
				relation("innovationHubs", "evaluations", FILE, "subject:HUB", "evaluation_id"));
	}

	/** A cell holds a number, words, or nothing. */
	private static Question told(String field, String words, Predicate<String> are) {
		List<String> lines = Csv.rows(FILE)
			.stream()
			.filter((row) -> are.test(row.text("value")))
			.map((row) -> "|" + row.text("evaluation_id") + "|"
					+ (row.text("value").isEmpty() ? "null" : row.text("value")))
			.toList();
		return new Question("evaluations with " + field,
				"{ evaluations(first: 500, where: {fictional: {eq: false}, finding: {%s}}) { nodes { key %s } } }"
					.formatted(words, field),
				lines);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("questions")
	void everyClientGetsWhatTheFileSays(Question question) {
		assertThat(question.lines()).isNotEmpty();
		for (DemoClient client : DemoClient.values()) {
			Answer answer = this.registry.as(client.id()).query(question.document());
			assertThat(Flat.lines(answer.data())).as(client + " " + answer.errors())
				.containsExactlyInAnyOrderElementsOf(question.lines());
		}
	}

}
