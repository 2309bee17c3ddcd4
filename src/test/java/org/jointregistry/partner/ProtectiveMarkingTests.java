package org.jointregistry.partner;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A scheme has each protective marking once, and what it is treated as is NATO's.
 */
@RegistryTest
class ProtectiveMarkingTests {

	private static final String SELECTION = "protectiveMarking { id marking natoEquivalent { level } }";

	@OnStage
	private Scene scene;

	@Test
	void schemeHasEachLevelOnce() {
		Answer added = add("FX-WRT-SCHEME", Map.of());
		assertThat(Scene.codes(added)).as(added.text()).isEmpty();
		assertThat(added.data("/protectiveMarkingAdd/protectiveMarking/marking").asString()).isEqualTo("PUBLIC");
		assertThat(Scene.codes(add("FX-WRT-SCHEME", Map.of()))).containsExactly("MARKING_TAKEN level");
		assertThat(Scene.codes(add("FX-WRT-OTHER", Map.of()))).isEmpty();
	}

	@Test
	void whatItIsTreatedAsIsOfNato() {
		String german = Scene.id("ProtectiveMarking", "DE/GEHEIM");
		assertThat(Scene.codes(add("FX-WRT-SCHEME", Map.of("natoEquivalent", german))))
			.containsExactly("NOT_OF_NATO natoEquivalent");
		Answer added = add("FX-WRT-SCHEME",
				Map.of("natoEquivalent", Scene.id("ProtectiveMarking", "NATO/NATO SECRET")));
		assertThat(Scene.codes(added)).as(added.text()).isEmpty();
		assertThat(added.data("/protectiveMarkingAdd/protectiveMarking/natoEquivalent/level").asString())
			.isEqualTo("NATO SECRET");
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "protectiveMarkingRevise", SELECTION,
				Map.of("protectiveMarking", added.data("/protectiveMarkingAdd/protectiveMarking/id").asString(),
						"version", 1, "reason", "It is so", "natoEquivalent", german))))
			.containsExactly("NOT_OF_NATO natoEquivalent");
	}

	@Test
	void whatIsOfNatoIsTreatedAsItself() {
		String secret = Scene.id("ProtectiveMarking", "NATO/NATO SECRET");
		assertThat(Scene.codes(add("NATO", Map.of("natoEquivalent", secret))))
			.containsExactly("OF_NATO_ITSELF natoEquivalent");
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "protectiveMarkingRevise", SELECTION,
				Map.of("protectiveMarking", Scene.id("ProtectiveMarking", "NATO/NATO RESTRICTED"), "version", 1,
						"reason", "It is so", "natoEquivalent", secret))))
			.containsExactly("OF_NATO_ITSELF natoEquivalent");
	}

	private Answer add(String scheme, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("scheme", scheme, "level", "Level", "label", "L"));
		input.putAll(more);
		return Scene.ask(this.scene.registrar(), "protectiveMarkingAdd", SELECTION, input);
	}

}
