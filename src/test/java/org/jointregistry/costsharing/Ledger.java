package org.jointregistry.costsharing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ledger of the open program, as its clients write it.
 */
final class Ledger {

	private static final String DOCUMENT = """
			mutation ($input: %2$sInput!) { %1$s(input: $input) {
			  %3$s { id key kind form amount currency resource quantity unit originalAmount originalCurrency rate rateDate
			    aboveCall note reason marking figuresMarking releasableTo fictional
			    programs { nodes { key } } contributors { nodes { key } } agreement { key }
			    reverses { id } reversedBy { nodes { key } } verifies { id } verifiedBy { nodes { key } } }
			  errors { code message field } } }
			""";

	private final Stage stage;

	Ledger(Stage stage) {
		this.stage = stage;
	}

	/**
	 * An input with an idempotency key of its own.
	 * @param namesAndValues its other fields, each name before its value
	 */
	static Map<String, Object> input(Object... namesAndValues) {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("idempotencyKey", UUID.randomUUID().toString());
		for (int index = 0; index < namesAndValues.length; index += 2) {
			input.put((String) namesAndValues[index], namesAndValues[index + 1]);
		}
		return input;
	}

	/**
	 * Money of a nation for the open program.
	 */
	static Map<String, Object> money(String kind, String nation, Object amount) {
		return input("program", Stage.OPEN, "contributor", Stage.id("Nation", nation), "kind", kind, "form", "CASH",
				"amount", amount, "currency", "EUR");
	}

	static Answer ask(GraphqlSession by, String mutation, Map<String, Object> input) {
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
		String records = mutation.contains("Batch") ? "contributions" : "contribution";
		return by.query(DOCUMENT.formatted(mutation, type, records), Map.of("input", input));
	}

	static Answer record(GraphqlSession by, Map<String, Object> input) {
		return ask(by, "contributionRecord", input);
	}

	static Answer pledge(GraphqlSession by, Map<String, Object> input) {
		return ask(by, "contributionPledge", input);
	}

	static Answer reverse(GraphqlSession by, String id) {
		return ask(by, "contributionReverse", input("contribution", id, "reason", "Entered twice"));
	}

	static Answer verify(GraphqlSession by, String id) {
		return ask(by, "contributionVerify", input("contribution", id));
	}

	/**
	 * An entry of the stage's manager.
	 * @return its global id
	 */
	String entry(String kind, String nation, Object amount) {
		return done(record(this.stage.manager(), money(kind, nation, amount))).path("id").asString();
	}

	/**
	 * A payment above what was called, which says so.
	 * @return its global id
	 */
	String payment(String nation, Object amount) {
		Map<String, Object> input = money("PAID", nation, amount);
		input.put("aboveCall", true);
		return done(record(this.stage.manager(), input)).path("id").asString();
	}

	/**
	 * A manager who recorded nothing.
	 */
	GraphqlSession verifier() {
		return this.stage.manager("recorder-verifier");
	}

	/**
	 * The record that a mutation wrote.
	 */
	static JsonNode done(Answer answer) {
		assertThat(refusals(answer)).as(answer.text()).isEmpty();
		return answer.data().iterator().next().path("contribution");
	}

	/**
	 * What was wrong with an input, and where.
	 */
	static List<String> refusals(Answer answer) {
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		return answer.data().iterator().next().path("errors").values().stream().map(Ledger::refusal).toList();
	}

	private static String refusal(JsonNode error) {
		assertThat(error.path("message").asString()).isNotBlank();
		List<String> field = error.path("field").values().stream().map(JsonNode::asString).toList();
		return error.path("code").asString() + " " + String.join(" ", field);
	}

	static void assertForbidden(Answer answer, int sentence) {
		assertThat(answer.errorCodes()).as(answer.text()).containsExactly("FORBIDDEN");
		assertThat(answer.errors().at("/0/extensions/policySentence").asInt(0)).isEqualTo(sentence);
		assertThat(answer.data().iterator().next().isNull()).isTrue();
	}

	static void assertNotFound(Answer answer) {
		assertThat(answer.errorCodes()).as(answer.text()).containsExactly("NOT_FOUND");
		assertThat(answer.errors().at("/0/message").asString())
			.isEqualTo("There is no such record, or you may not see it");
		assertThat(answer.data().iterator().next().isNull()).isTrue();
	}

	/**
	 * The sums of the open program in euro.
	 * @return pledged, called, paid and delivered, and how many entries they are of
	 */
	static List<String> sums(GraphqlSession viewer) {
		Answer answer = viewer
			.query("{ costSharing(program: \"%s\") { totals { currency pledged called paid delivered entries } } }"
				.formatted(Stage.OPEN));
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		JsonNode total = answer.data("/costSharing/totals/0");
		return List.of("pledged", "called", "paid", "delivered", "entries")
			.stream()
			.map((sum) -> total.path(sum).asString("-"))
			.toList();
	}

}
