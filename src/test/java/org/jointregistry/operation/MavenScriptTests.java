package org.jointregistry.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * mvnw runs an installed Maven where it is new enough, and else its own. Both are
 * stand-ins here that say their name.
 */
class MavenScriptTests {

	private static final Path SCRIPT = Path.of("mvnw").toAbsolutePath();

	@TempDir
	private Path directory;

	@BeforeEach
	void standIns() throws IOException {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "There is no /bin/sh here");
		String version = Files.readString(SCRIPT).split("version=")[1].lines().findFirst().orElseThrow();
		Path own = this.directory.resolve("home/wrapper/dists/apache-maven-" + version + "/bin/mvn");
		Files.createDirectories(own.getParent());
		script(own, "echo own \"$@\"");
	}

	@ParameterizedTest
	@CsvSource({ "Apache Maven 3.8.7, installed", "Apache Maven 3.9.11 (abc), installed",
			"Apache Maven 4.0.0-rc-4, installed", "Apache Maven 3.6.3, own", "Apache Maven 2.2.1, own",
			"no Maven at all, own" })
	void newEnoughInstalledMavenIsRun(String says, String runs) throws Exception {
		script(Files.createDirectories(this.directory.resolve("bin")).resolve("mvn"),
				"[ \"$1\" = --version ] && { printf '\\033[1m%s\\033[m\\nMaven home: /x\\n' '" + says
						+ "'; exit; }\necho installed \"$@\"");
		assertThat(run()).isEqualTo(runs + " -q verify");
	}

	@Test
	void withoutAnInstalledMavenItsOwnIsRun() throws Exception {
		assertThat(run()).isEqualTo("own -q verify");
	}

	@Test
	void archiveIsFetchedFromOneHostAndChecked() throws IOException {
		assertThat(Files.readString(SCRIPT)).containsOnlyOnce("https://")
			.contains("https://archive.apache.org/dist/maven/", "sha512sum --check")
			.containsPattern("sha512=[0-9a-f]{128}\n");
	}

	private String run() throws Exception {
		ProcessBuilder builder = new ProcessBuilder("/bin/sh", SCRIPT.toString(), "-q", "verify");
		builder.environment()
			.putAll(Map.of("PATH", this.directory.resolve("bin") + ":" + onlyTools(), "MAVEN_USER_HOME",
					this.directory.resolve("home").toString()));
		Process process = builder.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output.strip();
	}

	/** The few tools that the script uses, without any Maven beside them. */
	private String onlyTools() throws IOException {
		Path tools = Files.createDirectories(this.directory.resolve("tools"));
		for (String tool : new String[] { "sed", "dirname" }) {
			script(tools.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
		}
		return tools.toString();
	}

	private static void script(Path file, String text) throws IOException {
		Files.writeString(file, "#!/bin/sh\n" + text + "\n");
		assertThat(file.toFile().setExecutable(true)).isTrue();
	}

}
