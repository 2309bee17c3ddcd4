package org.jointregistry.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Obligations are added, changed and declared fulfilled by the registrar and by the
 * manager of a program under the agreement, and seen by whom they name.
 */
@RegistryTest
class ObligationTests {

	private static final String OTHER = Scene.id("Agreement", "FX-WRT-OTHER");

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	private static final String OBLIGATION = """
			obligation { id version status fulfilled amount currency due dueTerms clause { number }
			  debtors { nodes { key } } creditors { nodes { key } } creditorProgram { key } }
			""";

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		Pact.done(Pact.open(this.scene, Map.of("marking", "PUBLIC")));
		Pact.done(Pact.open(this.scene, Map.of("key", "FX-WRT-OTHER", "marking", "PUBLIC")));
		Pact.done(Scene.ask(this.scene.registrar(), "programRevise", "program { id }",
				Map.of("program", PROGRAM, "version", 1, "reason", "It is so", "agreement", Pact.ID)));
	}

	@Test
	void debtorSeesWhatItOwesAndNobodyElseDoes() {
		JsonNode added = added(add(this.scene.registrar(), Map.of("dueTerms", "Each spring", "debtors",
				List.of(Scene.id("Nation", "XWA"), Scene.id("PartyRole", "EACH_PARTY")))));
		assertThat(added.at("/debtors/nodes").values()).extracting((debtor) -> debtor.path("key").asString())
			.containsExactlyInAnyOrder("XWA", "EACH_PARTY");
		assertThat(added.at("/creditors/nodes/0/key").asString()).isEqualTo("XWB");
		assertThat(added.path("dueTerms").asString()).isEqualTo("Each spring");
		assertThat(sees("XWA")).isTrue();
		assertThat(sees("XWB")).isTrue();
		assertThat(sees("XWC")).isFalse();
	}

	@Test
	void managerAddsWhatTheAgreementAsksForTheOwnProgram() {
		Map<String, Object> own = new LinkedHashMap<>(Map.of("program", PROGRAM, "creditorProgram", PROGRAM));
		assertThat(added(add(this.scene.manager(), own)).at("/creditorProgram/key").asString()).isEqualTo("FX-WRT-ONE");
		own.put("agreement", OTHER);
		assertThat(Scene.codes(add(this.scene.manager(), own))).containsExactly("NOT_UNDER_AGREEMENT agreement");
		assertThat(Scene.codes(add(this.scene.registrar(), own))).isEmpty();
		assertThat(add(this.scene.manager(), Map.of("agreement", OTHER)).errorCodes()).containsExactly("FORBIDDEN");
	}

	@Test
	void amountHasACurrencyAndSomebodyOwesItToSomebody() {
		assertThat(Scene.codes(add(this.scene.registrar(), Map.of("amount", "5"))))
			.containsExactly("CURRENCY_REQUIRED currency");
		assertThat(Scene.codes(add(this.scene.registrar(), Map.of("debtors", List.of(), "creditors", List.of()))))
			.containsExactly("DEBTOR_REQUIRED debtors", "CREDITOR_REQUIRED creditors");
		String id = added(add(this.scene.registrar(), Map.of("amount", "5", "currency", "EUR"))).path("id").asString();
		Map<String, Object> without = new LinkedHashMap<>(revision(id, 1));
		without.put("currency", null);
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "obligationRevise", OBLIGATION, without)))
			.containsExactly("CURRENCY_REQUIRED currency");
		Map<String, Object> inAnother = new LinkedHashMap<>(revision(id, 1));
		inAnother.put("currency", "USD");
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "obligationRevise", OBLIGATION, inAnother)))
			.containsExactly("AMOUNT_REQUIRED amount");
		assertThat(Scene.codes(add(this.scene.registrar(), Map.of("currency", "EUR"))))
			.containsExactly("AMOUNT_REQUIRED amount");
	}

	@Test
	void clauseIsOfTheSameAgreement() {
		String clause = clause(OTHER);
		assertThat(Scene.codes(add(this.scene.registrar(), Map.of("clause", clause))))
			.containsExactly("CLAUSE_OF_ANOTHER clause");
		assertThat(
				added(add(this.scene.registrar(), Map.of("clause", clause(Pact.ID)))).at("/clause/number").asString())
			.isEqualTo("7");
	}

	@Test
	void fulfilmentIsDeclaredOnceAndCanBeTakenBack() {
		String id = added(add(this.scene.manager(), Map.of("program", PROGRAM))).path("id").asString();
		assertThat(Scene.codes(fulfil(id, 1, "9998"))).containsExactly("IN_THE_FUTURE fulfilled");
		JsonNode fulfilled = fulfil(id, 1, "2024-05").data("/obligationFulfil/obligation");
		assertThat(List.of(fulfilled.path("status").asString(), fulfilled.path("fulfilled").asString()))
			.containsExactly("FULFILLED", "2024-05");
		assertThat(Scene.codes(fulfil(id, 2, "2024-06"))).containsExactly("ALREADY_FULFILLED obligation");
		Map<String, Object> taken = new LinkedHashMap<>(revision(id, 2));
		taken.put("status", "BREACHED");
		JsonNode breached = Scene.ask(this.scene.manager(), "obligationRevise", OBLIGATION, taken)
			.data("/obligationRevise/obligation");
		assertThat(breached.path("status").asString()).isEqualTo("BREACHED");
		assertThat(breached.path("fulfilled").isNull()).isTrue();
	}

	private Answer add(GraphqlSession session, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("agreement", Pact.ID, "debtors", List.of(Scene.id("Nation", "XWA")), "creditors",
						List.of(Scene.id("Nation", "XWB")), "kind", "FUNDING", "ownWords", "Pay the share"));
		input.putAll(facts);
		return Scene.ask(session, "obligationAdd", OBLIGATION, input);
	}

	private static JsonNode added(Answer answer) {
		Pact.done(answer);
		return answer.data("/obligationAdd/obligation");
	}

	private static Map<String, Object> revision(String id, int version) {
		return Map.of("obligation", id, "version", version, "reason", "It is so");
	}

	private Answer fulfil(String id, int version, String date) {
		Map<String, Object> input = new LinkedHashMap<>(revision(id, version));
		input.put("fulfilled", date);
		return Scene.ask(this.scene.manager(), "obligationFulfil", OBLIGATION, input);
	}

	private String clause(String agreement) {
		Answer answer = Scene.ask(this.scene.registrar(), "clauseAdd", "clause { id }",
				Map.of("agreement", agreement, "section", "FINANCIAL_PROVISIONS", "number", "7", "ownWords", "Pay"));
		Pact.done(answer);
		return answer.data("/clauseAdd/clause/id").asString();
	}

	private boolean sees(String nation) {
		return this.scene.delegate(nation)
			.query("{ obligations(where: {fictional: {eq: true}, ownWords: {eq: \"Pay the share\"}}) { totalCount } }")
			.data("/obligations/totalCount")
			.asInt() > 0;
	}

}
