package org.jointregistry.synthetic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A question whose answer was planted.
 *
 * @param number of the competency question
 * @param world letter of the world that it is asked of
 * @param node as it was written down
 */
record PlantedQuestion(int number, String world, JsonNode node) {

	/** Begins a list that tells only some of the elements, in any order. */
	private static final String AMONG = "among";

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * All questions of all worlds.
	 * @return the questions
	 */
	static List<PlantedQuestion> all() {
		JsonNode all = JSON.readTree(Planted.answers());
		List<PlantedQuestion> questions = new ArrayList<>();
		for (JsonNode each : all) {
			int world = questions.size() * Planted.WORLDS.length() / all.size();
			questions.add(
					new PlantedQuestion(each.path("number").asInt(), Planted.WORLDS.substring(world, world + 1), each));
		}
		return questions;
	}

	/**
	 * Makes the {@code change} that the question is asked after, where there is one.
	 * @param registry into which the answer was planted
	 * @return the question's variables: a time before the change as {@code before}
	 */
	Map<String, Object> change(RegistryClient registry) {
		return this.node.has("change") ? Map.of("before", made(registry).toString()) : Map.of();
	}

	/**
	 * Asks, and compares the answer with the one that was planted.
	 * @param registry into which it was planted
	 * @param variables what {@link #change} gave
	 */
	void ask(RegistryClient registry, Map<String, Object> variables) {
		Answer answer = session(registry, this.node).query(this.node.path("document").asString(), variables);
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		assertThat(tells(answer.data(), this.node.path("answer")))
			.as("%s should tell %s", answer.text(), this.node.path("answer"))
			.isTrue();
	}

	private Instant made(RegistryClient registry) {
		JsonNode change = this.node.path("change");
		Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		Answer answer = session(registry, change).query(change.path("document").asString(),
				Map.of("idempotencyKey", UUID.randomUUID().toString()));
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		assertThat(answer.data().findValue("errors")).as(answer.text()).isEmpty();
		return before;
	}

	private static GraphqlSession session(RegistryClient registry, JsonNode asker) {
		return registry.claiming((claims) -> {
			claims.subject("planted")
				.claim("roles", texts(asker.path("roles")))
				.claim("programs", texts(asker.path("programs")));
			if (asker.has("nation")) {
				claims.claim("nation", asker.path("nation").asString());
			}
		});
	}

	private static List<String> texts(JsonNode list) {
		return list.valueStream().map(JsonNode::asString).toList();
	}

	/**
	 * Whether an answer tells what was planted.
	 * @param told what was answered, which may have more fields
	 * @param planted what has to be in it
	 * @return false where a list or a value is another one, or none
	 */
	static boolean tells(JsonNode told, JsonNode planted) {
		if (planted.isObject()) {
			return told.isObject()
					&& planted.propertyStream().allMatch((field) -> tells(told.path(field.getKey()), field.getValue()));
		}
		if (!planted.isArray()) {
			return told.equals(planted);
		}
		if (!told.isArray()) {
			return false;
		}
		List<JsonNode> expected = new ArrayList<>(planted.valueStream().toList());
		if (!expected.isEmpty() && expected.getFirst().asString("").equals(AMONG)) {
			expected.removeFirst();
			return expected.stream().allMatch((each) -> told.valueStream().anyMatch((one) -> tells(one, each)));
		}
		boolean all = told.size() == expected.size();
		for (int i = 0; all && i < expected.size(); i++) {
			all = tells(told.get(i), expected.get(i));
		}
		return all;
	}

	@Override
	public String toString() {
		return this.number + " " + this.world + ": " + this.node.path("asks").asString();
	}

}
