package org.jointregistry.technology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Transfers are checked against restricted lists and regimes.
 */
@RegistryTest
class ComplianceTests {

	private static final String LIST = "restrictedListEntry { id version marking technologies { nodes { key } } }";

	private static final Map<String, Object> REGIME = Map.of("regime", Scene.id("ControlRegime", "FX-WRT-STRICT"));

	@OnStage
	private Control control;

	private String transfer = "";

	@BeforeEach
	void set() {
		this.transfer = Control.id(
				Scene.ask(this.control.manager(), "transferAdd", "transfer { id }",
						Map.of("program", Control.PROGRAM, "from", Control.nation("XWA"), "to", Control.nation("XWB"),
								"technology", Control.RADAR, "kind", "EQUIPMENT", "status", "AGREED")),
				"transferAdd/transfer");
	}

	@Test
	void listIsSeenByAllWithWhatItCovers() {
		Answer added = list();
		assertThat(added.data("/restrictedListEntryAdd/restrictedListEntry/marking").asString()).as(added.text())
			.isEqualTo("PUBLIC");
		assertThat(added.data("/restrictedListEntryAdd/restrictedListEntry/technologies/nodes/0/key").asString())
			.isEqualTo("FX-WRT-RADAR");
		String id = Control.id(added, "restrictedListEntryAdd/restrictedListEntry");
		assertThat(Control.sees(this.control.delegate("XWD"), id)).isTrue();
		Answer revised = Scene.ask(this.control.registrar(), "restrictedListEntryRevise", LIST,
				Map.of("restrictedListEntry", id, "version", 1, "reason", "It is so", "technologies",
						List.of(Scene.id("Technology", "FX-WRT-AMPLIFIER"))));
		assertThat(revised.data("/restrictedListEntryRevise/restrictedListEntry/technologies/nodes").values())
			.as(revised.text())
			.singleElement()
			.satisfies((node) -> assertThat(node.path("key").asString()).isEqualTo("FX-WRT-AMPLIFIER"));
	}

	@Test
	void checkBelongsToTheTransfersProgram() {
		Answer checked = check(REGIME);
		assertThat(checked.data("/complianceCheckRecord/complianceCheck/program/key").asString()).as(checked.text())
			.isEqualTo("FX-WRT-ONE");
		assertThat(checked.data("/complianceCheckRecord/complianceCheck/regime/key").asString())
			.isEqualTo("FX-WRT-STRICT");
		String id = Control.id(checked, "complianceCheckRecord/complianceCheck");
		assertThat(List.of(this.control.manager(), this.control.delegate("XWA")))
			.allMatch((session) -> Control.sees(session, id));
		assertThat(Control.sees(this.control.delegate("XWC"), id)).isFalse();
	}

	@Test
	void checkIsAgainstOneThing() {
		Map<String, Object> both = new LinkedHashMap<>(REGIME);
		both.put("entry", Control.id(list(), "restrictedListEntryAdd/restrictedListEntry"));
		assertThat(Scene.codes(check(Map.of()))).containsExactly("ONE_CHECKED entry");
		assertThat(Scene.codes(check(both))).containsExactly("ONE_CHECKED entry");
		both.remove("regime");
		assertThat(Scene.codes(check(both))).isEmpty();
	}

	@Test
	void openCheckSaysWhatIsMissing() {
		Map<String, Object> facts = new LinkedHashMap<>(REGIME);
		facts.put("result", "OPEN");
		assertThat(Scene.codes(check(facts))).containsExactly("NOTE_REQUIRED note");
		facts.put("note", "The end user");
		assertThat(Scene.codes(check(facts))).isEmpty();
	}

	private Answer list() {
		return Scene.ask(this.control.registrar(), "restrictedListEntryAdd", LIST,
				Map.of("key", "FX-WRT-ENTRY", "list", "Munitions", "category", "1", "description", "Radars",
						"technologies", List.of(Control.RADAR), "fictional", true));
	}

	private Answer check(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("transfer", this.transfer, "result", "CLEAR"));
		input.putAll(facts);
		return Scene.ask(this.control.manager(), "complianceCheckRecord",
				"complianceCheck { id program { key } regime { key } }", input);
	}

}
