package org.jointregistry.technology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No technology flows to others than partners before consents.
 */
@RegistryTest
class FlowConsentTests {

	private static final String CONSENT_MISSING = "CONSENT_MISSING consentRequest";

	@OnStage
	private Control control;

	@Test
	void othersThanPartnersReceiveByConsentOfAll() {
		Map<String, Object> facts = Map.of("to", Control.nation("XWC"));
		assertThat(Scene.codes(add(facts))).containsExactly(CONSENT_MISSING);
		String request = this.control.requested();
		Map<String, Object> asked = Map.of("to", Control.nation("XWC"), "consentRequest", request);
		this.control.decided(request, "XWA", "CONSENTED");
		assertThat(Scene.codes(add(asked))).containsExactly(CONSENT_MISSING);
		String decision = this.control.decided(request, "XWB", "REFUSED");
		assertThat(Scene.codes(add(asked))).containsExactly(CONSENT_MISSING);
		this.control.revoke("XWB", decision);
		assertThat(Scene.codes(add(asked))).containsExactly(CONSENT_MISSING);
		decision = Control.id(
				this.control.decide(request, "XWB", "CONSENTED_WITH_CONDITIONS", Map.of("conditions", "No sale")),
				"consentDecide/consentDecision");
		assertThat(Scene.codes(add(asked))).isEmpty();
		this.control.revoke("XWB", decision);
		assertThat(Scene.codes(add(asked))).containsExactly(CONSENT_MISSING);
	}

	@Test
	void consentThatIsAskedForIsAwaitedForPartnersToo() {
		String request = Control.id(
				this.control.request(Map.of("to", Control.nation("XWB"), "nations", List.of(Control.nation("XWD")))),
				"consentRequestAdd/consentRequest");
		Map<String, Object> facts = Map.of("consentRequest", request);
		this.control.decided(request, "XWA", "CONSENTED");
		assertThat(Scene.codes(add(facts))).containsExactly(CONSENT_MISSING);
		this.control.decided(request, "XWD", "CONSENTED");
		assertThat(Scene.codes(add(facts))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2026-05-01, true", "2026-04-30, false", "2026-05, true", "2026, false", ", true" })
	void consentComesBeforeTheTransfer(@Nullable String decided, boolean done) {
		String request = this.control.requested();
		this.control.decided(request, "XWA", "CONSENTED");
		assertThat(Scene.codes(this.control.decide(request, "XWB", "CONSENTED", Map.of("decided", "2026-05-01"))))
			.isEmpty();
		Map<String, Object> facts = new LinkedHashMap<>(Map.of("to", Control.nation("XWC"), "consentRequest", request));
		if (decided != null) {
			facts.put("decided", decided);
		}
		assertThat(Scene.codes(add(facts))).isEqualTo(done ? List.of() : List.of(CONSENT_MISSING));
	}

	@ParameterizedTest
	@CsvSource({ "from, XWD", "to, XWD", "technology, FX-WRT-AMPLIFIER" })
	void consentIsOfTheTransferThatWasAskedAbout(String field, String key) {
		String request = this.control.requested();
		this.control.decided(request, "XWA", "CONSENTED");
		this.control.decided(request, "XWB", "CONSENTED");
		Map<String, Object> facts = new LinkedHashMap<>(Map.of("to", Control.nation("XWC"), "consentRequest", request));
		facts.put(field, field.equals("technology") ? Scene.id("Technology", key) : Control.nation(key));
		assertThat(Scene.codes(add(facts))).containsExactly(CONSENT_MISSING);
	}

	@Test
	void consentOfAnotherProgramIsNone() {
		String request = this.control.requested();
		this.control.decided(request, "XWA", "CONSENTED");
		this.control.decided(request, "XWB", "CONSENTED");
		this.control.run("""
				MATCH (request:ConsentRequest)-[r:CONSENT_IN]->(:Program {key: 'FX-WRT-ONE'}), (p:Program {key: 'EFA'})
				DELETE r CREATE (request)-[:CONSENT_IN]->(p)""");
		assertThat(Scene.codes(add(Map.of("to", Control.nation("XWC"), "consentRequest", request))))
			.containsExactly(CONSENT_MISSING);
	}

	@Test
	void ownerWhoCameAfterTheRequestIsAskedAnew() {
		String request = this.control.requested();
		this.control.decided(request, "XWA", "CONSENTED");
		this.control.decided(request, "XWB", "CONSENTED");
		this.control.run("""
				MATCH (n:Nation {key: 'XWD'}), (t:Technology {key: 'FX-WRT-RADAR'})
				CREATE (n)-[:HOLDS_RIGHT {key: 'FX-WRT-R3', right: 'FX-WRT-R3', subject: 'All', class: 'FOREGROUND',
				  grant: 'OWNS', joint: false, derived: false}]->(t)""");
		assertThat(Scene.codes(add(Map.of("to", Control.nation("XWC"), "consentRequest", request))))
			.containsExactly(CONSENT_MISSING);
	}

	@ParameterizedTest
	@CsvSource({ "PARTNER, , true", "PARTNER, 2020, false", "FORMER_PARTNER, , false", "OBSERVER, , false",
			"CUSTOMER, , false", "THIRD_STATE, , false", "CO_FUNDER, , true" })
	void partnersOfTodayNeedNoConsent(String role, @Nullable String left, boolean done) {
		this.control.run("""
				MATCH (n:Nation {key: 'XWC'}), (p:Program {key: 'FX-WRT-ONE'})
				CREATE (n)-[:PARTICIPATES_IN {key: 'FX-WRT-PC', role: '%s', left: %s}]->(p)""".formatted(role,
				(left != null) ? "'" + left + "'" : "null"));
		assertThat(Scene.codes(add(Map.of("to", Control.nation("XWC")))))
			.isEqualTo(done ? List.of() : List.of(CONSENT_MISSING));
	}

	@Test
	void organizationIsOfTheNationOfItsSeat() {
		String works = Scene.id("Contractor", "FX-WRT-WORKS");
		assertThat(Scene.codes(add(Map.of("to", works)))).isEmpty();
		this.control.run("MATCH (:Contractor {key: 'FX-WRT-WORKS'})-[r:SEATED_IN]->() DELETE r");
		assertThat(Scene.codes(add(Map.of("to", works)))).containsExactly(CONSENT_MISSING);
	}

	@Test
	void changeOfTheReceiversConsentIsJudged() {
		String request = this.control.requested();
		String id = Control.id(add(Map.of("status", "DELAYED", "to", Control.nation("XWC"))), "transferAdd/transfer");
		Map<String, Object> facts = Map.of("status", "COMPLETED", "consentRequest", request);
		assertThat(Scene.codes(revise(id, 1, facts))).containsExactly(CONSENT_MISSING);
		this.control.decided(request, "XWA", "CONSENTED");
		this.control.decided(request, "XWB", "CONSENTED");
		assertThat(Scene.codes(revise(id, 1, facts))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Hidden.class)
	void whatIsHiddenAsksForNothing(Hidden hidden) {
		this.control.run("MATCH ()-[r:HOLDS_RIGHT {key: 'FX-WRT-R1'}]->() DELETE r");
		assertThat(Scene.codes(add(Map.of("to", Control.nation("XWC"))))).containsExactly(CONSENT_MISSING);
		this.control.run(hidden.statement);
		assertThat(Scene.codes(add(Map.of("to", Control.nation("XWC"))))).isEmpty();
	}

	private Answer add(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("program", Control.PROGRAM, "from", Control.nation("XWA"), "to", Control.nation("XWB"),
						"technology", Control.RADAR, "kind", "TECHNICAL_DATA", "status", "IN_FORCE"));
		input.putAll(facts);
		return Scene.ask(this.control.manager(), "transferAdd", "transfer { id }", input);
	}

	private Answer revise(String id, int version, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("transfer", id, "version", version, "reason", "It is so"));
		input.putAll(facts);
		return Scene.ask(this.control.manager(), "transferRevise", "transfer { id }", input);
	}

	/**
	 * What takes the owner of the amplifier inside the radar out of the manager's sight.
	 */
	enum Hidden {

		RIGHT("MATCH ()-[r:HOLDS_RIGHT {key: 'FX-WRT-R2'}]->() SET r.releasedTo = ['nation:XWD']"),
		DERIVATION("MATCH ()-[d:DERIVED_FROM {key: 'FX-WRT-D1'}]->() SET d.releasedTo = ['nation:XWD']"),
		OWNER("MATCH (c:Contractor {key: 'FX-WRT-WORKS'}) SET c.releasedTo = ['nation:XWD']");

		private final String statement;

		Hidden(String statement) {
			this.statement = statement;
		}

	}

}
