package org.jointregistry.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Secrets may come from files, one for each, as container platforms mount them.
 */
class SecretFilesTests {

	@TempDir
	private Path secrets;

	@Test
	void fileOfEachSettingIsRead() throws IOException {
		Files.writeString(this.secrets.resolve("spring.neo4j.authentication.password"), "iephai4Thoo8\n");
		Files.writeString(this.secrets.resolve("registry.audit.key"), "c2VhbHM=\n");
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(
					new MockPropertySource().withProperty("spring.config.import", "configtree:" + this.secrets + "/"));
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		assertThat(environment.getProperty("spring.neo4j.authentication.password")).isEqualTo("iephai4Thoo8");
		assertThat(environment.getProperty("registry.audit.key")).isEqualTo("c2VhbHM=");
	}

}
