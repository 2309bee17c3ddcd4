package org.jointregistry.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jointregistry.EngineStatements;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every statement starts at an index, at a count that the database keeps, or at a node
 * that it has found already. Asked of the curated registry, since the planner chooses by
 * what there is. At every build each insight is asked by one of the clients who do not
 * see every record and by one who does, in the profile {@code nightly} by each.
 */
@RegistryTest
class StartTests {

	private static final List<String> CLIENTS = List.of("viewer-deu", "industry-leonardo", "manager-efa", "registrar",
			"auditor");

	/** So many of them, the first, do not see every record. */
	private static final int LIMITED = 3;

	private static final Pattern WRITTEN = Pattern.compile("```graphql\n(.*?)\n```", Pattern.DOTALL);

	private static final int REQUESTS = Sizes.isNightly() ? 400 : 12;

	private static final String EXPLAIN = "CYPHER 25 EXPLAIN";

	/**
	 * All nodes of the types of an interface, filtered, ordered or counted for who sees
	 * every record: no index holds several labels, and all of their nodes are asked for,
	 * by one scan or by one for each label.
	 */
	private static final Pattern SEVERAL_LABELS = Pattern.compile("(\\w+):`\\w+` OR \\1:`");

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	private final Sdl sdl = Sdl.read();

	@Test
	void everyStatementStartsAtAnIndexOrABoundAnchor() throws IOException {
		Set<String> texts;
		try (EngineStatements sent = new EngineStatements()) {
			askWhatIsWritten();
			askWhatIsGenerated();
			texts = new TreeSet<>(sent.texts());
		}
		assertThat(texts).hasSizeGreaterThan(REQUESTS);
		Map<String, String> scans = new TreeMap<>();
		for (String text : texts) {
			collectScans(plan(text), text, scans);
		}
		assertThat(scans).isEmpty();
	}

	private void askWhatIsWritten() throws IOException {
		Matcher written = WRITTEN.matcher(Files.readString(Path.of("README.md")));
		while (written.find()) {
			if (!written.group(1).startsWith("mutation")) {
				CLIENTS.forEach((client) -> this.registry.as(client).query(written.group(1)));
			}
		}
	}

	private void askWhatIsGenerated() {
		Random random = new Random(Sizes.exactly(1).findFirst().orElseThrow());
		RawGraph graph = GraphGenerator.graph(this.sdl, random);
		for (int number = 0; number < REQUESTS; number++) {
			ask(DocumentWriter.write(RequestGenerator.request(this.sdl, graph, random)), CLIENTS);
		}
		List<DocumentWriter.Document> questions = InsightGenerator.questions(this.sdl, graph, random);
		for (int number = 0; number < questions.size(); number++) {
			ask(questions.get(number),
					Sizes.isNightly() ? CLIENTS : List.of(CLIENTS.get(number % LIMITED), "registrar"));
		}
	}

	private void ask(DocumentWriter.Document document, List<String> clients) {
		clients.forEach((client) -> this.registry.as(client).query(document.text(), document.variables()));
	}

	private Plan plan(String text) {
		return this.driver.executableQuery(text.replaceFirst("CYPHER 25", EXPLAIN)).execute().summary().plan();
	}

	private static void collectScans(Plan plan, String text, Map<String, String> scans) {
		String details = String.valueOf(plan.arguments().get("Details")).replace("\"", "");
		boolean several = SEVERAL_LABELS.matcher(text)
			.results()
			.anyMatch((labels) -> details.startsWith(labels.group(1) + ":"));
		if (plan.children().isEmpty() && plan.operatorType().contains("Scan") && !several) {
			scans.put(plan.operatorType() + " " + details, text);
		}
		plan.children().forEach((child) -> collectScans(child, text, scans));
	}

}
