package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A record is changed at the version that was seen, and what it was is kept.
 */
@RegistryTest
class RevisionTests {

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@Test
	void whatIsOpenedIsThere() {
		JsonNode program = this.scene.registrar()
			.query("{ node(id: \"%s\") { ... on Program { key name version recordedAt costAmount leadNation { key } marking } } }"
				.formatted(PROGRAM))
			.data("/node");
		assertThat(program.path("version").asInt()).isOne();
		assertThat(program.path("costAmount").asString()).isEqualTo("1000.5");
		assertThat(program.at("/leadNation/key").asString()).isEqualTo("XWA");
		assertThat(program.path("recordedAt").asString()).endsWith("Z");
	}

	@Test
	void keyOfAnotherIsTaken() {
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "programOpen", "program { id }", Scene.program())))
			.containsExactly("KEY_TAKEN key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-A", "A B", "Ä", "A/B", "A:B", "A`" })
	void strangeKeyIsRefused(String key) {
		Map<String, Object> input = Scene.program();
		input.put("key", key);
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "programOpen", "program { id }", input)))
			.containsExactly("KEY_INVALID key");
	}

	@Test
	void changeKeepsWhatWas() {
		this.scene.run("MATCH (p:Program {key: 'FX-WRT-ONE'}) SET p.`Program<TOWARDS<Contribution/` = ['nation:DEU']");
		Answer answer = revise(Map.of("name", "Two", "costAmount", "7"), 1);
		assertThat(answer.data("/programRevise/program/version").asInt()).as(answer.text()).isEqualTo(2);
		assertThat(answer.data("/programRevise/program/name").asString()).isEqualTo("Two");
		assertThat(answer.data("/programRevise/program/status").asString()).isEqualTo("DEVELOPMENT");
		assertThat(this.scene.run("""
				MATCH (p:Program {key: 'FX-WRT-ONE'})-[:WAS]->(was)
				RETURN was.name AS name, was.costAmount AS cost, was.version AS version,
				  was.recordedUntil = p.recordedFrom AS follows, was.releasedTo AS released,
				  [name IN keys(was) WHERE name ENDS WITH '/'] AS kept,
				  p.`Program<TOWARDS<Contribution/` AS keeps""")).singleElement()
			.satisfies((row) -> assertThat(row.asMap()).containsEntry("name", "One")
				.containsEntry("cost", 10_005_000L)
				.containsEntry("version", 1L)
				.containsEntry("follows", true)
				.containsEntry("released", null)
				.containsEntry("kept", List.of())
				.containsEntry("keeps", List.of("nation:DEU")));
	}

	@Test
	void auditTrailTellsBeforeAndAfter() {
		revise(Map.of("costAmount", "7"), 1);
		JsonNode entry = this.registry.as("auditor")
			.query("{ auditEntries(where: {recordKey: {eq: \"FX-WRT-ONE\"}, mutation: {eq: \"programRevise\"}}) { nodes { before after } } }")
			.data("/auditEntries/nodes/0");
		assertThat(entry.path("before").asString()).contains("\"costAmount\":\"1000.5\"");
		assertThat(entry.path("after").asString()).contains("\"costAmount\":\"7\"", "\"reason\":\"It is so\"");
	}

	@Test
	void nullTakesAwayAndWhatIsLeftOutStays() {
		Map<String, @Nullable Object> input = new HashMap<>();
		input.put("costAmount", null);
		assertThat(Scene.codes(revise(input, 1))).containsExactly("AMOUNT_REQUIRED costAmount");
		input.put("costCurrency", null);
		Answer answer = revise(input, 1);
		assertThat(answer.data("/programRevise/program/costAmount").isNull()).as(answer.text()).isTrue();
		assertThat(answer.data("/programRevise/program/name").asString()).isEqualTo("One");
	}

	@Test
	void whatARecordCannotBeWithoutIsNotTakenAway() {
		Map<String, @Nullable Object> input = new HashMap<>();
		input.put("name", null);
		assertThat(Scene.codes(revise(input, 1))).containsExactly("VALUE_REQUIRED name");
	}

	@Test
	void laterVersionIsAConflict() {
		revise(Map.of("name", "Two"), 1);
		Answer answer = revise(Map.of("name", "Three"), 1);
		assertThat(Scene.codes(answer)).containsExactly("CONFLICT version");
		assertThat(answer.data("/programRevise/errors/0/currentVersion").asInt()).isEqualTo(2);
		assertThat(answer.data("/programRevise/program").isNull()).isTrue();
	}

	@Test
	void ofManyAtOnceOneChangesIt() throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Answer> answers = new ArrayList<>();
		try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
			List<Future<Answer>> futures = IntStream.range(0, 8).mapToObj((caller) -> callers.submit(() -> {
				start.await();
				return revise(Map.of("name", "Name " + caller), 1);
			})).toList();
			start.countDown();
			for (Future<Answer> future : futures) {
				answers.add(future.get());
			}
		}
		assertThat(answers.stream().filter((answer) -> Scene.codes(answer).isEmpty())).hasSize(1);
		assertThat(answers.stream().filter((answer) -> Scene.codes(answer).equals(List.of("CONFLICT version"))))
			.hasSize(7);
		assertThat(this.scene.run("MATCH (:Program {key: 'FX-WRT-ONE'})-[:WAS]->(was) RETURN was")).hasSize(1);
	}

	@Test
	void ofManyAtOnceOneOpensIt() throws Exception {
		Map<String, Object> input = Scene.program();
		input.put("key", "FX-WRT-TWO");
		List<Answer> answers = new ArrayList<>();
		try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
			List<Future<Answer>> futures = IntStream.range(0, 8)
				.mapToObj((caller) -> callers
					.submit(() -> Scene.ask(this.scene.registrar(), "programOpen", "program { id }", input)))
				.toList();
			for (Future<Answer> future : futures) {
				answers.add(future.get());
			}
		}
		assertThat(answers.stream().filter((answer) -> Scene.codes(answer).isEmpty())).hasSize(1);
		assertThat(answers.stream().filter((answer) -> Scene.codes(answer).equals(List.of("KEY_TAKEN key"))))
			.hasSize(7);
	}

	@Test
	void relationThatIsChangedIsKeptAndTellsNoVersion() {
		Answer answer = revise(Map.of("leadNation", Scene.id("Nation", "XWB")), 1);
		assertThat(answer.data("/programRevise/program/leadNation/key").asString()).as(answer.text()).isEqualTo("XWB");
		assertThat(answer.data("/programRevise/program/version").asInt()).isOne();
		assertThat(this.scene.run("""
				MATCH (:Program {key: 'FX-WRT-ONE'})-[was:WAS_LED_BY]->(n)
				WHERE was.recordedUntil IS NOT NULL RETURN n.key AS key""")).singleElement()
			.satisfies((row) -> assertThat(row.get("key").asString()).isEqualTo("XWA"));
	}

	@Test
	void delegateReleasesWhatTheNationOriginated() {
		this.scene.run("MATCH (p:Program {key: 'FX-WRT-ONE'}) SET p.originator = 'XWA', p.releasedTo = ['nation:XWA']");
		assertThat(seen("XWB")).isFalse();
		Map<String, Object> input = Map.of("record", PROGRAM, "version", 1, "reason", "Agreed", "releasableTo",
				List.of("nation:XWB"));
		assertThat(release("XWB", input).errorCodes()).containsExactly("NOT_FOUND");
		Answer answer = release("XWA", input);
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		assertThat(answer.data("/recordRelease/record/version").asInt()).isEqualTo(2);
		assertThat(seen("XWB")).isTrue();
		assertThat(release("XWB", input).errorCodes()).containsExactly("FORBIDDEN");
	}

	@Test
	void releaseToACommunityNeedsOneThatIsKeptOrGiven() {
		this.scene.run("MATCH (p:Program {key: 'FX-WRT-ONE'}) SET p.originator = 'XWA', p.releasedTo = ['nation:XWA']");
		Map<String, Object> input = Map.of("record", PROGRAM, "version", 1, "reason", "Agreed", "marking", "COMMUNITY");
		assertThat(Scene.codes(release("XWA", input))).containsExactly("COMMUNITY_REQUIRED releasableTo");
		this.scene.run("MATCH (p:Program {key: 'FX-WRT-ONE'}) SET p.releasableTo = ['community:NATO']");
		assertThat(Scene.codes(release("XWA", input))).isEmpty();
		assertThat(this.registry.as("viewer-deu").query("{ node(id: \"%s\") { id } }".formatted(PROGRAM)).errorCodes())
			.isEmpty();
	}

	private Answer release(String nation, Map<String, Object> input) {
		return Scene.ask(this.scene.delegate(nation), "recordRelease", "record { version }", input);
	}

	private boolean seen(String nation) {
		return this.scene.delegate(nation)
			.query("{ node(id: \"%s\") { id } }".formatted(PROGRAM))
			.errorCodes()
			.isEmpty();
	}

	private Answer revise(Map<String, ? extends @Nullable Object> changes, int version) {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("program", PROGRAM);
		input.put("version", version);
		input.put("reason", "It is so");
		input.putAll(changes);
		return Scene.ask(this.scene.registrar(), "programRevise",
				"program { name status version costAmount leadNation { key } }", input);
	}

}
