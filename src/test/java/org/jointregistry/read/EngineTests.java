package org.jointregistry.read;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine answers over HTTP.
 */
@RegistryTest
class EngineTests {

	@Autowired
	private RegistryClient registry;

	@Test
	void anEmptyListHasNoElements() {
		var answer = this.registry.as("viewer-deu")
			.query("{ programs(where: {name: {eq: \"No such program\"}}) { totalCount nodes { name } } }");
		System.out.println("RESULT " + answer);
		assertThat(answer.status()).isEqualTo(200);
	}

}
