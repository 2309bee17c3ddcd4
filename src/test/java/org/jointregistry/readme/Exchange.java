package org.jointregistry.readme;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.jointregistry.RegistryClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked and what is answered, as it is written.
 *
 * @param client who asks
 * @param asked a document or a shell command
 * @param answer in JSON
 */
record Exchange(String client, String asked, String answer) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Asks the registry, and compares its answer with what is written. */
	void assertAnsweredBy(RegistryClient registry) {
		assertAnswer(registry.as(this.client).header("X-Request-Id", "readme").query(this.asked).text());
	}

	/**
	 * Compares an answer with what is written, which may leave the cost out.
	 * @param answered as it came
	 */
	void assertAnswer(String answered) {
		ObjectNode answer = (ObjectNode) JSON.readTree(answered);
		if (!JSON.readTree(this.answer).has("extensions")) {
			answer.remove("extensions");
		}
		assertThat(answer).as(answered).isEqualTo(JSON.readTree(this.answer));
	}

	@Override
	public String toString() {
		return this.client + ": " + this.asked.lines().skip(1).findFirst().orElse(this.asked).strip();
	}

}
