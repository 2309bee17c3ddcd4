package org.jointregistry.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a synthetic registry to files that the registry imports, and beside them what
 * has to be found in it: {@code planted.json} has questions with their answers,
 * {@code who-sees-what.csv} each record with those of {@code viewers.json} who see it on
 * the day on which the files are written. {@code manifest.csv} names all of them.
 */
public final class Generator {

	/** The set that the files belong to. */
	public static final String SET = "synthetic";

	/** Slices of a registry of scale 1. */
	private static final int SLICES = 10;

	private final Path directory;

	private final Set<String> begun = new LinkedHashSet<>();

	private Generator(Path directory) {
		this.directory = directory;
	}

	/**
	 * Writes the files and says where they are.
	 * @param arguments the scale, where 1 is as large as the curated set, with 70
	 * programs, and 0.1 the smallest; the seed; the directory. What is left out is 1, 1
	 * and {@code target/synthetic}
	 * @throws IOException if the files cannot be written
	 */
	public static void main(String... arguments) throws IOException {
		double scale = (arguments.length > 0) ? Double.parseDouble(arguments[0]) : 1;
		long seed = (arguments.length > 1) ? Long.parseLong(arguments[1]) : 1;
		Path root = Path.of((arguments.length > 2) ? arguments[2] : "target/synthetic");
		Path directory = root.resolve("data").resolve(SET);
		Generator generator = new Generator(directory);
		generator.clear();
		generator.write(Planted.rows());
		Path planted = Files.writeString(root.resolve("planted.json"), Planted.answers());
		Path viewers = Files.writeString(root.resolve("viewers.json"), Onlooker.json());
		Path seen = root.resolve("who-sees-what.csv");
		Files.writeString(seen, "list,key,viewers\n");
		String today = LocalDate.now(ZoneOffset.UTC).toString();
		Synthetic synthetic = new Synthetic(seed);
		int slices = (int) Math.ceil(scale * SLICES);
		for (int i = 0; i < slices; i++) {
			Map<String, String> rows = synthetic.next();
			generator.write(rows);
			Files.writeString(seen, new WhoSeesWhat(rows, today).text(), StandardOpenOption.APPEND);
		}
		Manifest.write(root,
				Stream
					.concat(generator.begun.stream().sorted().map(directory::resolve),
							Stream.of(planted, viewers, seen))
					.toList());
		System.out.printf(Locale.ROOT, "%,d programs of seed %d are in %s%n", slices * Slice.PROGRAMS, seed, directory);
	}

	/** Deletes the files of an earlier registry, which may have had others. */
	private void clear() throws IOException {
		Files.createDirectories(this.directory);
		try (DirectoryStream<Path> earlier = Files.newDirectoryStream(this.directory, "*.csv")) {
			for (Path file : earlier) {
				Files.delete(file);
			}
		}
	}

	/** Writes rows after those that it wrote before. */
	private void write(Map<String, String> rows) throws IOException {
		for (Map.Entry<String, String> each : rows.entrySet()) {
			Path file = this.directory.resolve(each.getKey());
			if (this.begun.add(each.getKey())) {
				Files.writeString(file, Synthetic.header(each.getKey()), StandardCharsets.UTF_8);
			}
			Files.writeString(file, each.getValue(), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
		}
	}

}
