package org.jointregistry.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.io.ByteUnit;

import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/**
 * An embedded Neo4j that is empty at first, for processes that come and go while it
 * stays. A transaction may take 1 GiB of its memory, so that tens of thousands of records
 * fit into one.
 */
public final class LoopbackDatabase implements AutoCloseable {

	private final String password = UUID.randomUUID().toString();

	private final DatabaseManagementService service;

	private final Neo4jConnectionDetails details;

	private final Driver driver;

	/**
	 * Starts the database.
	 * @param directory where its files are put
	 */
	public LoopbackDatabase(Path directory) {
		this.service = EmbeddedNeo4j.described(directory)
			.setConfig(GraphDatabaseSettings.memory_transaction_max_size, ByteUnit.gibiBytes(1))
			.build();
		this.details = EmbeddedNeo4j.connectionDetails(this.service, this.password);
		this.driver = GraphDatabase.driver(this.details.getUri(), this.details.getAuthToken());
	}

	/**
	 * Leads a registry to the database.
	 * @return arguments of its main class
	 */
	public List<String> settings() {
		return List.of("--spring.neo4j.uri=" + this.details.getUri(),
				"--spring.neo4j.authentication.username=" + EmbeddedNeo4j.USER,
				"--spring.neo4j.authentication.password=" + this.password);
	}

	/**
	 * Leads to the database, past any registry.
	 * @return the driver, to be left open
	 */
	public Driver driver() {
		return this.driver;
	}

	/**
	 * Asks the database, past any registry.
	 * @param cypher a statement
	 * @return its rows
	 */
	public List<Record> run(String cypher) {
		return this.driver.executableQuery(cypher).execute().records();
	}

	@Override
	public void close() {
		this.driver.close();
		this.service.shutdown();
	}

}
