package org.jointregistry.technology;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose consent is asked for, and how nations decide.
 */
@RegistryTest
class ConsentTests {

	@OnStage
	private Control control;

	@Test
	void ownersOfATechnologyAndOfWhatIsInsideAreAsked() {
		assertThat(asked(Map.of())).containsExactly("XWA", "XWB");
	}

	@Test
	void whoItGoesToIsNotAsked() {
		assertThat(asked(Map.of("to", Scene.id("Contractor", "FX-WRT-WORKS")))).containsExactly("XWA");
	}

	@Test
	void whoeverIsNamedBesidesIsAskedToo() {
		assertThat(asked(Map.of("nations", List.of(Control.nation("XWD"), Control.nation("XWA")))))
			.containsExactly("XWA", "XWB", "XWD");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			FX-WRT-RADAR | "nations":["Nation:XWD","Nation:XWA","Nation:XWB"]
			''           | "nations":["Nation:XWD"]
			""")
	void auditTrailTellsWhoIsNamedAndWhoFollows(String technology, String told) {
		asked(Map.of("technology", technology.isEmpty() ? "" : Scene.id("Technology", technology), "nations",
				List.of(Control.nation("XWD"))));
		assertThat(this.control.run("""
				MATCH (entry:AuditEntry {mutation: 'consentRequestAdd'}) RETURN entry.after AS after"""))
			.singleElement()
			.satisfies((row) -> assertThat(row.get("after").asString()).contains(told));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			r.until = '2020'                                     | XWB
			r.until = '9999'                                     | XWA XWB
			r.since = '9999'                                     | XWB
			r.confirmation = 'DECLARED'                          | XWB
			r.confirmation = 'CONFIRMED'                         | XWA XWB
			r.grant = 'MAY_USE', r.restriction = 'Own fleet'     | XWB
			r.grant = 'MAY_SUBLICENSE'                           | XWB
			r.grant = 'MAY_SUBLICENSE', r.restriction = 'Asking' | XWA XWB
			r.releasedTo = ['nation:XWD']                        | XWB
			""")
	void rightCountsWhileItHoldsAndIsSeen(String change, String nations) {
		this.control.run("MATCH (:Nation {key: 'XWA'})-[r:HOLDS_RIGHT]->() SET " + change);
		assertThat(asked(Map.of())).containsExactly(nations.split(" "));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			MATCH ()-[d:DERIVED_FROM {key: 'FX-WRT-D1'}]->() SET d.releasedTo = ['nation:XWD']
			MATCH ()-[d:DERIVED_FROM {key: 'FX-WRT-D2'}]->() SET d.releasedTo = ['nation:XWD']
			MATCH (t:Technology {key: 'FX-WRT-RECEIVER'}) SET t.releasedTo = ['nation:XWD']
			MATCH (t:Technology {key: 'FX-WRT-AMPLIFIER'}) SET t.releasedTo = ['nation:XWD']
			MATCH (c:Contractor {key: 'FX-WRT-WORKS'}) SET c.releasedTo = ['nation:XWD']
			""")
	void whatIsHiddenAsksNobody(String hide) {
		this.control.run(hide);
		assertThat(asked(Map.of())).containsExactly("XWA");
	}

	@Test
	void nationOfTheRegimeIsAsked() {
		this.control.run("MATCH ()-[r:HOLDS_RIGHT {key: 'FX-WRT-R2'}]->() DELETE r");
		assertThat(asked(Map.of())).containsExactly("XWA");
		assertThat(asked(Map.of("regime", "FX-WRT-STRICT"))).containsExactly("XWA");
		assertThat(asked(Map.of("regime", "FX-WRT-ASKING"))).containsExactly("XWA", "XWB");
	}

	@ParameterizedTest(name = "{0} {1} {2} {3}")
	@CsvSource(textBlock = """
			FX-WRT-ONE, COMPLETED, ,    XWA XWB
			FX-WRT-ONE, DENIED,    ,    XWA
			FX-WRT-ONE, COMPLETED, XWD, XWA
			EFA,        COMPLETED, ,    XWA
			""")
	void nationWhoseRegimeItCameUnderIsAsked(String program, String status, @Nullable String shown, String nations) {
		this.control.run("""
				MATCH ()-[r:HOLDS_RIGHT {key: 'FX-WRT-R2'}]->() DELETE r
				WITH count(*) AS none
				MATCH (p:Program {key: '%s'}), (t:Technology {key: 'FX-WRT-AMPLIFIER'})
				CREATE (p)<-[:UNDER]-(:Transfer {key: 'FX-WRT-CAME', kind: 'TECHNOLOGY', status: '%s',
				  regime: 'FX-WRT-ASKING', marking: 'ORIGINATOR', releasableTo: [], industryReleasable: false,
				  fictional: true, version: 1})-[:OF]->(t)""".formatted(program, status));
		this.control.release("Transfer", "FX-WRT-CAME", shown);
		assertThat(asked(Map.of())).containsExactly(nations.split(" "));
	}

	@Test
	void somebodyIsAsked() {
		assertThat(Scene.codes(this.control.request(Map.of("technology", "")))).containsExactly("NOBODY_ASKED nations");
		assertThat(asked(Map.of("technology", "", "nations", List.of(Control.nation("XWD"))))).containsExactly("XWD");
	}

	@Test
	void requestIsBetweenTwoParties() {
		assertThat(Scene.codes(this.control.request(Map.of("to", Control.nation("XWA")))))
			.containsExactly("SAME_PARTY to");
	}

	@Test
	void requestAndDecisionsAreShownToWhomTheyName() {
		String request = this.control.requested();
		String decision = Control.id(this.control.decide(request, "XWB", "REFUSED", Map.of("marking", "ORIGINATOR")),
				"consentDecide/consentDecision");
		for (String nation : List.of("XWA", "XWB")) {
			assertThat(Control.sees(this.control.delegate(nation), request)).as(nation).isTrue();
			assertThat(Control.sees(this.control.delegate(nation), decision)).isEqualTo(nation.equals("XWB"));
		}
		assertThat(Control.sees(this.control.delegate("XWC"), request)).isFalse();
		assertThat(Control.sees(this.control.manager(), decision)).isTrue();
		assertThat(this.control.decide(request, "XWC", "REFUSED", Map.of()).errorCodes()).containsExactly("NOT_FOUND");
	}

	@Test
	void nationDecidesForItselfWhereItIsAsked() {
		String request = Control.id(this.control.request(Map.of("marking", "PUBLIC")),
				"consentRequestAdd/consentRequest");
		Answer other = this.control.decide(request, "XWD", "CONSENTED", Map.of());
		assertThat(Scene.codes(other)).as(other.text()).containsExactly("NOT_ASKED nation");
		assertThat(
				this.control.decide(request, "XWB", "CONSENTED", Map.of("nation", Control.nation("XWA"))).errorCodes())
			.containsExactly("FORBIDDEN");
		Answer decided = this.control.decide(request, "XWB", "CONSENTED", Map.of());
		assertThat(decided.data("/consentDecide/consentDecision/originator").asString()).as(decided.text())
			.isEqualTo("XWB");
	}

	@Test
	void nationDecidesOnceAndAnewAfterItTookThatBack() {
		String request = this.control.requested();
		String decision = this.control.decided(request, "XWB", "REFUSED");
		assertThat(Scene.codes(this.control.decide(request, "XWB", "CONSENTED", Map.of())))
			.containsExactly("ALREADY_DECIDED nation");
		assertThat(Scene.codes(this.control.decide(request, "XWA", "CONSENTED", Map.of()))).isEmpty();
		assertThat(Scene.codes(this.control.revoke("XWB", decision))).isEmpty();
		assertThat(Scene.codes(this.control.decide(request, "XWB", "CONSENTED", Map.of()))).isEmpty();
	}

	@Test
	void ofTwoDecisionsAtOnceOneIsMade() throws Exception {
		String request = this.control.requested();
		try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
			Future<Answer> one = callers.submit(() -> this.control.decide(request, "XWB", "CONSENTED", Map.of()));
			Future<Answer> other = callers.submit(() -> this.control.decide(request, "XWB", "REFUSED", Map.of()));
			assertThat(List.of(Scene.codes(one.get()), Scene.codes(other.get()))).containsExactlyInAnyOrder(List.of(),
					List.of("ALREADY_DECIDED nation"));
		}
	}

	@Test
	void whatIsTakenBackIsNamedAndStays() {
		String request = this.control.requested();
		String decision = this.control.decided(request, "XWB", "CONSENTED");
		Answer revoked = this.control.revoke("XWB", decision);
		assertThat(Scene.codes(revoked)).as(revoked.text()).isEmpty();
		var entry = revoked.data("/consentRevoke/consentDecision");
		assertThat(entry.path("kind").asString()).isEqualTo("REVOKED");
		assertThat(entry.path("originator").asString()).isEqualTo("XWB");
		assertThat(entry.at("/nation/key").asString()).isEqualTo("XWB");
		assertThat(entry.at("/request/id").asString()).isEqualTo(request);
		assertThat(entry.at("/program/key").asString()).isEqualTo("FX-WRT-ONE");
		assertThat(entry.at("/revokes/id").asString()).isEqualTo(decision);
		assertThat(Scene.codes(this.control.revoke("XWB", decision)))
			.containsExactly("ALREADY_REVOKED consentDecision");
		assertThat(Scene.codes(this.control.revoke("XWB", entry.path("id").asString())))
			.containsExactly("NOT_REVOCABLE consentDecision");
		assertThat(Control.sees(this.control.manager(), decision)).isTrue();
	}

	@Test
	void nationTakesBackItsOwnDecisionAlone() {
		String decision = Control.id(
				this.control.decide(this.control.requested(), "XWB", "CONSENTED", Map.of("marking", "PUBLIC")),
				"consentDecide/consentDecision");
		assertThat(this.control.revoke("XWA", decision).errorCodes()).containsExactly("FORBIDDEN");
	}

	@ParameterizedTest
	@CsvSource({ "CONSENTED_WITH_CONDITIONS, , false", "CONSENTED_WITH_CONDITIONS, No sale, true", "CONSENTED, , true",
			"CONSENTED, No sale, false", "REFUSED, No sale, false" })
	void conditionsGoWithAConsentUnderThem(String kind, String conditions, boolean done) {
		Answer answer = this.control.decide(this.control.requested(), "XWB", kind,
				(conditions != null) ? Map.of("conditions", conditions) : Map.of());
		assertThat(Scene.codes(answer)).isEqualTo(done ? List.of() : List.of("CONDITIONS_REQUIRED conditions"));
	}

	@ParameterizedTest
	@CsvSource({ "0, true", "1, false" })
	void nationDecidesOnADayThatHasCome(int days, boolean done) {
		String request = this.control.requested();
		Map<String, Object> day = Map.of("decided", LocalDate.now(ZoneOffset.UTC).plusDays(days).toString());
		List<String> codes = done ? List.of() : List.of("IN_THE_FUTURE decided");
		assertThat(Scene.codes(this.control.decide(request, "XWB", "CONSENTED", day))).isEqualTo(codes);
		String decision = this.control.decided(request, "XWA", "CONSENTED");
		assertThat(Scene.codes(this.control.revoke("XWA", decision, day))).isEqualTo(codes);
	}

	@ParameterizedTest
	@CsvSource({ "2026-05-01, true", "2026-05, true", "2026, true", "2026-04-30, false", "2026-04, false",
			"2025, false" })
	void decisionIsNotTakenBackBeforeItWasMade(String day, boolean done) {
		String decision = Control.id(
				this.control.decide(this.control.requested(), "XWB", "CONSENTED", Map.of("decided", "2026-05-01")),
				"consentDecide/consentDecision");
		assertThat(Scene.codes(this.control.revoke("XWB", decision, Map.of("decided", day))))
			.isEqualTo(done ? List.of() : List.of("BEFORE_DECISION decided"));
	}

	private List<String> asked(Map<String, Object> facts) {
		Answer answer = this.control.request(facts);
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/consentRequestAdd/consentRequest/nations/nodes")
			.values()
			.stream()
			.map((nation) -> nation.path("key").asString())
			.sorted()
			.toList();
	}

}
