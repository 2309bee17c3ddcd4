package org.jointregistry.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file to import.
 *
 * @param name the file's name, which says what is in it: {@code programs.csv}
 * @param content its bytes; not to be changed
 */
public record ImportSource(String name, byte[] content) {

	/**
	 * The CSV files of a directory.
	 * @param directory where they are
	 * @return the files, without those of directories below
	 * @throws IOException if one cannot be read
	 */
	public static List<ImportSource> in(Path directory) throws IOException {
		List<ImportSource> sources = new ArrayList<>();
		try (Stream<Path> files = Files.list(directory)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".csv")).sorted().toList()) {
				sources.add(new ImportSource(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
			}
		}
		return sources;
	}

	/**
	 * The key of the file's record.
	 * @param set the set that the file belongs to
	 * @return the same for the same bytes under the same name in the same set
	 */
	String key(String set) {
		return set + "/" + this.name + "@" + sha256().substring(0, 12);
	}

	String sha256() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
