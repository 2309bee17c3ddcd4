package org.jointregistry.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.embedded.LocalRegistry;

/**
 * The registry as a process of its own that can be killed, with an embedded database that
 * outlives it.
 */
final class ChildRegistry implements AutoCloseable {

	private static final Duration LONGEST_START = Duration.ofMinutes(10);

	private final Path directory;

	private final String url;

	private volatile String token = "";

	private @Nullable Process process;

	ChildRegistry(Path directory) throws IOException {
		this.directory = directory;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.url = "http://127.0.0.1:" + free.getLocalPort();
		}
	}

	/** Starts the process, and waits until it is ready to serve. */
	void start() throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter((argument) -> argument.startsWith("--"))
			.forEach(command::add);
		command.addAll(List.of("-Xmx2g", "-cp", System.getProperty("java.class.path"), LocalRegistry.class.getName(),
				"--server.address=127.0.0.1", "--server.port=" + this.url.substring(this.url.lastIndexOf(':') + 1),
				"--registry.embedded.directory=" + this.directory.resolve("data")));
		Process started = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
			.start();
		this.process = started;
		Instant end = Instant.now().plus(LONGEST_START);
		while (!isReady()) {
			if (!started.isAlive() || Instant.now().isAfter(end)) {
				throw new IllegalStateException("The registry did not start: " + Files.readString(log()));
			}
			Thread.sleep(200);
		}
		this.token = token("manager-efa");
	}

	private boolean isReady() {
		try {
			return new GraphqlSession(this.url, Map.of()).get("/actuator/health").status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	private String token(String client) {
		String credentials = Base64.getEncoder().encodeToString((client + ":" + DemoClient.SECRET).getBytes());
		Answer answer = new GraphqlSession(this.url,
				Map.of("Authorization", "Basic " + credentials, "Content-Type", "application/x-www-form-urlencoded"))
			.post("/oauth2/token", "grant_type=client_credentials");
		return answer.body().path("access_token").asString();
	}

	/** Ends the process as {@code kill -9} does: it cannot do anything about it. */
	void kill() {
		Objects.requireNonNull(this.process).destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
	}

	/**
	 * Asks as the manager of Osprey.
	 * @return a session with a token of the process as it runs now
	 */
	GraphqlSession manager() {
		return new GraphqlSession(this.url, Map.of("Authorization", "Bearer " + this.token));
	}

	/**
	 * Asks as a demo client.
	 * @param client its id
	 * @return a session with a token of the process as it runs now
	 */
	GraphqlSession as(String client) {
		return new GraphqlSession(this.url, Map.of("Authorization", "Bearer " + token(client)));
	}

	private Path log() {
		return this.directory.resolve("registry.log");
	}

	@Override
	public void close() {
		if (this.process != null) {
			kill();
		}
	}

}
