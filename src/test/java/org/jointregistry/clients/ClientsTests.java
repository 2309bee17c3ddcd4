package org.jointregistry.clients;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jointregistry.NodeProject;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.events.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What front ends bring: clients that ask the running registry, and tools that read its
 * schema. They run in Node, and are skipped where there is none.
 */
@RegistryTest
class ClientsTests {

	private static final NodeProject CLIENTS = new NodeProject("clients");

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@BeforeAll
	static void install() throws IOException {
		String missing = CLIENTS.install();
		assumeTrue(missing.isEmpty(), missing);
	}

	@AfterEach
	void clear() {
		new Ledger(this.driver, this.registry).clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-audits", "apollo", "urql", "streams", "tools" })
	void clientsFindWhatTheyExpect(String tests) {
		PublishedSchema.write(this.registry);
		NodeProject.Result result = CLIENTS.run(
				Map.of("REGISTRY_URL", this.registry.url(), "REGISTRY_TOKENS", tokens(), "REGISTRY_SCHEMA",
						PublishedSchema.FILE.toAbsolutePath().toString()),
				"node", "--test", "--test-reporter=spec", "--test-timeout=120000", tests + ".test.mjs");
		assertThat(result.status()).as(result.text()).isZero();
	}

	private String tokens() {
		Map<String, String> tokens = Stream.of("viewer-deu", "viewer-ita", "viewer-usa", "manager-efa", "auditor")
			.collect(Collectors.toMap((client) -> client, this.registry.tokens()::of));
		return new JsonMapper().writeValueAsString(tokens);
	}

}
