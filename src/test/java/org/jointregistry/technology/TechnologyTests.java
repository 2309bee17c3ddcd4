package org.jointregistry.technology;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The registrar adds technologies, says which programs use them and what they were
 * derived from; no technology comes from itself.
 */
@RegistryTest
class TechnologyTests {

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		List.of("A", "B", "C").forEach(this::add);
	}

	@Test
	void technologyThatAProgramUsesIsShownToItsManager() {
		assertThat(sees("A")).isFalse();
		assertThat(Scene.codes(use("A"))).isEmpty();
		assertThat(sees("A")).isTrue();
		assertThat(sees("B")).isFalse();
		assertThat(Scene.codes(use("A"))).containsExactly("TIED_ALREADY program");
	}

	@Test
	void technologyIsDerivedFromAnotherOnce() {
		Answer answer = derive("B", "A");
		assertThat(answer.data("/derivationAdd/technology/derivedFrom/nodes/0/key").asString()).as(answer.text())
			.isEqualTo("FX-WRT-A");
		assertThat(Scene.codes(derive("B", "A"))).containsExactly("TIED_ALREADY derivedFrom");
	}

	@Test
	void noTechnologyIsDerivedFromItself() {
		assertThat(Scene.codes(derive("A", "A"))).containsExactly("NAMES_ITSELF derivedFrom");
		assertThat(Scene.codes(derive("B", "A"))).isEmpty();
		assertThat(Scene.codes(derive("A", "B"))).containsExactly("DERIVED_FROM_ITSELF derivedFrom");
		assertThat(Scene.codes(derive("C", "B"))).isEmpty();
		assertThat(Scene.codes(derive("C", "A"))).isEmpty();
		assertThat(Scene.codes(derive("A", "C"))).containsExactly("DERIVED_FROM_ITSELF derivedFrom");
	}

	@Test
	void ofTwoDerivationsAtOnceThatWouldCloseACircleOneIsMade() throws Exception {
		try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
			Future<Answer> one = callers.submit(() -> derive("B", "A"));
			Future<Answer> other = callers.submit(() -> derive("A", "B"));
			assertThat(List.of(Scene.codes(one.get()), Scene.codes(other.get()))).containsExactlyInAnyOrder(List.of(),
					List.of("DERIVED_FROM_ITSELF derivedFrom"));
		}
	}

	@Test
	void ofTwoUsesAtOnceOneIsAdded() throws Exception {
		try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
			Future<Answer> one = callers.submit(() -> use("A"));
			Future<Answer> other = callers.submit(() -> use("A"));
			assertThat(List.of(Scene.codes(one.get()), Scene.codes(other.get()))).containsExactlyInAnyOrder(List.of(),
					List.of("TIED_ALREADY program"));
		}
	}

	private void add(String name) {
		Answer answer = Scene.ask(this.scene.registrar(), "technologyAdd", "technology { id }", Map.of("key",
				"FX-WRT-" + name, "name", "Technology " + name, "marking", "PARTNERS", "fictional", true));
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
	}

	private Answer derive(String technology, String from) {
		return Scene.ask(this.scene.registrar(), "derivationAdd", "technology { derivedFrom { nodes { key } } }",
				Map.of("technology", id(technology), "derivedFrom", id(from)));
	}

	private Answer use(String technology) {
		return Scene.ask(this.scene.registrar(), "technologyUseAdd", "technology { id }",
				Map.of("technology", id(technology), "program", Scene.id("Program", "FX-WRT-ONE")));
	}

	private boolean sees(String technology) {
		return this.scene.manager()
			.query("{ node(id: \"%s\") { id } }".formatted(id(technology)))
			.errorCodes()
			.isEmpty();
	}

	private static String id(String name) {
		return Scene.id("Technology", "FX-WRT-" + name);
	}

}
