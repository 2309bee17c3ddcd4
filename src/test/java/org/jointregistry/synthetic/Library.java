package org.jointregistry.synthetic;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jointregistry.GraphqlSession;
import org.jointregistry.NodeProject;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What users would choose in place of the registry: the GraphQL library of Neo4j behind
 * its usual server, a process of its own in Node.js on the same database.
 */
final class Library implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String USER = "yardstick";

	private final String secret = UUID.randomUUID().toString();

	private final Process process;

	private final JsonNode served;

	/**
	 * Starts it, and waits until it serves.
	 * @param project where it is installed
	 * @param database where the database is
	 * @param driver of the database, by which it gets a user of its own
	 */
	Library(NodeProject project, URI database, Driver driver) throws IOException {
		String password = UUID.randomUUID().toString();
		driver.executableQuery("CREATE OR REPLACE USER " + USER + " SET PASSWORD $password CHANGE NOT REQUIRED")
			.withParameters(Map.of("password", password))
			.withConfig(QueryConfig.builder().withDatabase("system").build())
			.execute();
		ProcessBuilder command = project.command("node", "server.mjs").redirectError(ProcessBuilder.Redirect.INHERIT);
		command.environment().put("NODE_ENV", "production");
		this.process = command.start();
		BufferedWriter input = this.process.outputWriter(StandardCharsets.UTF_8);
		input.write(JSON.writeValueAsString(
				Map.of("uri", database.toString(), "user", USER, "password", password, "secret", this.secret)));
		input.newLine();
		input.flush();
		BufferedReader output = this.process.inputReader(StandardCharsets.UTF_8);
		String line = output.readLine();
		if (line == null) {
			throw new IllegalStateException("The library did not start");
		}
		this.served = JSON.readTree(line);
	}

	/** Asks as who sees all: nothing is filtered, and no token is read. */
	GraphqlSession all() {
		return session("all", Map.of());
	}

	/**
	 * Asks as who sees what is released to some audiences.
	 * @param tokens of the audiences, which its access token names
	 */
	GraphqlSession seeing(List<String> tokens) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().subject("viewer")
			.claim("tokens", tokens)
			.expirationTime(Date.from(Instant.now().plus(1, ChronoUnit.DAYS)))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
		try {
			token.sign(new MACSigner(this.secret));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return session("released", Map.of("Authorization", "Bearer " + token.serialize()));
	}

	private GraphqlSession session(String server, Map<String, String> headers) {
		String url = this.served.path(server).asString();
		return new GraphqlSession(url.substring(0, url.length() - 1), headers);
	}

	/** What it has used of the processor, in nanoseconds. */
	long processorTime() {
		return this.process.info().totalCpuDuration().orElseThrow().toNanos();
	}

	/** Ends it, as it does by itself where this process ends. */
	@Override
	public void close() throws IOException {
		this.process.outputWriter(StandardCharsets.UTF_8).close();
		this.process.onExit().completeOnTimeout(this.process, 1, TimeUnit.MINUTES).join().destroyForcibly();
	}

}
