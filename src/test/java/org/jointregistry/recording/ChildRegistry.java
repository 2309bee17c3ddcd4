package org.jointregistry.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryProcess;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.embedded.LocalRegistry;

/**
 * The registry as a process of its own that can be killed, with an embedded database that
 * outlives it.
 */
final class ChildRegistry implements AutoCloseable {

	private final RegistryProcess process;

	private final Path directory;

	private volatile String token = "";

	ChildRegistry(Path directory) throws IOException {
		this.directory = directory;
		this.process = new RegistryProcess(directory.resolve("registry.log"), List.of("-Xmx2g"), LocalRegistry.class);
	}

	/** Starts the process, and waits until it is ready to serve. */
	void start() throws IOException, InterruptedException {
		this.process.start(List.of("--registry.embedded.directory=" + this.directory.resolve("data")));
		this.token = token("manager-efa");
	}

	private String token(String client) {
		String credentials = Base64.getEncoder().encodeToString((client + ":" + DemoClient.SECRET).getBytes());
		Answer answer = new GraphqlSession(this.process.url(),
				Map.of("Authorization", "Basic " + credentials, "Content-Type", "application/x-www-form-urlencoded"))
			.post("/oauth2/token", "grant_type=client_credentials");
		return answer.body().path("access_token").asString();
	}

	/** Ends the process as {@code kill -9} does: it cannot do anything about it. */
	void kill() {
		this.process.kill();
	}

	/**
	 * Asks as the manager of Osprey.
	 * @return a session with a token of the process as it runs now
	 */
	GraphqlSession manager() {
		return new GraphqlSession(this.process.url(), Map.of("Authorization", "Bearer " + this.token));
	}

	/**
	 * Asks as a demo client.
	 * @param client its id
	 * @return a session with a token of the process as it runs now
	 */
	GraphqlSession as(String client) {
		return new GraphqlSession(this.process.url(), Map.of("Authorization", "Bearer " + token(client)));
	}

	@Override
	public void close() {
		kill();
	}

}
