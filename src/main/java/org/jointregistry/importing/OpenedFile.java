package org.jointregistry.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that is read from its beginning.
 *
 * @param bytes what it is read from, to be closed
 * @param lines its lines
 * @param format what is in it; empty where its header is that of no format of its name
 * @param expected the formats of its name; none where no file has that name
 */
record OpenedFile(InputStream bytes, Lines lines, Optional<FileFormat> format,
		List<FileFormat> expected) implements AutoCloseable {

	private static final String CSV = ".csv";

	private static final String NDJSON = ".ndjson";

	/**
	 * The formats that a file may have.
	 * @param formats the registry's own
	 * @param name the file's name
	 * @return none where no file has that name
	 */
	static List<FileFormat> formats(RegistryFormats formats, String name) {
		String type = name.substring(0, Math.max(0, name.lastIndexOf('.')));
		Stream<FileFormat> own = Optional.ofNullable(formats.all().get(type)).stream();
		if (name.endsWith(CSV)) {
			return Stream.concat(FileFormats.find(name).stream(), own).toList();
		}
		return name.endsWith(NDJSON) ? own.toList() : List.of();
	}

	/**
	 * Opens a file.
	 * @param content where it is
	 * @param name its name
	 * @param expected the formats that it may have
	 * @return the file
	 * @throws IOException if it cannot be read
	 */
	static OpenedFile of(Path content, String name, List<FileFormat> expected) throws IOException {
		InputStream bytes = new BufferedInputStream(Files.newInputStream(content));
		if (name.endsWith(NDJSON)) {
			FileFormat own = expected.getFirst();
			return new OpenedFile(bytes, new JsonLines(bytes, own.header()), Optional.of(own), expected);
		}
		Lines lines = new CsvLines(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()),
				isCutOff(content));
		return new OpenedFile(bytes, lines,
				expected.stream().filter((format) -> format.accepts(lines.header())).findFirst(), expected);
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
