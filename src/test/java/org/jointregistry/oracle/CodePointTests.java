package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages and bounds go by the order of the list also where code points and UTF-16 code
 * units differ: U+1F600 is beyond U+FF5E, and the first of its two units is not.
 */
@OracleTest
class CodePointTests {

	private static final List<String> TEXTS = List.of("\uD83D\uDE00\uD83D\uDE00", "\uE000", "\uFFFD", "Z",
			"\uD800\uDC00", "\uFF5E", "a", "\uD83D\uDE00\uFF5E", "\u00E9", "\uFF5Ea", "\uD83D\uDE00", "\uD7FF");

	private static final String ROOT = "standards";

	private static final String AT_NODE = "technologies { nodes { transfers";

	/** Two with each key. */
	private static final String SEVERAL_TYPES = "organizations";

	private static final String NAMED = "where: {search: \"one\"}";

	private static final List<String> ROLES = List.of("NATIONAL_VIEWER", "REGISTRAR");

	@Autowired
	private GeneratedRegistry registry;

	/**
	 * What is asked is planned while there is next to nothing, so that no plan is the one
	 * that the planner would make for what is there.
	 */
	@BeforeEach
	void load() {
		load(TEXTS.subList(0, 2));
		for (String role : ROLES) {
			for (String list : List.of(ROOT, AT_NODE, SEVERAL_TYPES)) {
				forwards(asker(role), list, "null");
				backwards(asker(role), list, "null");
			}
		}
		load(TEXTS);
	}

	private void load(List<String> texts) {
		List<RawNode> nodes = new ArrayList<>();
		for (String text : texts) {
			Map<String, @Nullable Object> facts = new HashMap<>();
			facts.put("title", text);
			facts.put("marking", "PUBLIC");
			nodes.add(new RawNode("Standard", text, facts));
			nodes.add(new RawNode("Contractor", text, Map.of("name", "one", "marking", "PUBLIC")));
			nodes.add(new RawNode("InnovationHub", text, Map.of("name", "one", "marking", "PUBLIC")));
		}
		RawNode.Ref technology = new RawNode.Ref("Technology", "T");
		nodes.add(new RawNode(technology.type(), technology.key(), Map.of("marking", "PUBLIC")));
		List<RawEdge> edges = new ArrayList<>();
		for (String text : texts) {
			RawNode transfer = new RawNode("Transfer", text, Map.of("marking", "PUBLIC"));
			nodes.add(transfer);
			edges.add(new RawEdge("OF", transfer.ref(), technology, text, Map.of()));
		}
		this.registry.load(RawGraph.of(nodes, edges));
	}

	@ParameterizedTest(name = "{0}")
	@FieldSource("ROLES")
	void pagesGoByTheListsOrder(String role) {
		List<String> byUnits = TEXTS.stream().sorted().toList();
		List<String> byPoints = TEXTS.stream().sorted(Values::byCodePoints).toList();
		assertThat(byUnits).isNotEqualTo(byPoints);
		assertPages(asker(role), SEVERAL_TYPES, "null", twice(byPoints));
		assertPages(asker(role), SEVERAL_TYPES, "null, " + NAMED, twice(byUnits));
		assertPages(asker(role), ROOT, "null", byPoints);
		assertPages(asker(role), AT_NODE, "null", byPoints);
		assertPages(asker(role), AT_NODE, "[{key: ASC}]", byUnits);
		assertPages(asker(role), ROOT, "[{key: ASC}]", byUnits);
		assertPages(asker(role), ROOT, "[{title: ASC}]", byUnits);
		assertPages(asker(role), ROOT, "[{title: DESC}]", byUnits.reversed());
	}

	@ParameterizedTest(name = "{0}")
	@FieldSource("ROLES")
	void boundsGoByTheOrderThatIsAskedFor(String role) {
		List<String> sorted = TEXTS.stream().sorted(Comparator.naturalOrder()).toList();
		for (String field : List.of("key", "title")) {
			int index = 0;
			for (String text : sorted) {
				assertThat(bounded(asker(role), field, "gt", text)).isEqualTo(sorted.subList(++index, sorted.size()));
				assertThat(bounded(asker(role), field, "lte", text)).isEqualTo(sorted.subList(0, index));
			}
		}
	}

	private static Asker asker(String role) {
		return new Asker("viewer", Set.of(role), "DEU", null, Set.of());
	}

	private static List<String> twice(List<String> keys) {
		return keys.stream().flatMap((key) -> Stream.of(key, key)).toList();
	}

	private void assertPages(Asker asker, String list, String order, List<String> expected) {
		assertThat(forwards(asker, list, order)).isEqualTo(expected);
		assertThat(backwards(asker, list, order)).isEqualTo(expected.reversed());
	}

	private List<String> forwards(Asker asker, String list, String order) {
		return paged(asker, list, order, "first: 3, after", "hasNextPage", "endCursor");
	}

	private List<String> backwards(Asker asker, String list, String order) {
		return paged(asker, list, order, "last: 1, before", "hasPreviousPage", "startCursor");
	}

	private List<String> paged(Asker asker, String list, String order, String page, String more, String cursor) {
		List<String> found = new ArrayList<>();
		String from = null;
		do {
			Answer answer = ask(asker, """
					query($from: String) { %s(orderBy: %s, %s: $from) {
					  nodes { key } pageInfo { %s %s hasPreviousPage hasNextPage } } %s
					""".formatted(list, order, page, more, cursor, "}".repeat(list.split("\\{").length)), "from", from);
			JsonNode info = answer
				.data(list.equals(AT_NODE) ? "/technologies/nodes/0/transfers/pageInfo" : "/" + list + "/pageInfo");
			boolean ahead = page.startsWith("first");
			String behind = ahead ? "hasPreviousPage" : "hasNextPage";
			assertThat(info.path(behind).booleanValue()).isEqualTo(from != null);
			found.addAll(answer.all("key"));
			from = info.path(more).booleanValue() ? info.path(cursor).stringValue() : null;
		}
		while (from != null && found.size() <= 2 * TEXTS.size());
		return found;
	}

	private List<String> bounded(Asker asker, String field, String operator, String bound) {
		return ask(asker,
				"""
						query($bound: String) { standards(orderBy: [{%1$s: ASC}], where: {%1$s: {%2$s: $bound}}) { nodes { key } } }
						"""
					.formatted(field, operator),
				"bound", bound)
			.all("key");
	}

	private Answer ask(Asker asker, String document, String variable, @Nullable String value) {
		return this.registry.ask(asker,
				new DocumentWriter.Document(document, Collections.singletonMap(variable, value)));
	}

}
