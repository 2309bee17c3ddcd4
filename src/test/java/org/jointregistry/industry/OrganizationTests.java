package org.jointregistry.industry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Organizations of all types have keys of their own, no contractor is a part of itself,
 * and what one owns of another is said once for each date.
 */
@RegistryTest
class OrganizationTests {

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		List.of("A", "B", "C").forEach((name) -> assertThat(Scene.codes(add("contractor", name, "COMPANY"))).isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "contractor, COMPANY", "institution, UNIVERSITY", "innovationHub, FUND" })
	void keyIsOneOrganizations(String type, String kind) {
		assertThat(Scene.codes(add(type, "A", kind))).containsExactly("KEY_TAKEN key");
		assertThat(Scene.codes(add(type, "D", kind))).isEmpty();
		assertThat(Scene.codes(add("institution", "D", "UNIVERSITY"))).containsExactly("KEY_TAKEN key");
	}

	@Test
	void otherRecordsMayHaveTheKeyOfAnOrganization() {
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "partyRoleAdd", "partyRole { key }",
				Map.of("key", "FX-WRT-A", "name", "Role", "marking", "PUBLIC"))))
			.isEmpty();
	}

	@Test
	void ofTwoOrganizationsAtOnceWithOneKeyOneIsAdded() throws Exception {
		try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
			Future<Answer> one = callers.submit(() -> add("institution", "D", "UNIVERSITY"));
			Future<Answer> other = callers.submit(() -> add("innovationHub", "D", "FUND"));
			assertThat(List.of(Scene.codes(one.get()), Scene.codes(other.get()))).containsExactlyInAnyOrder(List.of(),
					List.of("KEY_TAKEN key"));
		}
	}

	@Test
	void noContractorIsAPartOfItself() {
		assertThat(Scene.codes(part("A", "A"))).containsExactly("NAMES_ITSELF parent");
		assertThat(Scene.codes(part("B", "A"))).isEmpty();
		assertThat(Scene.codes(part("A", "B"))).containsExactly("PART_OF_ITSELF parent");
		assertThat(Scene.codes(part("C", "B"))).isEmpty();
		assertThat(Scene.codes(part("A", "C"))).containsExactly("PART_OF_ITSELF parent");
		assertThat(Scene.codes(part("C", "A"))).isEmpty();
	}

	@Test
	void ofTwoAtOnceThatWouldCloseACircleOneIsMade() throws Exception {
		try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
			Future<Answer> one = callers.submit(() -> part("B", "A"));
			Future<Answer> other = callers.submit(() -> part("A", "B"));
			assertThat(List.of(Scene.codes(one.get()), Scene.codes(other.get()))).containsExactlyInAnyOrder(List.of(),
					List.of("PART_OF_ITSELF parent"));
		}
	}

	@Test
	void ownershipIsSaidOnceForEachDate() {
		assertThat(Scene.codes(own(Map.of("share", "50")))).isEmpty();
		assertThat(Scene.codes(own(Map.of("share", "60")))).containsExactly("TIED_ALREADY owner");
		Answer dated = own(Map.of("asOf", "2025"));
		assertThat(Scene.codes(dated)).isEmpty();
		assertThat(Scene.codes(own(Map.of("asOf", "2025")))).containsExactly("TIED_ALREADY owner");
		String key = this.scene.run("MATCH (:Contractor {key: 'FX-WRT-A'})<-[r:OWNS {asOf: '2025'}]-() RETURN r.key")
			.getFirst()
			.get(0)
			.asString();
		assertThat(Scene.codes(date(key, null))).containsExactly("TIED_ALREADY asOf");
		assertThat(Scene.codes(date(key, "2026"))).isEmpty();
	}

	@Test
	void ofTwoOwnershipsAtOnceOneIsAdded() throws Exception {
		try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
			Future<Answer> one = callers.submit(() -> own(Map.of("share", "50")));
			Future<Answer> other = callers.submit(() -> own(Map.of("share", "60")));
			assertThat(List.of(Scene.codes(one.get()), Scene.codes(other.get()))).containsExactlyInAnyOrder(List.of(),
					List.of("TIED_ALREADY owner"));
		}
	}

	private Answer add(String type, String name, String kind) {
		return Scene.ask(this.scene.registrar(), type + "Add", type + " { key }",
				Map.of("key", "FX-WRT-" + name, "name", name, "kind", kind, "marking", "PUBLIC", "fictional", true));
	}

	private Answer part(String contractor, String parent) {
		Object version = this.scene
			.run("MATCH (c:Contractor {key: 'FX-WRT-%s'}) RETURN c.version AS version".formatted(contractor))
			.getFirst()
			.get("version")
			.asObject();
		return Scene.ask(this.scene.registrar(), "contractorRevise", "contractor { key }",
				Map.of("contractor", id(contractor), "version", version, "reason", "It is so", "parent", id(parent)));
	}

	private Answer own(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("contractor", id("A"), "owner", id("B")));
		input.putAll(facts);
		return Scene.ask(this.scene.registrar(), "ownershipAdd", "contractor { key }", input);
	}

	private Answer date(String key, @Nullable String asOf) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("contractor", id("A"), "key", key, "version", 1, "reason", "It is so"));
		input.put("asOf", asOf);
		return Scene.ask(this.scene.registrar(), "ownershipRevise", "contractor { key }", input);
	}

	private static String id(String name) {
		return Scene.id("Contractor", "FX-WRT-" + name);
	}

}
