package org.jointregistry.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.fleetmanagement.FleetManagementSettings;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Neo4j in the same process, reached over Bolt on a free port of loopback, with its files
 * in a directory of its own and a password that is new at every start.
 */
@ConditionalOnProperty(name = "registry.test.database", havingValue = "embedded", matchIfMissing = true)
public class EmbeddedNeo4j {

	static final String USER = "neo4j";

	@Bean(destroyMethod = "shutdown")
	DatabaseManagementService embeddedDatabase(@Value("${registry.embedded.directory:data}") Path directory) {
		return described(directory).build();
	}

	static DatabaseManagementServiceBuilder described(Path directory) {
		return new DatabaseManagementServiceBuilder(directory.toAbsolutePath()).setConfig(BoltConnector.enabled, true)
			.setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
			.setConfig(BoltConnector.enable_discovery, false)
			.setConfig(BoltConnector.connection_keep_alive, Duration.ofSeconds(10))
			.setConfig(GraphDatabaseSettings.auth_enabled, true)
			.setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
			.setConfig(GraphDatabaseSettings.memory_transaction_max_size, ByteUnit.mebiBytes(256))
			.setConfig(GraphDatabaseSettings.cypher_hints_error, true)
			.setConfig(GraphDatabaseSettings.default_language, GraphDatabaseSettings.CypherVersion.Cypher25)
			.setConfig(GraphDatabaseSettings.udc_enabled, false)
			.setConfig(FleetManagementSettings.fleet_manager_enabled, false)
			.setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO);
	}

	@Bean
	Neo4jConnectionDetails embeddedConnectionDetails(DatabaseManagementService database) {
		return connectionDetails(database, UUID.randomUUID().toString());
	}

	static Neo4jConnectionDetails connectionDetails(DatabaseManagementService database, String password) {
		database.database("system")
			.executeTransactionally("ALTER USER " + USER + " SET PASSWORD $password CHANGE NOT REQUIRED",
					Map.of("password", password));
		GraphDatabaseAPI registry = (GraphDatabaseAPI) database.database("neo4j");
		int port = registry.getDependencyResolver()
			.resolveDependency(ConnectorPortRegister.class)
			.getLocalAddress(ConnectorType.BOLT)
			.getPort();
		return new Neo4jConnectionDetails() {

			@Override
			public URI getUri() {
				return URI.create("bolt://127.0.0.1:" + port);
			}

			@Override
			public AuthToken getAuthToken() {
				return AuthTokens.basic(USER, password);
			}

		};
	}

}
