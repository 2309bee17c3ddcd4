package org.jointregistry.synthetic;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names files with how many rows each has and its SHA-256, so that whoever gets them can
 * tell whether they are whole.
 */
final class Manifest {

	/** The name of the file. */
	static final String FILE = "manifest.csv";

	private Manifest() {
	}

	/**
	 * Writes a row for each file.
	 * @param root the folder that the manifest stands in, and the files in or below it
	 * @param files in the order in which they are named; those of CSV have a header, and
	 * no cell of theirs has a line feed
	 * @throws IOException if a file cannot be read, or the manifest not written
	 */
	static void write(Path root, List<Path> files) throws IOException {
		StringBuilder text = new StringBuilder("file,rows,sha256\n");
		for (Path file : files) {
			MessageDigest digest = digest();
			long lines = lines(file, digest);
			String rows = file.toString().endsWith(".csv") ? String.valueOf(lines - 1) : "";
			text.append(root.relativize(file).toString().replace('\\', '/'))
				.append(',')
				.append(rows)
				.append(',')
				.append(HexFormat.of().formatHex(digest.digest()))
				.append('\n');
		}
		Files.writeString(root.resolve(FILE), text);
	}

	private static long lines(Path file, MessageDigest digest) throws IOException {
		long lines = 0;
		try (InputStream content = new BufferedInputStream(new DigestInputStream(Files.newInputStream(file), digest))) {
			for (int next = content.read(); next >= 0; next = content.read()) {
				if (next == '\n') {
					lines++;
				}
			}
		}
		return lines;
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
