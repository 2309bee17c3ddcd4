package org.jointregistry.interoperability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A manager says once how far the program implements a standard, and changes that.
 */
@RegistryTest
class ImplementationTests {

	private static final String SELECTION = "program { standards { edges { key version status node { key } } } }";

	private static final String STANDARDS = """
			UNWIND ['FX-WRT-A', 'FX-WRT-B'] AS key
			CREATE (:Standard {key: key, title: key, body: 'None', area: 'AIR', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			""";

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(STANDARDS);
	}

	@Test
	void programImplementsAStandardOnce() {
		Answer answer = add("FX-WRT-A");
		assertThat(answer.data("/implementationAdd/program/standards/edges/0/node/key").asString()).as(answer.text())
			.isEqualTo("FX-WRT-A");
		assertThat(Scene.codes(add("FX-WRT-A"))).containsExactly("TIED_ALREADY standard");
		assertThat(Scene.codes(add("FX-WRT-B"))).isEmpty();
	}

	@Test
	void changeKeepsWhatWas() {
		String key = add("FX-WRT-A").data("/implementationAdd/program/standards/edges/0/key").asString();
		Map<String, Object> input = new LinkedHashMap<>(Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "key", key,
				"version", 1, "reason", "It is so", "status", "IMPLEMENTS"));
		JsonNode edge = Scene.ask(this.scene.manager(), "implementationRevise", SELECTION, input)
			.data("/implementationRevise/program/standards/edges/0");
		assertThat(edge.path("status").asString()).isEqualTo("IMPLEMENTS");
		assertThat(edge.path("version").asInt()).isEqualTo(2);
		assertThat(this.scene.run("""
				MATCH (:Program {key: 'FX-WRT-ONE'})-[was:WAS_IMPLEMENTS]->() RETURN was.status AS status"""))
			.singleElement()
			.satisfies((was) -> assertThat(was.get("status").asString()).isEqualTo("PLANNED"));
	}

	@Test
	void ofTwoImplementationsAtOnceOneIsAdded() throws Exception {
		try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
			Future<Answer> one = callers.submit(() -> add("FX-WRT-A"));
			Future<Answer> other = callers.submit(() -> add("FX-WRT-A"));
			assertThat(List.of(Scene.codes(one.get()), Scene.codes(other.get()))).containsExactlyInAnyOrder(List.of(),
					List.of("TIED_ALREADY standard"));
		}
	}

	private Answer add(String standard) {
		return Scene.ask(this.scene.manager(), "implementationAdd", SELECTION, Map.of("program",
				Scene.id("Program", "FX-WRT-ONE"), "standard", Scene.id("Standard", standard), "status", "PLANNED"));
	}

}
