package org.jointregistry.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

import org.jointregistry.JointRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged registry starts, and is told what it needs. Run when the jar is there,
 * after all tests.
 */
class PackagedRegistryCheck {

	private static final Path JAR = Path.of(System.getProperty("packaged"));

	@Test
	void jarHoldsTheRegistryAndNothingOfTheTests() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			assertThat(jar.getManifest().getMainAttributes().getValue("Start-Class"))
				.isEqualTo(JointRegistry.class.getName());
			assertThat(jar.stream()).noneMatch((entry) -> entry.getName().matches(".*/(embedded/|neo4j-kernel-).*"));
		}
	}

	@Test
	void startSaysWhichSettingsAreMissing() throws Exception {
		Process start = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
				JAR.toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(start.getInputStream().readAllBytes());
		assertThat(start.waitFor()).isOne();
		assertThat(said).contains("spring.neo4j.uri", "spring.security.oauth2.resourceserver.jwt.issuer-uri");
	}

}
