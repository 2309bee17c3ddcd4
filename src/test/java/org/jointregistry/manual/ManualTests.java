package org.jointregistry.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.EngineStatements;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.readme.Chapter;
import org.jointregistry.shared.ErrorCode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes the manual to {@code target/manual}, and sees that it is whole: nothing is left
 * out, and every link within it leads somewhere.
 */
@RegistryTest
class ManualTests {

	private static final Path MANUAL = Path.of("target/manual");

	private static final Pattern CLAUSE = Pattern
		.compile("(?<!STARTS) (?=(MATCH|WHERE(?! token)|WITH|RETURN|CALL|UNION ALL|UNWIND|ORDER BY|LIMIT) )");

	@BeforeAll
	static void write(@Autowired RegistryClient registry) throws IOException {
		Manual.write(MANUAL, (client, query) -> statements(registry, client, query));
	}

	/** What is sent for a query, each clause on a line of its own. */
	private static List<String> statements(RegistryClient registry, String client, String query) {
		try (EngineStatements sent = new EngineStatements()) {
			registry.as(client).query(query);
			return sent.texts().stream().map((text) -> CLAUSE.matcher(text).replaceAll("\n")).toList();
		}
	}

	@Test
	void everyQueryOfAChapterHasItsStatement() throws IOException {
		for (Chapter chapter : Chapter.all()) {
			int queries = count("[source,graphql", chapter.text());
			String page = page("chapters-" + chapter.name().replace(".adoc", ".html"));
			assertThat(queries).isPositive();
			assertThat(count("<summary class=\"title\">Cypher</summary>", page)).as(chapter.name())
				.isGreaterThanOrEqualTo(queries);
			assertThat(count("CYPHER 25", page)).isEqualTo(count(">Cypher</summary>", page));
		}
	}

	@Test
	void everyDocumentIsAPageThatIsListed() throws IOException {
		for (String directory : Set.of("chapters", "decisions")) {
			String list = page(directory + ".html");
			try (Stream<Path> files = Files.list(Path.of("src/docs").resolve(directory))) {
				for (Path file : files.toList()) {
					String page = directory + "-" + file.getFileName().toString().replace(".adoc", ".html");
					assertThat(list).contains("\"" + page + "\"");
					long sections = Files.readString(file).lines().filter((line) -> line.startsWith("== ")).count();
					assertThat(count("<h2 ", page(page))).as(page).isGreaterThanOrEqualTo((int) sections);
				}
			}
		}
	}

	@Test
	void linksLeadSomewhere() throws IOException {
		try (Stream<Path> pages = Files.list(MANUAL)) {
			for (Path page : pages.filter((file) -> file.toString().endsWith(".html")).toList()) {
				for (String link : links(Files.readString(page))) {
					int hash = link.indexOf('#');
					Path target = (hash == 0) ? page : MANUAL.resolve((hash > 0) ? link.substring(0, hash) : link);
					assertThat(target).as(page + ": " + link).exists();
					if (hash >= 0) {
						assertThat(Files.readString(target)).as(page + ": " + link)
							.contains("id=\"" + link.substring(hash + 1) + "\"");
					}
				}
			}
		}
	}

	@Test
	void graphShowsEveryTypeAndRelationship() throws IOException {
		String page = page("graph.html");
		Set<String> declared = new TreeSet<>();
		try (Stream<Path> files = Files.list(Path.of("schema"))) {
			for (Path file : files.toList()) {
				Pattern.compile("(?m)@relationship\\(type: \"(\\w+)\"|^type (\\w+) [^{]*@node")
					.matcher(Files.readString(file))
					.results()
					.forEach((found) -> declared.add((found.group(1) != null) ? found.group(1) : found.group(2)));
			}
		}
		assertThat(declared).hasSizeGreaterThan(100).allMatch((name) -> page.contains(">" + name + "</text>"));
	}

	@Test
	void modulesAreThePackages() throws IOException {
		try (Stream<Path> packages = Files.list(Path.of("src/main/java/org/jointregistry"))) {
			Set<String> modules = packages.filter(Files::isDirectory)
				.map((directory) -> directory.getFileName().toString())
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(page("modules.html")).contains(modules.stream().map((name) -> ">" + name + "</text>").toList());
		}
	}

	@Test
	void errorCodesAreThoseOfTheCode() throws IOException {
		assertThat(page("errors.html"))
			.contains(Arrays.stream(ErrorCode.values()).map((code) -> "id=\"" + code.name() + "\"").toList());
	}

	private static String page(String name) throws IOException {
		return Files.readString(MANUAL.resolve(name));
	}

	/** Links within the manual. */
	private static Set<String> links(String page) {
		return Pattern.compile("href=\"([^\"]+)\"")
			.matcher(page)
			.results()
			.map((MatchResult found) -> found.group(1))
			.filter((link) -> !link.contains(":"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static int count(String word, String text) {
		return text.split(Pattern.quote(word), -1).length - 1;
	}

}
