package org.jointregistry.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.jointregistry.JointRegistry;
import org.jointregistry.RegistryProcess;

/**
 * A registry as a process of its own, always with the same settings.
 */
public final class Replica {

	private final List<String> settings;

	private final RegistryProcess process;

	/**
	 * A replica that is not started yet.
	 * @param log what it says is added to this file
	 * @param temporary directory for its temporary files
	 * @param settings arguments of its main class
	 * @throws IOException if no port is free
	 */
	Replica(Path log, Path temporary, List<String> settings) throws IOException {
		this.settings = List.copyOf(settings);
		this.process = new RegistryProcess(log, List.of("-Xmx1g", "-Djava.io.tmpdir=" + temporary), Replica.class);
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
		return this.process.url();
	}

	/** Starts the process, and waits until it is ready to serve. */
	public void start() throws IOException, InterruptedException {
		this.process.start(this.settings);
	}

	/**
	 * Whether requests are answered.
	 * @return false where nobody listens, or whoever does is not ready
	 */
	boolean isReady() {
		return this.process.isReady();
	}

	/** Ends the process by SIGKILL: it cannot do anything about it. */
	public void kill() {
		this.process.kill();
	}

	/** Asks the process to stop, by SIGTERM, and does not wait for it. */
	void askToStop() {
		this.process.askToStop();
	}

	/** Waits until the process has ended. */
	void awaitEnd() {
		this.process.awaitEnd();
	}

}
