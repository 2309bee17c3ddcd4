package org.jointregistry.operation;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The recipe of the image fits the build: its jar, its JDK, its layers, and what the
 * registry needs to be told before it starts.
 */
class ContainerImageTests {

	private static final Path FILE = Path.of("src/main/docker/Dockerfile");

	private final List<String> instructions = instructions();

	/** Each instruction in one line, without comments. */
	private static List<String> instructions() {
		try (Stream<String> lines = Files.lines(FILE)) {
			return lines.filter((line) -> !line.startsWith("#") && !line.isBlank())
				.reduce((file, line) -> file.endsWith("\\") ? file.substring(0, file.length() - 1) + line.strip()
						: file + "\n" + line)
				.orElseThrow()
				.lines()
				.toList();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private List<String> of(String name) {
		return this.instructions.stream()
			.filter((line) -> line.startsWith(name + " "))
			.map((line) -> line.substring(name.length() + 1))
			.toList();
	}

	private static String pom(String pattern) throws IOException {
		Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of("pom.xml")));
		assertThat(found.find()).isTrue();
		return found.group(1);
	}

	@Test
	void jarIsTheOneThatIsBuiltAndReachesTheEngine() throws IOException {
		String jar = "target/joint-program-registry-%s.jar"
			.formatted(pom("<artifactId>joint-program-registry</artifactId>\\s*<version>(.+?)<"));
		String copied = of("COPY").getFirst().split(" ")[0];
		PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + copied);
		assertThat(matcher.matches(Path.of(jar))).isTrue();
		assertThat(matcher.matches(Path.of(jar + ".original"))).isFalse();
		assertThat(Files.readAllLines(Path.of(".dockerignore"))).containsExactly("*", "!" + copied);
	}

	@Test
	void jdkIsTheOneThatTheRegistryIsCompiledForAndTheSameThroughout() throws IOException {
		String version = pom("<java.version>(.+?)<");
		assertThat(of("FROM")).hasSize(2)
			.allMatch((image) -> image.split(" ")[0].equals("eclipse-temurin:" + version + "-jre"));
	}

	@Test
	void layersAreThoseOfTheJarInTheirOrder() {
		assertThat(of("COPY").stream().skip(1)).containsExactly("--from=extracted /build/layers/dependencies/ ./",
				"--from=extracted /build/layers/spring-boot-loader/ ./",
				"--from=extracted /build/layers/snapshot-dependencies/ ./",
				"--from=extracted /build/layers/application/ ./");
		assertThat(of("RUN").getFirst()).endsWith("extract --layers --destination layers");
	}

	@Test
	void processHasNoRightsAndNoSecrets() {
		assertThat(of("USER")).singleElement().asString().matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
		assertThat(this.instructions.indexOf("USER " + of("USER").getFirst()))
			.isGreaterThan(this.instructions.lastIndexOf("RUN " + of("RUN").getLast()));
		assertThat(of("ENV")).isEmpty();
		assertThat(of("ADD")).isEmpty();
	}

	@Test
	void cacheIsTrainedAsItIsUsed() {
		List<?> command = JsonMapper.shared().readValue(of("ENTRYPOINT").getFirst(), List.class);
		Matcher trained = Pattern
			.compile("java -XX:AOTCacheOutput=(\\S+) -Dspring\\.context\\.exit=onRefresh -jar (\\S+)$")
			.matcher(of("RUN").getLast());
		assertThat(trained.find()).isTrue();
		assertThat(command.getFirst()).isEqualTo("java");
		assertThat(command.get(1)).isEqualTo("-XX:AOTCache=" + trained.group(1));
		assertThat(command.subList(command.size() - 2, command.size())).hasToString("[-jar, " + trained.group(2) + "]");
		assertThat(of("COPY").getFirst()).endsWith(" " + trained.group(2));
	}

	@ParameterizedTest
	@EnumSource
	void trainingIsToldEachRequiredSetting(RequiredSetting setting) {
		assertThat(of("RUN").getLast()).contains(setting.variable() + "=");
	}

}
