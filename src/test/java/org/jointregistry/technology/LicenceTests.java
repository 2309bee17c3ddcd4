package org.jointregistry.technology;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Managers apply for licences, the issuing nation decides; and what a regime is.
 */
@RegistryTest
class LicenceTests {

	private static final String SELECTION = """
			exportLicence { id version state number scope provisos applied decided grounds validFrom validUntil
			  issuer { key } holder { ... on Contractor { key } } program { key } }
			""";

	@OnStage
	private Control control;

	@Test
	void licenceIsShownToIssuerHolderAndManagers() {
		Answer applied = apply();
		JsonNode licence = applied.data("/exportLicenceApply/exportLicence");
		assertThat(licence.path("state").asString()).as(applied.text()).isEqualTo("APPLIED");
		assertThat(licence.at("/issuer/key").asString()).isEqualTo("XWD");
		assertThat(licence.at("/holder/key").asString()).isEqualTo("FX-WRT-WORKS");
		assertThat(licence.at("/program/key").asString()).isEqualTo("FX-WRT-ONE");
		String id = licence.path("id").asString();
		assertThat(List.of(this.control.manager(), this.control.delegate("XWD"), this.control.industry("FX-WRT-WORKS")))
			.allMatch((session) -> Control.sees(session, id));
		assertThat(List.of(this.control.delegate("XWA"), this.control.delegate("XWB"),
				this.control.industry("FX-WRT-OTHERS")))
			.noneMatch((session) -> Control.sees(session, id));
	}

	@Test
	void issuingNationIssues() {
		String id = Control.id(apply(), "exportLicenceApply/exportLicence");
		Map<String, Object> facts = Map.of("number", "7", "decided", "2026-01-05", "validFrom", "2026-02", "validUntil",
				"2030", "provisos", "None");
		assertThat(Scene.ask(this.control.manager(), "exportLicenceIssue", SELECTION, input(id, 1, facts)).errorCodes())
			.containsExactly("FORBIDDEN");
		Answer issued = Scene.ask(this.control.delegate("XWD"), "exportLicenceIssue", SELECTION, input(id, 1, facts));
		JsonNode licence = issued.data("/exportLicenceIssue/exportLicence");
		assertThat(licence.path("state").asString()).as(issued.text()).isEqualTo("ISSUED");
		facts.forEach((field, value) -> assertThat(licence.path(field).asString()).isEqualTo(value));
		assertThat(licence.path("grounds").isNull()).isTrue();
	}

	@Test
	void otherNationsDecideNothing() {
		String id = Control.id(apply("PUBLIC"), "exportLicenceApply/exportLicence");
		for (String mutation : List.of("exportLicenceIssue", "exportLicenceRefuse", "exportLicenceRevoke")) {
			Map<String, Object> facts = mutation.equals("exportLicenceIssue") ? Map.of() : Map.of("reason", "No");
			assertThat(Scene.ask(this.control.delegate("XWA"), mutation, SELECTION, input(id, 1, facts)).errorCodes())
				.as(mutation)
				.containsExactly("FORBIDDEN");
		}
	}

	@Test
	void refusalAndRevocationSayWhy() {
		Answer refused = decide("exportLicenceRefuse", Control.id(apply(), "exportLicenceApply/exportLicence"), 1);
		assertThat(refused.data("/exportLicenceRefuse/exportLicence/state").asString()).isEqualTo("REFUSED");
		assertThat(refused.data("/exportLicenceRefuse/exportLicence/grounds").asString()).isEqualTo("It is so");
		String id = Control.id(apply(), "exportLicenceApply/exportLicence");
		decide("exportLicenceIssue", id, 1);
		Answer revoked = decide("exportLicenceRevoke", id, 2);
		assertThat(revoked.data("/exportLicenceRevoke/exportLicence/state").asString()).as(revoked.text())
			.isEqualTo("REVOKED");
		assertThat(revoked.data("/exportLicenceRevoke/exportLicence/grounds").asString()).isEqualTo("It is so");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			exportLicenceRefuse, exportLicenceIssue,  LICENCE_DECIDED
			exportLicenceRefuse, exportLicenceRefuse, LICENCE_DECIDED
			exportLicenceRefuse, exportLicenceRevoke, LICENCE_NOT_ISSUED
			exportLicenceIssue,  exportLicenceIssue,  LICENCE_DECIDED
			exportLicenceIssue,  exportLicenceRefuse, LICENCE_DECIDED
			""")
	void licenceIsDecidedOnce(String first, String second, String code) {
		String id = Control.id(apply(), "exportLicenceApply/exportLicence");
		assertThat(Scene.codes(decide(first, id, 1))).isEmpty();
		assertThat(Scene.codes(decide(second, id, 2))).containsExactly(code + " exportLicence");
	}

	@ParameterizedTest
	@CsvSource({ ", null", "2026-02-01, 2026-02-01" })
	void revocationHasItsOwnDay(@Nullable String day, String decided) {
		String id = issued("2026-01-05");
		Answer revoked = decide("exportLicenceRevoke", id, 2, (day != null) ? Map.of("decided", day) : Map.of());
		assertThat(revoked.data("/exportLicenceRevoke/exportLicence/decided").asString("null")).as(revoked.text())
			.isEqualTo(decided);
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-05, true", "2026-01, true", "2026, true", "2026-01-04, false", "2025-12, false",
			"2025, false" })
	void licenceIsNotRevokedBeforeItWasIssued(String day, boolean done) {
		assertThat(Scene.codes(decide("exportLicenceRevoke", issued("2026-01-05"), 2, Map.of("decided", day))))
			.isEqualTo(done ? List.of() : List.of("BEFORE_DECISION decided"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "exportLicenceIssue", "exportLicenceRefuse", "exportLicenceRevoke" })
	void nationDecidesOnADayThatHasCome(String mutation) {
		boolean revoked = mutation.equals("exportLicenceRevoke");
		String id = revoked ? issued("2026-01-05") : Control.id(apply(), "exportLicenceApply/exportLicence");
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		int version = revoked ? 2 : 1;
		assertThat(Scene.codes(decide(mutation, id, version, Map.of("decided", today.plusDays(1).toString()))))
			.containsExactly("IN_THE_FUTURE decided");
		assertThat(Scene.codes(decide(mutation, id, version, Map.of("decided", today.toString())))).isEmpty();
	}

	@Test
	void licenceThatIsNotIssuedIsNotRevoked() {
		assertThat(
				Scene.codes(decide("exportLicenceRevoke", Control.id(apply(), "exportLicenceApply/exportLicence"), 1)))
			.containsExactly("LICENCE_NOT_ISSUED exportLicence");
	}

	@Test
	void whatIsAppliedForIsChangedUntilItIsDecided() {
		String id = Control.id(apply(), "exportLicenceApply/exportLicence");
		Answer revised = revise(id, 1);
		assertThat(revised.data("/exportLicenceRevise/exportLicence/scope").asString()).as(revised.text())
			.isEqualTo("Less");
		assertThat(revised.data("/exportLicenceRevise/exportLicence/state").asString()).isEqualTo("APPLIED");
		assertThat(revised.data("/exportLicenceRevise/exportLicence/grounds").isNull()).isTrue();
		decide("exportLicenceIssue", id, 2);
		assertThat(Scene.codes(revise(id, 3))).containsExactly("LICENCE_DECIDED exportLicence");
	}

	@Test
	void regimeIsSeenByAllAndHasTheNationWhoseConsentItAsksFor() {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("key", "FX-WRT-NEW", "name", "New", "licenceRequired",
				true, "consentRequired", true, "fictional", true));
		String selection = "controlRegime { id marking nation { key } }";
		assertThat(Scene.codes(Scene.ask(this.control.registrar(), "controlRegimeAdd", selection, input)))
			.containsExactly("NATION_REQUIRED consentRequired");
		input.put("nation", Control.nation("XWA"));
		Answer added = Scene.ask(this.control.registrar(), "controlRegimeAdd", selection, input);
		assertThat(added.data("/controlRegimeAdd/controlRegime/marking").asString()).as(added.text())
			.isEqualTo("PUBLIC");
		assertThat(Control.sees(this.control.delegate("XWD"), Control.id(added, "controlRegimeAdd/controlRegime")))
			.isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "FX-WRT-STRICT, false", "FX-WRT-ASKING, true" })
	void regimeComesToAskForConsentWhereItHasANation(String regime, boolean done) {
		Answer revised = Scene.ask(this.control.registrar(), "controlRegimeRevise", "controlRegime { id }",
				Map.of("controlRegime", Scene.id("ControlRegime", regime), "version", 1, "reason", "It is so",
						"consentRequired", true));
		assertThat(Scene.codes(revised)).isEqualTo(done ? List.of() : List.of("NATION_REQUIRED consentRequired"));
	}

	private Answer apply() {
		return apply("ORIGINATOR");
	}

	private Answer apply(String marking) {
		return Scene.ask(this.control.manager(), "exportLicenceApply", SELECTION,
				Map.of("program", Control.PROGRAM, "issuer", Control.nation("XWD"), "holder",
						Scene.id("Contractor", "FX-WRT-WORKS"), "regime", "FX-WRT-STRICT", "type", "INDIVIDUAL",
						"scope", "All", "marking", marking));
	}

	private String issued(String day) {
		String id = Control.id(apply(), "exportLicenceApply/exportLicence");
		assertThat(Scene.codes(decide("exportLicenceIssue", id, 1, Map.of("decided", day)))).isEmpty();
		return id;
	}

	private Answer decide(String mutation, String id, int version) {
		return decide(mutation, id, version, Map.of());
	}

	private Answer decide(String mutation, String id, int version, Map<String, Object> more) {
		Map<String, Object> facts = new LinkedHashMap<>(more);
		if (!mutation.equals("exportLicenceIssue")) {
			facts.put("reason", "It is so");
		}
		return Scene.ask(this.control.delegate("XWD"), mutation, SELECTION, input(id, version, facts));
	}

	private Answer revise(String id, int version) {
		return Scene.ask(this.control.manager(), "exportLicenceRevise", SELECTION,
				input(id, version, Map.of("reason", "It is so", "scope", "Less")));
	}

	private static Map<String, Object> input(String id, int version, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("exportLicence", id, "version", version));
		input.putAll(facts);
		return input;
	}

}
