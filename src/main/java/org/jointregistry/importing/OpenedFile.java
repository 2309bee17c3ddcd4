package org.jointregistry.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that is read from its beginning. It has all columns of its format: what a row
 * does not say is blanked in its record, and a marking that is not said is PUBLIC.
 *
 * @param bytes what it is read from, to be closed
 * @param lines its lines
 * @param format what is in it
 * @param refusal why nothing of it is read; none where it is
 */
record OpenedFile(InputStream bytes, Lines lines, Layout format, List<Finding> refusal) implements AutoCloseable {

	private static final String CSV = ".csv";

	private static final String NDJSON = ".ndjson";

	/**
	 * The format of a file.
	 * @param formats the registry's own
	 * @param name the file's name
	 * @return empty where no file has that name
	 */
	static Optional<Layout> findFormat(RegistryFormats formats, String name) {
		String type = name.substring(0, Math.max(0, name.lastIndexOf('.')));
		Optional<Layout> own = Optional.ofNullable(formats.all().get(type));
		if (name.endsWith(CSV)) {
			return FileFormats.find(name)
				.<Layout>map((format) -> format)
				.or(() -> PublishedFiles.find(formats, name))
				.or(() -> own);
		}
		return name.endsWith(NDJSON) ? own : Optional.empty();
	}

	/**
	 * Opens a file.
	 * @param content where it is
	 * @param name its name
	 * @param format what is in it
	 * @return the file
	 * @throws IOException if it cannot be read
	 */
	static OpenedFile of(Path content, String name, Layout format) throws IOException {
		InputStream bytes = new BufferedInputStream(Files.newInputStream(content));
		try {
			if (name.endsWith(NDJSON)) {
				return new OpenedFile(bytes, new JsonLines(bytes, format.header()), format, List.of());
			}
			Lines lines = new CsvLines(bytes, isCutOff(content));
			return new OpenedFile(bytes, lines, format, refusal(lines, format));
		}
		catch (IOException | RuntimeException ex) {
			bytes.close();
			throw ex;
		}
	}

	private static List<Finding> refusal(Lines lines, Layout format) {
		List<Finding> unread = lines.header().isEmpty() ? lines.takeFindings() : List.of();
		if (!unread.isEmpty()) {
			return unread;
		}
		if (!format.accepts(lines.header())) {
			return List.of(format.badHeader());
		}
		List<String> missing = format.missing(lines.header());
		return missing.isEmpty() ? List.of() : List.of(Finding.rejected(FindingCode.MISSING_COLUMNS, 1L, null,
				"The header lacks " + String.join(",", missing)));
	}

	private static boolean isCutOff(Path content) throws IOException {
		try (SeekableByteChannel bytes = Files.newByteChannel(content)) {
			if (bytes.size() == 0) {
				return true;
			}
			ByteBuffer last = ByteBuffer.allocate(1);
			bytes.position(bytes.size() - 1).read(last);
			return last.get(0) != '\n';
		}
	}

	@Override
	public void close() throws IOException {
		this.bytes.close();
	}

}
