package org.jointregistry.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of threats names a test for each, and each of these tests exists.
 */
class ThreatModelTests {

	private static final Path PAGE = Path.of("src/docs/threats.adoc");

	private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Tests)`");

	/** What sentence 13 of the access policy names, in its order. */
	private static final List<String> WAYS = List.of("list", "count", "page flag", "cursor", "order", "filter match",
			"aggregate", "path", "suggestion", "uniqueness error", "subscription", "timing", "asking by id");

	private static List<String[]> rows() throws IOException {
		return Files.readString(PAGE)
			.lines()
			.filter((line) -> line.startsWith("| ") && !line.endsWith("| tests"))
			.map((line) -> line.substring(2).split(" \\| "))
			.toList();
	}

	@Test
	void everyWayOfSentence13IsThere() throws IOException {
		assertThat(rows()).extracting((row) -> row[0]).startsWith(WAYS.toArray(String[]::new));
	}

	@Test
	void everyThreatHasTestsThatExist() throws IOException {
		Set<String> tests = tests();
		for (String[] row : rows()) {
			assertThat(row).as(row[0]).hasSize(3);
			List<String> named = TEST.matcher(row[2]).results().map((match) -> match.group(1)).toList();
			assertThat(named).as(row[0]).isNotEmpty().allMatch(tests::contains);
		}
	}

	private static Set<String> tests() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			return files.map((file) -> String.valueOf(file.getFileName()))
				.filter((name) -> name.endsWith("Tests.java"))
				.map((name) -> name.substring(0, name.length() - ".java".length()))
				.collect(Collectors.toSet());
		}
	}

}
