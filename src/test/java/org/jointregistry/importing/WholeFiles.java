package org.jointregistry.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Files in the registry's own formats with all their columns, of which tests say some.
 */
final class WholeFiles {

	private static final RegistryFormats FORMATS = formats();

	private WholeFiles() {
	}

	private static RegistryFormats formats() {
		try {
			return new RegistryFormats(new SchemaMap(new PathMatchingResourcePatternResolver()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A file of CSV.
	 * @param name of the file, without its ending
	 * @param some lines without quotes, the first with the names of columns
	 * @return the lines with the other columns, blank but in the first
	 */
	static String csv(String name, String some) {
		List<String> others = format(name).missing(List.of(some.lines().findFirst().orElseThrow().split(",")));
		String header = others.stream().map((column) -> "," + column).collect(Collectors.joining());
		String blank = ",".repeat(others.size());
		return some.replaceFirst("\n", header + "\r").replace("\n", blank + "\n").replace('\r', '\n');
	}

	/**
	 * A file of NDJSON.
	 * @param name of the file, without its ending
	 * @param some lines, each an object with some columns
	 * @return the lines with the other columns, which are null
	 */
	static String ndjson(String name, String some) {
		JsonMapper json = new JsonMapper();
		return some.lines().map((line) -> {
			ObjectNode row = (ObjectNode) json.readTree(line);
			format(name).missing(row.propertyNames()).forEach(row::putNull);
			return row + "\n";
		}).collect(Collectors.joining());
	}

	private static FileFormat format(String name) {
		return Objects.requireNonNull(FORMATS.all().get(name));
	}

}
