package org.jointregistry;

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

/**
 * A registry as a process of its own, which can be killed, be asked to stop, and be
 * started again under the same address.
 */
public final class RegistryProcess {

	private static final Duration LONGEST_START = Duration.ofMinutes(5);

	private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

	private final Path log;

	private final List<String> options;

	private final Class<?> main;

	private final String url;

	private volatile @Nullable Process process;

	/**
	 * A process that is not started yet.
	 * @param log what it says is added to this file
	 * @param options of its virtual machine, besides those of this one
	 * @param main its main class
	 * @throws IOException if no port is free
	 */
	public RegistryProcess(Path log, List<String> options, Class<?> main) throws IOException {
		this.log = log;
		this.options = List.copyOf(options);
		this.main = main;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.url = "http://127.0.0.1:" + free.getLocalPort();
		}
	}

	/**
	 * Where it is asked.
	 * @return a URL without a path
	 */
	public String url() {
		return this.url;
	}

	/**
	 * Starts the process, and waits until it is ready to serve.
	 * @param settings arguments of its main class, besides its address
	 * @throws IOException if it cannot be started
	 * @throws InterruptedException if the wait is interrupted
	 * @throws IllegalStateException if it ends, or is not ready in time
	 */
	public void start(List<String> settings) throws IOException, InterruptedException {
		Process started = new ProcessBuilder(command(settings)).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
			.start();
		this.process = started;
		Instant end = Instant.now().plus(LONGEST_START);
		while (!isReady()) {
			if (!started.isAlive() || Instant.now().isAfter(end)) {
				throw new IllegalStateException("The registry did not start: " + Files.readString(this.log));
			}
			Thread.sleep(200);
		}
	}

	private List<String> command(List<String> settings) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter((argument) -> argument.startsWith("--"))
			.forEach(command::add);
		command.addAll(this.options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), this.main.getName(),
				"--server.address=127.0.0.1", "--server.port=" + this.url.substring(this.url.lastIndexOf(':') + 1)));
		command.addAll(settings);
		return command;
	}

	/**
	 * Whether requests are answered.
	 * @return false where nobody listens, or whoever does is not ready
	 */
	public boolean isReady() {
		try {
			return new GraphqlSession(this.url, Map.of()).get("/actuator/health").status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	/**
	 * Ends the process by SIGKILL, if it was started: it cannot do anything about it.
	 */
	public void kill() {
		Process running = this.process;
		if (running != null) {
			running.destroyForcibly();
			awaitEnd();
		}
	}

	/** Asks the process to stop, by SIGTERM, and does not wait for it. */
	public void askToStop() {
		Objects.requireNonNull(this.process).destroy();
	}

	/** Waits until the process has ended. */
	public void awaitEnd() {
		Objects.requireNonNull(this.process).onExit().orTimeout(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS).join();
	}

}
