package org.jointregistry.levy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.costsharing.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Levies of the open program, as its manager writes them: shared by XRA and XRB, and paid
 * by XRD, which has no part in the program.
 */
final class Levies {

	private static final String WRITE = """
			mutation ($input: %2$sInput!) { %1$s(input: $input) { %3$s errors { code message field } } }
			""";

	private static final String RULE = """
			levyRule { id key version base rate amountPerUnit currency validTo program { key }
			  beneficiaries { edges { share node { key } } } }
			""";

	private static final String PAYMENT = """
			levyPayment { id kind amount currency abovePaid reason marking fictional rule { id } program { key }
			  payer { key } beneficiary { key } reverses { id } }
			""";

	private static final String SUMS = """
			{ levyPayments(where: {rule: {id: {eq: "%s"}}, reversedBy: {none: {}}, kind: {in: [DUE, PAID, SHARED]}}) {
			  groups(by: [KIND, CURRENCY]) { key { kind currency } sum { amount } } } }
			""";

	private final Stage stage;

	Levies(Stage stage) {
		this.stage = stage;
	}

	static List<String> sums(String rule, GraphqlSession viewer) {
		Answer answer = viewer.query(SUMS.formatted(rule));
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		return answer.data("/levyPayments/groups")
			.values()
			.stream()
			.map((group) -> group.at("/key/kind").asString() + " " + group.at("/key/currency").asString() + " "
					+ group.at("/sum/amount").asString())
			.toList();
	}

	JsonNode rule() {
		return done(setRule(ruleInput())).path("levyRule");
	}

	static Map<String, Object> ruleInput() {
		Map<String, Object> input = input("program", Stage.OPEN);
		input.put("base", "EXPORT_SALE");
		input.put("description", "Price without tax");
		input.put("rate", "7.5");
		input.put("beneficiaries", List.of(share("XRA", "60"), share("XRB", "30.5")));
		return input;
	}

	static Map<String, Object> share(String nation, String share) {
		return Map.of("nation", Stage.id("Nation", nation), "share", share);
	}

	Answer setRule(Map<String, Object> input) {
		input.put("idempotencyKey", UUID.randomUUID().toString());
		return ask("levyRuleSet", RULE, input);
	}

	Answer revise(JsonNode rule, String validTo) {
		Map<String, Object> input = input("levyRule", rule.path("id").asString());
		input.put("version", rule.path("version").asInt());
		input.put("reason", "Agreed");
		input.put("validTo", validTo);
		return ask("levyRuleRevise", RULE, input);
	}

	static Map<String, Object> payment(String rule, String kind, Object amount, String currency) {
		Map<String, Object> input = input("levyRule", rule);
		input.put("kind", kind);
		input.put("amount", amount);
		input.put("currency", currency);
		boolean shared = kind.equals("SHARED");
		input.put(shared ? "beneficiary" : "payer", Stage.id("Nation", shared ? "XRA" : "XRD"));
		return input;
	}

	String pay(String rule, String kind, Object amount, String currency) {
		return done(record(payment(rule, kind, amount, currency))).at("/levyPayment/id").asString();
	}

	Answer record(Map<String, Object> input) {
		input.put("idempotencyKey", UUID.randomUUID().toString());
		return ask("levyPaymentRecord", PAYMENT, input);
	}

	Answer reverse(String payment) {
		Map<String, Object> input = input("levyPayment", payment);
		input.put("reason", "Entered twice");
		return ask("levyPaymentReverse", PAYMENT, input);
	}

	private Answer ask(String mutation, String selection, Map<String, Object> input) {
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
		return this.stage.manager().query(WRITE.formatted(mutation, type, selection), Map.of("input", input));
	}

	static Map<String, Object> input(String field, Object value) {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("idempotencyKey", UUID.randomUUID().toString());
		input.put(field, value);
		return input;
	}

	static void put(Map<String, Object> input, String field, @Nullable Object value) {
		if (value != null) {
			input.put(field, value);
		}
	}

	static JsonNode done(Answer answer) {
		assertThat(refusals(answer)).as(answer.text()).isEmpty();
		return answer.data().iterator().next();
	}

	static List<String> refusals(Answer answer) {
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		return answer.data().iterator().next().path("errors").values().stream().map((error) -> {
			List<String> field = error.path("field").values().stream().map(JsonNode::asString).toList();
			return error.path("code").asString() + " " + String.join(" ", field);
		}).toList();
	}

}
