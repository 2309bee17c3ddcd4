package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names and texts of a client's choice are names and texts: whatever they are, nothing
 * fails and no answer is another.
 */
@OracleTest
class HostileNamesTests {

	private static final Asker VIEWER = new Asker("viewer", Set.of("NATIONAL_VIEWER"), "DEU", null, Set.of());

	private static final String LONG = "x".repeat(10_000);

	private static final String PLAIN = "somePlainName";

	private static final String NAMED = """
			query %1$s($%1$s: StandardWhere, $%1$s_: Int) {
			  %1$s: standards(where: $%1$s, first: $%1$s_, orderBy: [{title: ASC}]) {
			    %1$s: totalCount
			    %1$s_: edges { %1$s: cursor %1$s_: node { %1$s: key %1$s_: programs { %1$s: totalCount } ...%1$s } }
			  }
			}
			fragment %1$s on Standard { %1$s__: title ... on Record { %1$s___: marking } }
			""";

	/** Stored as keys and titles; none but the first contains another. */
	private static final List<String> TEXTS = List.of("?", "MATCH (n) DETACH DELETE n //", "`", "`viewer`", "'", "\"",
			"\\", "\\u0027", "$p0", "${p0}", "viewer", "held", "n0", "k0", "named", "here", "step", "} RETURN 1 //",
			"\u202Etfel\u202C", "\u05D0\u05D1\u05D2", "zero\u200Bwidth\u200D\uFEFF", "nul\u0000nul", "line\u2028line",
			"\uD83D\uDE00", "e\u0301", "\u00E9", "\u0130", "\u00DF", LONG);

	@Autowired
	private GeneratedRegistry registry;

	@Autowired
	private RegistryClient client;

	@BeforeEach
	void load() {
		List<RawNode> nodes = new ArrayList<>();
		for (String text : TEXTS) {
			Map<String, @Nullable Object> facts = new HashMap<>();
			facts.put("title", text);
			facts.put("marking", "PUBLIC");
			nodes.add(new RawNode("Standard", text.equals(LONG) ? "long" : text, facts));
		}
		this.registry.load(RawGraph.of(nodes, List.of()));
	}

	@Test
	void namesChangeNothing() {
		Answer plain = named(PLAIN);
		assertThat(plain.data("/somePlainName/somePlainName").intValue()).isEqualTo(TEXTS.size() - 1);
		Stream
			.concat(HostileNames.ALL.stream(),
					Stream.of("x".repeat(5_000), "DETACH", "DELETE", "UNWIND", "WITH", "AS", "false"))
			.forEach((name) -> assertThat(named(name).text()).as("%.20s", name)
				.isEqualTo(plain.text().replace("\"" + PLAIN, "\"" + name)));
	}

	private Answer named(String name) {
		Map<String, Object> where = Map.of("title", Map.of("in", TEXTS), "not", Map.of("key", Map.of("eq", "?")));
		return this.registry.ask(VIEWER,
				new DocumentWriter.Document(NAMED.formatted(name), Map.of(name, where, name + "_", 20)));
	}

	@Test
	void textsAreTexts() {
		for (String text : TEXTS) {
			List<String> key = List.of(text.equals(LONG) ? "long" : text);
			assertThat(found(Map.of("title", Map.of("eq", text)))).as(text).isEqualTo(key);
			assertThat(found(Map.of("title", Map.of("in", List.of(text, "none"))))).as(text).isEqualTo(key);
			assertThat(found(Map.of("key", Map.of("in", key)))).as(text).isEqualTo(key);
			assertThat(found(Map.of("id", Map.of("eq", GlobalIds.of(new RawNode.Ref("Standard", key.getFirst()))))))
				.as(text)
				.isEqualTo(key);
			List<String> containing = TEXTS.stream().filter((other) -> lower(other).contains(lower(text))).toList();
			assertThat(found(Map.of("title", Map.of("contains", text)))).as(text).hasSameSizeAs(containing);
		}
	}

	private List<String> found(Map<String, Object> where) {
		Request.Connection connection = new Request.Connection("Query.standards", "Standard", null, where, null,
				Request.Page.WHOLE, List.of(new Request.Nodes("nodes", List.of(new Request.Leaf("key", "key")))));
		Request.Root root = new Request.All("standards", "standards", connection);
		// Literally, then as a variable
		Answer literal = this.registry.ask(VIEWER, new Request(List.of(root)));
		Answer variable = this.registry.ask(VIEWER, new DocumentWriter.Document(
				"query($w: StandardWhere) { standards(where: $w) { nodes { __typename key } } }", Map.of("w", where)));
		assertThat(literal.data("/standards/nodes")).isEqualTo(variable.data("/standards/nodes"));
		assertThat(literal.errors().isMissingNode()).isTrue();
		return literal.all("key");
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	@Test
	void idsAndCursorsOfAnyTextAreNone() {
		for (String text : TEXTS) {
			assertThat(code("query($t: ID!) { node(id: $t) { id } }", text)).isEqualTo(List.of("NOT_FOUND"));
			assertThat(code("query($t: String) { standards(after: $t) { totalCount } }", text))
				.isEqualTo(List.of("BAD_CURSOR"));
		}
	}

	private List<String> code(String document, String text) {
		return this.registry.ask(VIEWER, new DocumentWriter.Document(document, Map.of("t", text))).errorCodes();
	}

	/** The database would take a half for a question mark. */
	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "\\ud83d", "\\ude00", "a\\ud83da", "\\ude00\\ud83d" })
	void halfACharacterIsNoText(String half) {
		for (String asked : List.of("eq: $t", "in: [$t]", "gt: $t", "contains: $t", "startsWith: $t")) {
			Answer answer = this.client
				.claiming((claims) -> claims.subject("viewer")
					.claim("roles", List.of("NATIONAL_VIEWER"))
					.claim("nation", "DEU"))
				.header("Content-Type", "application/json")
				.post("/graphql", """
						{"query": "query($t: String!) { standards(where: {title: {%s}}) { nodes { key } } }",
						 "variables": {"t": "%s"}}""".formatted(asked, half));
			assertThat(answer.errorCodes()).as(answer.text()).containsExactly("BAD_INPUT");
			assertThat(answer.all("key")).isEmpty();
		}
	}

}
