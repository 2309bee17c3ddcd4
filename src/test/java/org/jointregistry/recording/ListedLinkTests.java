package org.jointregistry.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A list of ids says all that a record leads to: what is new is tied, what is left out is
 * kept as it was, and nothing else is touched.
 */
@RegistryTest
class ListedLinkTests {

	private static final String NAMED = """
			UNWIND ['A', 'B', 'C'] AS name
			CREATE (:Standard {key: 'FX-WRT-' + name, title: name, marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			""";

	private static final String SELECTION = "exercise { id key version standards { nodes { key } } }";

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(NAMED);
	}

	@Test
	void whatIsListedIsTiedAndWhatIsLeftOutIsKeptAsItWas() {
		String exercise = added("A", "B");
		Answer answer = revise(exercise, ids("B", "C"));
		assertThat(answer.all("key")).contains("FX-WRT-B", "FX-WRT-C").doesNotContain("FX-WRT-A");
		assertThat(answer.data("/exerciseRevise/exercise/version").asInt()).isOne();
		assertThat(was()).containsExactly("FX-WRT-A");
		assertThat(this.scene.run("""
				MATCH (entry:AuditEntry {mutation: 'exerciseRevise'}) UNWIND entry.touched AS touched
				RETURN touched""")).extracting((row) -> row.get("touched").asString())
			.containsExactlyInAnyOrder("link:standards:Standard:FX-WRT-A", "link:standards:Standard:FX-WRT-C");
		assertThat(this.scene.run("""
				MATCH (entry:AuditEntry {mutation: 'exerciseRevise'}) RETURN entry.after AS after""")).singleElement()
			.satisfies((row) -> assertThat(row.get("after").asString())
				.contains("\"standards\":[\"Standard:FX-WRT-B\",\"Standard:FX-WRT-C\"]"));
	}

	@Test
	void listThatIsLeftOutStaysAndAnEmptyOneOrNullTakesAllAway() {
		String exercise = added("A", "B");
		assertThat(revise(exercise, Map.of("name", "Two")).all("key")).contains("FX-WRT-A", "FX-WRT-B");
		assertThat(was()).isEmpty();
		Answer emptied = Scene.ask(this.scene.registrar(), "exerciseRevise", SELECTION,
				Map.of("exercise", exercise, "version", 2, "reason", "It is so", "standards", List.of()));
		assertThat(emptied.data("/exerciseRevise/exercise/standards/nodes").values()).as(emptied.text()).isEmpty();
		assertThat(was()).containsExactly("FX-WRT-A", "FX-WRT-B");
		String other = added("C");
		Map<String, @Nullable Object> none = new LinkedHashMap<>();
		none.put("standards", null);
		assertThat(revise(other, none).data("/exerciseRevise/exercise/standards/nodes").values()).isEmpty();
		assertThat(was()).containsExactly("FX-WRT-A", "FX-WRT-B", "FX-WRT-C");
	}

	@Test
	void sameListInAnotherOrderIsTheSameCommandAndTouchesNothing() {
		String exercise = added("A", "B");
		Map<String, @Nullable Object> input = new LinkedHashMap<>(ids("B", "A"));
		input.put("idempotencyKey", "once");
		assertThat(Scene.codes(revise(exercise, input))).isEmpty();
		input.putAll(ids("A", "B"));
		assertThat(Scene.codes(revise(exercise, input))).isEmpty();
		assertThat(was()).isEmpty();
		assertThat(this.scene.run("""
				MATCH (entry:AuditEntry {mutation: 'exerciseRevise'}) RETURN entry.touched AS touched"""))
			.singleElement()
			.satisfies((row) -> assertThat(row.get("touched").asList()).isEmpty());
	}

	private String added(String... names) {
		Map<String, Object> input = new LinkedHashMap<>(ids(names));
		input.putAll(Map.of("name", "FX-WRT exercise", "marking", "PUBLIC", "fictional", true));
		Answer answer = Scene.ask(this.scene.registrar(), "exerciseAdd", SELECTION, input);
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		String id = answer.data("/exerciseAdd/exercise/id").asString();
		this.scene.run("MATCH (n:Exercise {name: 'FX-WRT exercise'}) SET n.recordedBy = 'scene-registrar'");
		return id;
	}

	private Answer revise(String exercise, Map<String, ? extends @Nullable Object> changes) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("exercise", exercise, "version", 1, "reason", "It is so"));
		input.putAll(changes);
		Answer answer = Scene.ask(this.scene.registrar(), "exerciseRevise", SELECTION, input);
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer;
	}

	private static Map<String, Object> ids(String... names) {
		return Map.of("standards", Stream.of(names).map((name) -> Scene.id("Standard", "FX-WRT-" + name)).toList());
	}

	/** Standards that exercises tested once, by their keys. */
	private List<String> was() {
		return this.scene.run("""
				MATCH (:Exercise)-[was:WAS_EXERCISES_STANDARD]->(standard)
				WHERE standard.key STARTS WITH 'FX-WRT-' AND was.recordedUntil IS NOT NULL
				RETURN standard.key AS key ORDER BY key""").stream().map((row) -> row.get("key").asString()).toList();
	}

}
