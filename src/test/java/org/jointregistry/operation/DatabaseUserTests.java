package org.jointregistry.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.exceptions.Neo4jException;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The rights of the registry's user are written as Neo4j reads them. The database of
 * tests reads them and has none to give: that is said, and nothing of their form.
 */
@RegistryTest
class DatabaseUserTests {

	private static final Path FILE = Path.of("src/main/docker/neo4j/registry-user.cypher");

	@Autowired
	private Driver driver;

	static List<String> rights() throws IOException {
		String text = Files.readString(FILE).replaceAll("(?m)^//.*$", "");
		return Arrays.stream(text.split(";"))
			.map(String::strip)
			.filter((right) -> right.contains("ROLE") || right.startsWith("GRANT"))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("rights")
	void rightIsWrittenAsNeo4jReadsIt(String right) {
		Neo4jException refused = catchThrowableOfType(Neo4jException.class,
				() -> this.driver.executableQuery(right)
					.withParameters(Map.of("password", "iephai4Thoo8"))
					.withConfig(QueryConfig.builder().withDatabase("system").build())
					.execute());
		assertThat(refused.code()).as(refused.getMessage())
			.isEqualTo("Neo.ClientError.Statement.UnsupportedAdministrationCommand");
	}

}
