package org.jointregistry.operation;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.jointregistry.GraphqlSession;
import org.jointregistry.JointRegistry;

/**
 * A registry as a process of its own, which can be killed, be asked to stop, and be
 * started again under the same address.
 */
public final class Replica {

	private static final Duration LONGEST_START = Duration.ofMinutes(5);

	private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

	private final Path log;

	private final Path temporary;

	private final List<String> settings;

	private final String url;

	private volatile @Nullable Process process;

	/**
	 * A replica that is not started yet.
	 * @param log what it says is added to this file
	 * @param temporary directory for its temporary files
	 * @param settings arguments of its main class
	 * @throws IOException if no port is free
	 */
	Replica(Path log, Path temporary, List<String> settings) throws IOException {
		this.log = log;
		this.temporary = temporary;
		this.settings = List.copyOf(settings);
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.url = "http://127.0.0.1:" + free.getLocalPort();
		}
	}

	/**
	 * The process: a registry that does not outlive the tests, however these end.
	 * @param args settings of the registry
	 */
	public static void main(String[] args) {
		ProcessHandle tests = ProcessHandle.current().parent().orElseThrow();
		Thread.ofPlatform().daemon().start(() -> {
			tests.onExit().join();
			Runtime.getRuntime().halt(1);
		});
		JointRegistry.main(args);
	}

	/**
	 * Where it is asked.
	 * @return a URL without a path
	 */
	public String url() {
		return this.url;
	}

	/** Starts the process, and waits until it is ready to serve. */
	public void start() throws IOException, InterruptedException {
		Process started = new ProcessBuilder(command()).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
			.start();
		this.process = started;
		Instant end = Instant.now().plus(LONGEST_START);
		while (!isReady()) {
			if (!started.isAlive() || Instant.now().isAfter(end)) {
				throw new IllegalStateException("The replica did not start: " + Files.readString(this.log));
			}
			Thread.sleep(200);
		}
	}

	private List<String> command() {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter((argument) -> argument.startsWith("--"))
			.forEach(command::add);
		command.addAll(List.of("-Xmx1g", "-Djava.io.tmpdir=" + this.temporary, "-cp",
				System.getProperty("java.class.path"), Replica.class.getName(), "--server.address=127.0.0.1",
				"--server.port=" + this.url.substring(this.url.lastIndexOf(':') + 1)));
		command.addAll(this.settings);
		return command;
	}

	/**
	 * Whether requests are answered.
	 * @return false where nobody listens, or whoever does is not ready
	 */
	boolean isReady() {
		try {
			return new GraphqlSession(this.url, Map.of()).get("/actuator/health").status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	/** Ends the process by SIGKILL: it cannot do anything about it. */
	public void kill() {
		Process running = this.process;
		if (running != null) {
			running.destroyForcibly().onExit().orTimeout(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS).join();
		}
	}

	/** Asks the process to stop, by SIGTERM, and does not wait for it. */
	void askToStop() {
		Objects.requireNonNull(this.process).destroy();
	}

	/** Waits until the process has ended. */
	void awaitEnd() {
		Objects.requireNonNull(this.process).onExit().orTimeout(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS).join();
	}

}
