package org.jointregistry.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What front ends bring: clients that ask the running registry, and tools that read its
 * schema. They run in Node, and are skipped where there is none.
 */
@RegistryTest
class ClientsTests {

	private static final Path HOME = Path.of("target", "clients");

	private static final Pattern UNREACHABLE = Pattern
		.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH");

	private static final int MINUTES = 5;

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@BeforeAll
	static void install() throws IOException {
		Result node = run(Path.of("."), Map.of(), "node", "--version");
		assumeTrue(node.text().matches("v[2-9][0-9][.].*\\s*"), "There is no Node.js of version 20 or newer");
		Files.createDirectories(HOME);
		FileSystemUtils.copyRecursively(Path.of("src", "test", "clients"), HOME);
		Result installed = run(HOME, Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
		assumeTrue(!UNREACHABLE.matcher(installed.text()).find(), "The clients cannot be fetched from here");
		assertThat(installed.status()).as(installed.text()).isZero();
	}

	@AfterEach
	void clear() {
		new Ledger(this.driver, this.registry).clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-audits", "apollo", "urql", "streams", "tools" })
	void clientsFindWhatTheyExpect(String tests) {
		PublishedSchema.write(this.registry);
		Result result = run(HOME,
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

	private static Result run(Path directory, Map<String, String> environment, String... command) {
		try {
			Path log = Files.createTempFile("clients", ".log");
			ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile());
			builder.environment().putAll(environment);
			Process process = builder.start();
			boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
			if (!ended) {
				process.destroyForcibly();
			}
			String text = Files.readString(log);
			Files.delete(log);
			return new Result(ended ? process.exitValue() : -1, text);
		}
		catch (IOException ex) {
			return new Result(-1, String.valueOf(ex.getMessage()));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Result(int status, String text) {

	}

}
