package org.jointregistry.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.embedded.LocalRegistry;
import org.jointregistry.shared.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * README.md tells the truth: each query has the answer that is written below it, each
 * command exists, and each table is complete.
 */
@RegistryTest
class ReadmeTests {

	private static final String FORGET = """
			MATCH (made) WHERE made:IdempotencyRecord OR made:AuditEntry OR made:Finding
			  OR (made:Contribution AND made.key STARTS WITH 'CR-')
			DETACH DELETE made
			""";

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private ApplicationContext context;

	static List<Exchange> exchanges() throws IOException {
		return Readme.read().exchanges();
	}

	static List<Exchange> requests() throws IOException {
		return Readme.read().requests();
	}

	static List<String> commands() throws IOException {
		return Readme.read().commands();
	}

	/** Other tests count what is recorded. */
	@AfterEach
	void forgetWhatWasRecorded() {
		this.driver.executableQuery(FORGET).execute();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("exchanges")
	void queryHasTheAnswerThatIsWritten(Exchange exchange) {
		exchange.assertAnsweredBy(this.registry);
	}

	@Test
	void atLeastFiveQueriesAreAnswered() throws IOException {
		assertThat(exchanges()).hasSizeGreaterThanOrEqualTo(5);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("requests")
	void requestHasTheAnswerThatIsWritten(Exchange request) throws Exception {
		Assumptions.assumeTrue(Stream.of("/bin/sh", "/usr/bin/curl").map(Path::of).allMatch(Files::isExecutable),
				"There is no curl here");
		Process shell = new ProcessBuilder("/bin/sh", "-c",
				request.asked().replace("http://localhost:8080", this.registry.url()))
			.start();
		String answer = new String(shell.getInputStream().readAllBytes());
		assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
		request.assertAnswer(answer);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("commands")
	void commandCanBeRun(String command) throws IOException {
		String pom = Files.readString(Path.of("pom.xml"));
		List<String> words = List.of(command.split(" "));
		switch (words.getFirst()) {
			case "./mvnw" -> {
				assertThat(Path.of("mvnw")).isExecutable();
				assertThat(List.of("spring-boot:test-run", "verify", "package")).contains(words.get(1));
				assertThat(pom).contains("<artifactId>spring-boot-maven-plugin</artifactId>",
						"<spring-boot.run.main-class>" + LocalRegistry.class.getName() + "<");
			}
			case "java" ->
				assertThat(words.getLast()).isEqualTo("target/joint-program-registry-" + version(pom) + ".jar");
			default -> assertThat(Path.of("docker-compose.yml")).content().contains(command);
		}
	}

	private static String version(String pom) {
		return pom.split("<artifactId>joint-program-registry</artifactId>\\s*<version>")[1].split("<")[0];
	}

	@Test
	void bothCommandsOfTheSetUpAreThere() throws IOException {
		assertThat(commands()).contains("./mvnw spring-boot:test-run", "./mvnw verify");
	}

	@Test
	void everyCodeIsTold() throws IOException {
		assertThat(Readme.read().firstColumn("code"))
			.containsExactlyElementsOf(Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
	}

	@Test
	void everyDemoClientIsTold() throws IOException {
		assertThat(Readme.read().firstColumn("client"))
			.containsExactlyElementsOf(Arrays.stream(DemoClient.values()).map(DemoClient::id).toList());
	}

	@Test
	void everySettingOfTheRegistryIsTold() throws IOException {
		assertThat(Readme.read().firstColumn("setting").stream().filter((name) -> name.startsWith("registry.")))
			.containsExactlyInAnyOrderElementsOf(settings());
	}

	private List<String> settings() {
		Map<String, ConfigurationPropertiesBean> beans = ConfigurationPropertiesBean.getAll(this.context);
		return beans.values()
			.stream()
			.filter((bean) -> bean.getAnnotation().value().startsWith("registry."))
			.flatMap((bean) -> Arrays.stream(bean.getInstance().getClass().getRecordComponents())
				.map((part) -> bean.getAnnotation().value() + "." + kebab(part.getName())))
			.toList();
	}

	private static String kebab(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
	}

	@Test
	void everythingInTheTreeExists() throws IOException {
		String parent = "";
		for (String line : tree().lines().toList()) {
			String name = line.strip().split(" ")[0];
			parent = line.startsWith(" ") ? parent : name;
			assertThat(Path.of(line.startsWith(" ") ? parent + name : name)).isDirectory();
		}
	}

	@Test
	void everyModuleIsInTheTree() throws IOException {
		String tree = tree();
		try (Stream<Path> modules = Files.list(Path.of("src/main/java/org/jointregistry"))) {
			assertThat(modules.filter(Files::isDirectory))
				.allMatch((module) -> tree.contains(" " + module.getFileName() + "/"));
		}
	}

	private static String tree() throws IOException {
		return Readme.read()
			.blocks()
			.stream()
			.filter((block) -> block.language().equals("text"))
			.findFirst()
			.orElseThrow()
			.text();
	}

}
