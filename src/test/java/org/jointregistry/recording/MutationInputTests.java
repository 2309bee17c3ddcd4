package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.costsharing.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every field of every mutation's input, wrong in every way that the schema lets it be,
 * is refused with a code and its place, and leaves nothing behind.
 */
@RegistryTest
class MutationInputTests {

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Stage stage;

	@BeforeEach
	void set() {
		Attempts.name(this.stage);
	}

	static List<Attempt> attempts() {
		return Attempts.all();
	}

	@ParameterizedTest
	@MethodSource("attempts")
	void wrongInputIsToldByCodeAndPlace(Attempt attempt) {
		Declared schema = Declared.read();
		Map<String, Object> right = new LinkedHashMap<>(attempt.input());
		right.put("idempotencyKey", "right but for one field");
		GraphqlSession client = this.registry.as(attempt.permitted().getFirst());
		Map<String, Object> before = this.stage.counts();
		List<Wrong> wrong = WrongInputs.of(schema, attempt, right);
		assertThat(wrong).hasSizeGreaterThan(schema.places(attempt).size());
		List<String> unlike = new ArrayList<>();
		for (Wrong each : wrong) {
			Answer answer = client.query(schema.document(attempt.mutation()), Map.of("input", each.input()));
			if (!isToldAsExpected(each, answer) || !this.stage.counts().equals(before)) {
				unlike.add(each + ": " + answer.text());
			}
			assertThat(answer.text()).doesNotContain("Exception", "org.", "java.", "\tat ", "Neo4j");
			assertThat(answer.status()).isLessThan(500);
		}
		assertThat(unlike).isEmpty();
	}

	private static boolean isToldAsExpected(Wrong wrong, Answer answer) {
		List<String> place = new ArrayList<>(List.of("input"));
		place.addAll(wrong.place().path());
		List<String> told = answer.errors()
			.at("/0/extensions/inputPath")
			.values()
			.stream()
			.map(JsonNode::asString)
			.toList();
		boolean placed = told.size() >= place.size() && told.subList(0, place.size()).equals(place);
		return refusal(answer).equals(wrong.answer()) && (placed || !wrong.answer().equals("BAD_INPUT"));
	}

	private static String refusal(Answer answer) {
		if (!answer.errors().isMissingNode()) {
			return String.join(", ", answer.errorCodes());
		}
		return answer.data().iterator().next().path("errors").values().stream().map((error) -> {
			assertThat(error.path("message").asString()).isNotBlank();
			List<String> field = error.path("field").values().stream().map(JsonNode::asString).toList();
			return error.path("code").asString() + " " + String.join(" ", field);
		}).collect(Collectors.joining(", "));
	}

}
