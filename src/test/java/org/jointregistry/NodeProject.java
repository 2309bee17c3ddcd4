package org.jointregistry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.springframework.util.FileSystemUtils;

/**
 * What stands beside the tests and runs in Node.js: copied to {@code target}, with its
 * packages.
 */
public final class NodeProject {

	private static final Pattern UNREACHABLE = Pattern
		.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH");

	private static final int MINUTES = 5;

	private final Path source;

	private final Path home;

	/**
	 * A project that is not installed yet.
	 * @param name of its directory, in {@code src/test} and in {@code target}
	 */
	public NodeProject(String name) {
		this.source = Path.of("src", "test", name);
		this.home = Path.of("target", name);
	}

	/**
	 * Copies it and installs its packages.
	 * @return an empty text, or why it cannot be had here: without Node.js or the
	 * packages, it is skipped
	 * @throws IOException if it cannot be copied
	 * @throws IllegalStateException if the packages are there but do not fit
	 */
	public String install() throws IOException {
		Files.createDirectories(this.home);
		Result node = run(Map.of(), "node", "--version");
		if (!node.text().matches("v[2-9][0-9][.].*\\s*")) {
			return "There is no Node.js of version 20 or newer";
		}
		FileSystemUtils.copyRecursively(this.source, this.home);
		Result installed = run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
		if (UNREACHABLE.matcher(installed.text()).find()) {
			return "The packages for Node.js cannot be fetched from here";
		}
		if (installed.status() != 0) {
			throw new IllegalStateException(installed.text());
		}
		return "";
	}

	/**
	 * Runs a command to its end.
	 * @param environment what is added to this process's
	 * @param command the program and its arguments
	 * @return what came of it; status -1 where it did not start or took too long
	 */
	public Result run(Map<String, String> environment, String... command) {
		try {
			Path log = Files.createTempFile("node", ".log");
			ProcessBuilder builder = command(command).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().putAll(environment);
			Process process = builder.start();
			boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
			if (!ended) {
				process.destroyForcibly();
			}
			String text = Files.readString(log);
			Files.delete(log);
			return new Result(ended ? process.exitValue() : -1, text);
		}
		catch (IOException ex) {
			return new Result(-1, String.valueOf(ex.getMessage()));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A command that is to run where the project is.
	 * @param command the program and its arguments
	 * @return not started yet
	 */
	public ProcessBuilder command(String... command) {
		return new ProcessBuilder(List.of(command)).directory(this.home.toFile());
	}

	/**
	 * What came of a command.
	 *
	 * @param status 0 where all went well
	 * @param text all that it wrote
	 */
	public record Result(int status, String text) {

	}

}
