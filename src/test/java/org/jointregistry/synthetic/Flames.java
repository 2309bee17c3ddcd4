package org.jointregistry.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.concurrent.Callable;

import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import one.convert.Arguments;
import one.convert.JfrToFlame;

/**
 * Flame graphs: where the processors' time goes while something is done, by stacks that
 * the JVM samples.
 */
final class Flames {

	private static final Path DIRECTORY = Path.of("target", "flames");

	private Flames() {
	}

	/**
	 * Does something and draws a flame graph of it.
	 * @param name of the page under {@code target/flames}, without its ending
	 * @param work what is done
	 * @param <T> what it gives
	 * @return what it gave
	 * @throws Exception if it fails, or the page cannot be written
	 */
	static <T> T of(String name, Callable<T> work) throws Exception {
		Files.createDirectories(DIRECTORY);
		Path sampled = Files.createTempFile("flames", ".jfr");
		try (Recording recording = new Recording(settings())) {
			recording.enable("jdk.CPUTimeSample");
			recording.start();
			T given = work.call();
			recording.stop();
			recording.dump(sampled);
			Arguments arguments = new Arguments("--cpu-time", "--threads", "--norm", "--title", name);
			JfrToFlame.convert(sampled.toString(), DIRECTORY.resolve(name + ".html").toString(), arguments);
			return given;
		}
		finally {
			Files.deleteIfExists(sampled);
		}
	}

	private static Configuration settings() throws IOException, ParseException {
		return Configuration.getConfiguration("profile");
	}

}
