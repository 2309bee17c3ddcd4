package org.jointregistry;

import org.testcontainers.neo4j.Neo4jContainer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;

/**
 * Neo4j Community from its own image, instead of the embedded database.
 */
@ConditionalOnProperty(name = ContainerNeo4j.SETTING, havingValue = ContainerNeo4j.CONTAINER)
class ContainerNeo4j {

	/** The system property that says which database the tests run on. */
	static final String SETTING = "registry.test.database";

	static final String CONTAINER = "container";

	static boolean isWanted() {
		return CONTAINER.equals(System.getProperty(SETTING));
	}

	@Bean
	@ServiceConnection
	Neo4jContainer neo4j() {
		return new Neo4jContainer("neo4j:2026.08.1").withoutAuthentication();
	}

}
