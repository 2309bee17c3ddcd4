package org.jointregistry.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jointregistry.RegistryTest;
import org.jointregistry.access.Marking;
import org.jointregistry.access.Release;
import org.jointregistry.access.StoredReleases;
import org.jointregistry.access.ViewerKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.EagerResult;
import org.neo4j.driver.summary.ProfiledPlan;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked of the contributions of one program starts at their releases to that
 * program's readers, and costs what the viewer sees of them.
 */
@RegistryTest
class ListAtNodeTests {

	private static final int HIDDEN = 500;

	private static final int TOKENS = 20;

	private static final int PAGE = 6;

	/** Stands between the keys of a page's records. */
	private static final String MIDDLE = "FX-UNSEEN-15";

	private static final ViewerKind MANAGER = new ViewerKind(false, false, false, false);

	private static final ViewerKind REGISTRAR = new ViewerKind(true, false, false, false);

	private static final Map<String, Object> PARAMETERS = Map.of("key", "F35", "limit", 4, "cursor", "K", "start", "A",
			"amount", 0, "viewerTokens", List.of("office:F35", "public"));

	@Autowired
	private Driver driver;

	@Autowired
	private Statements statements;

	@Autowired
	private GraphModel model;

	@AfterEach
	void clear() {
		this.driver
			.executableQuery("MATCH (n:Contribution|Program) WHERE n.key STARTS WITH 'FX-UNSEEN' DETACH DELETE n")
			.execute();
	}

	@ParameterizedTest
	@EnumSource
	void whatIsHiddenCostsNothing(Asked asked) {
		Answer before = answer(asked, MANAGER);
		Answer all = answer(asked, REGISTRAR);
		hide("F35");
		assertThat(answer(asked, MANAGER)).isEqualTo(before);
		assertThat(before.hits()).isPositive();
		if (asked == Asked.COUNT) {
			assertThat(answer(asked, REGISTRAR).hits()).isGreaterThanOrEqualTo(all.hits() + HIDDEN);
		}
		else if (asked == Asked.FIRST || asked == Asked.LAST) {
			assertThat(answer(asked, REGISTRAR).hits()).isLessThan(all.hits() + HIDDEN);
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatIsHiddenCostsNothingWhereNothingElseIs(Asked asked) {
		this.driver.executableQuery("CREATE (:Program {key: 'FX-UNSEEN'})").execute();
		new StoredReleases("Program", Release.PUBLIC).store(this.driver, "FX-UNSEEN", List.of());
		Map<String, Object> parameters = new HashMap<>(PARAMETERS);
		parameters.put("key", "FX-UNSEEN");
		Answer before = answer(asked, MANAGER, parameters);
		hide("FX-UNSEEN");
		assertThat(answer(asked, MANAGER, parameters)).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource
	void tokensByWhichNothingIsThereCostNothing(Asked asked) {
		Map<String, Object> many = new HashMap<>(PARAMETERS);
		many.put("viewerTokens",
				Stream
					.concat(Stream.of("office:F35", "public"),
							IntStream.range(0, HIDDEN).mapToObj((number) -> "partner:FX" + number))
					.toList());
		assertThat(answer(asked, MANAGER, many)).isEqualTo(answer(asked, MANAGER));
	}

	@ParameterizedTest
	@EnumSource(names = { "FIRST", "NEXT", "LAST", "BEFORE" })
	void aPageCostsNoMoreThanItsBeginningForEachFurtherToken(Asked asked) {
		this.driver.executableQuery("CREATE (:Program {key: 'FX-UNSEEN'})").execute();
		new StoredReleases("Program", Release.PUBLIC).store(this.driver, "FX-UNSEEN", List.of());
		IntStream.range(0, TOKENS)
			.forEach((token) -> hide("FX-UNSEEN", "Z" + token, (token == 0) ? Set.of("nation:Z1") : Set.of(),
					IntStream.range(0, 2 * PAGE).map((number) -> number * TOKENS + token)));
		Answer few = page(asked, TOKENS / 2);
		Answer many = page(asked, TOKENS);
		List<String> keys = IntStream.range(0, 2 * PAGE * TOKENS)
			.mapToObj((number) -> "FX-UNSEEN-" + number)
			.filter((key) -> switch (asked) {
				case NEXT -> key.compareTo(MIDDLE) > 0;
				case BEFORE -> key.compareTo(MIDDLE) < 0;
				default -> true;
			})
			.sorted((asked == Asked.FIRST || asked == Asked.NEXT) ? Comparator.naturalOrder()
					: Comparator.reverseOrder())
			.limit(PAGE)
			.toList();
		assertThat(Pattern.compile("FX-UNSEEN-\\d+")
			.matcher(String.valueOf(many.value()))
			.results()
			.map(MatchResult::group)
			.distinct()).containsExactlyInAnyOrderElementsOf(keys);
		assertThat(many.hits() - few.hits()).isBetween(TOKENS / 2L, TOKENS / 2L * PAGE / 2);
	}

	private Answer page(Asked asked, int tokens) {
		Map<String, Object> parameters = new HashMap<>(PARAMETERS);
		parameters.put("key", "FX-UNSEEN");
		parameters.put("limit", PAGE);
		parameters.put("cursor", MIDDLE);
		parameters.put("viewerTokens",
				Stream.concat(Stream.of("public"), IntStream.range(0, tokens).mapToObj((token) -> "nation:Z" + token))
					.toList());
		return answer(asked, MANAGER, parameters);
	}

	@ParameterizedTest
	@EnumSource
	void itStartsAtAnIndex(Asked asked) {
		for (ViewerKind viewer : List.of(MANAGER, REGISTRAR, new ViewerKind(false, false, true, true))) {
			List<String> operators = new ArrayList<>();
			collect(this.driver.executableQuery(text(asked, viewer, "EXPLAIN")).execute().summary().plan(), operators);
			assertThat(operators).anyMatch((operator) -> operator.startsWith("DirectedRelationshipIndexSeek"))
				.noneMatch((operator) -> operator.contains("Scan"));
		}
	}

	private void hide(String program) {
		hide(program, "ZZZ", Set.of(), IntStream.range(0, HIDDEN));
	}

	private void hide(String program, String originator, Set<String> releasableTo, IntStream numbers) {
		Release release = new Release(Marking.ORIGINATOR, null, releasableTo, originator, Set.of(), Set.of(), Set.of(),
				Set.of(), false);
		Map<String, List<String>> records = numbers.mapToObj((number) -> "FX-UNSEEN-" + number)
			.collect(Collectors.toMap(Function.identity(), (key) -> List.of()));
		this.driver.executableQuery("""
				MATCH (program:Program {key: $program})
				UNWIND $keys AS key
				CREATE (:Contribution {key: key, kind: 'PAID', amount: 10000})-[:TOWARDS]->(program)""")
			.withParameters(Map.of("program", program, "keys", records.keySet()))
			.execute();
		new StoredReleases("Contribution", release).store(this.driver, records);
	}

	private Answer answer(Asked asked, ViewerKind viewer) {
		return answer(asked, viewer, PARAMETERS);
	}

	private Answer answer(Asked asked, ViewerKind viewer, Map<String, Object> parameters) {
		EagerResult result = this.driver.executableQuery(text(asked, viewer, "PROFILE"))
			.withParameters(parameters)
			.execute();
		return new Answer(result.records().getFirst().get(0).asObject(), hits(result.summary().profile()));
	}

	private String text(Asked asked, ViewerKind viewer, String how) {
		return this.statements.text(plan(asked), viewer).replace("CYPHER 25", "CYPHER 25 " + how);
	}

	private Plan plan(Asked asked) {
		return switch (asked) {
			case FIRST -> at(page(false, null, null));
			case NEXT -> at(page(false, List.of("cursor"), null));
			case LAST -> at(page(true, null, null));
			case BEFORE -> at(page(true, null, List.of("cursor")));
			case COUNT -> at(list(all(), List.of(), true, List.of()));
			case FILTERED -> at(list(costly(), List.of(), true, List.of()));
			case ORDERED -> at(list(all(), List.of(new Plan.Order(List.of(), Plan.Scope.NODE, value("amount"), true)),
					false, List.of()));
			case GROUPED -> at(list(all(), List.of(), false, List.of(groups())));
			case SOME -> programs(Filter.Quantifier.SOME);
			case NONE -> programs(Filter.Quantifier.NONE);
			case EVERY -> programs(Filter.Quantifier.EVERY);
		};
	}

	/** Something of the contributions of the program. */
	private Plan at(Plan.Connection contributions) {
		Plan.Selected program = selected("Program", new Plan.Many(contributions(), contributions));
		return new Plan.Listing(this.model.node("Program"), new Plan.Connection(named(), List.of(),
				new Plan.Page(false, "limit", null, null), false, true, List.of(part(program)), List.of()));
	}

	/** The program by something of its contributions. */
	private Plan programs(Filter.Quantifier quantifier) {
		Filter filter = new Filter.All(List.of(named(), new Filter.Related(contributions(), quantifier, costly())));
		return new Plan.Listing(this.model.node("Program"),
				new Plan.Connection(filter, List.of(), new Plan.Page(false, "limit", List.of("start"), null), true,
						true, List.of(part(selected("Program", new Plan.Key()))), List.of()));
	}

	private static Filter named() {
		return new Filter.Compare(Plan.Scope.NODE, new Property("key", "String", false, true, false, null, null, false),
				Filter.Operator.EQ, "key");
	}

	private static Plan.Part part(Plan.Selected node) {
		return new Plan.Part(List.of(node), List.of());
	}

	private Plan.Connection page(boolean backwards, @Nullable List<String> after, @Nullable List<String> before) {
		return new Plan.Connection(all(), List.of(), new Plan.Page(backwards, "limit", after, before), false, true,
				List.of(part(selected("Contribution", new Plan.Key()))), List.of());
	}

	private static Plan.Connection list(Filter filter, List<Plan.Order> orders, boolean total,
			List<Plan.Groups> groups) {
		return new Plan.Connection(filter, orders, new Plan.Page(false, "limit", null, null), total, !orders.isEmpty(),
				List.of(), groups);
	}

	private Plan.Groups groups() {
		return new Plan.Groups(List.of(new Plan.ByValue(Plan.Scope.NODE, value("kind"))),
				List.of(new Plan.Measure(Plan.Function.SUM, Plan.Scope.NODE, value("amount"))), "limit");
	}

	private static Filter all() {
		return new Filter.All(List.of());
	}

	private Filter costly() {
		return new Filter.Compare(Plan.Scope.NODE, value("amount"), Filter.Operator.GT, "amount");
	}

	private Plan.Selected selected(String type, Plan.Slot slot) {
		NodeType node = this.model.node(type);
		return new Plan.Selected(node, List.of(new Plan.Case(node.concrete(), List.of(slot))), false);
	}

	private Relation contributions() {
		return (Relation) this.model.node("Program").field("contributions");
	}

	private Property value(String field) {
		return (Property) this.model.node("Contribution").field(field);
	}

	private static long hits(ProfiledPlan plan) {
		return plan.dbHits() + plan.children().stream().mapToLong(ListAtNodeTests::hits).sum();
	}

	private static void collect(org.neo4j.driver.summary.Plan plan, List<String> operators) {
		operators.add(plan.operatorType());
		plan.children().forEach((child) -> collect(child, operators));
	}

	/** What may be asked of the contributions of a program. */
	enum Asked {

		FIRST, NEXT, LAST, BEFORE, COUNT, FILTERED, ORDERED, GROUPED, SOME, NONE, EVERY

	}

	/**
	 * An answer and what it cost.
	 *
	 * @param value the statement's one value
	 * @param hits of the database
	 */
	private record Answer(@Nullable Object value, long hits) {

	}

}
