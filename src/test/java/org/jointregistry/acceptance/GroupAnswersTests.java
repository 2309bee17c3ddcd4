package org.jointregistry.acceptance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.embedded.DemoClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts, sums, averages and bounds of lists are those of the files, for every client
 * where they are public, and leave out what a viewer does not see.
 */
@RegistryTest
class GroupAnswersTests {

	private static final String REAL = "where: {fictional: {eq: false}}, first: 1";

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@EnumSource
	void moneyByKindAndCurrency(DemoClient client) {
		Answer answer = this.registry.as(client.id()).query("""
				{ contributions(%s) { groups(by: [KIND, CURRENCY]) {
				  key { kind currency } count sum { amount } average { amount } min { amount } max { amount }
				} } }""".formatted(REAL));
		assertThat(Flat.lines(answer.data())).as(answer.text())
			.containsExactlyElementsOf(grouped("contributions.csv",
					(row) -> "|" + kind(row) + "|" + orNull(row.text("currency")), "amount_millions", 6, true));
	}

	@ParameterizedTest
	@EnumSource
	void sharesByRoleOfTheEdge(DemoClient client) {
		Answer answer = this.registry.as(client.id()).query("""
				{ nation: node(id: "TmF0aW9uOkRFVQ") { ... on Nation {
				  programs(where: {node: {fictional: {eq: false}}}) { groups(by: [{edge: ROLE}]) {
				    key { edge { role } } count sum { edge { costShare } } average { edge { costShare } }
				    min { edge { costShare } } max { edge { costShare } }
				  } }
				} } }""");
		List<Csv> german = Csv.rows("participations.csv")
			.stream()
			.filter((row) -> row.text("nation").equals("DEU"))
			.toList();
		assertThat(Flat.lines(answer.data())).as(answer.text())
			.containsExactlyElementsOf(grouped(german, (row) -> "|" + row.text("role"), "cost_share_pct", 0, true));
	}

	@Test
	void countsByTheNodeAtTheEndOfARelation() {
		Answer answer = this.registry.as("viewer-swe")
			.query("{ programs(%s) { groups(by: [LEAD_NATION]) { key { leadNation { key } } count } } }"
				.formatted(REAL));
		assertThat(Flat.lines(answer.data())).as(answer.text())
			.containsExactlyElementsOf(grouped("programs.csv", (row) -> "|" + orNull(row.text("lead_nation")),
					"cost_amount_millions", 6, false));
	}

	@Test
	void whatIsGroupedByNothingIsOneGroup() {
		Answer answer = this.registry.as("viewer-swe").query("""
				{
				  some: programs(where: {domain: {eq: SEA}}) { totalCount groups { count min { startYear } } }
				  none: programs(where: {key: {eq: "NEVER WAS"}}) { groups { count max { startYear } } }
				}""");
		assertThat(answer.errors()).isEmpty();
		assertThat(answer.data().at("/some/groups/0/count").asInt())
			.isEqualTo(answer.data().at("/some/totalCount").asInt())
			.isPositive();
		assertThat(answer.data().at("/none/groups")).hasSize(1);
		assertThat(answer.data().at("/none/groups/0/count").asInt()).isZero();
		assertThat(answer.data().at("/none/groups/0/max/startYear").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			viewer-deu | 100
			viewer-usa | null
			auditor    | 100
			""")
	void aHiddenFigureIsInNoSum(String client, String sum) {
		Answer answer = this.registry.as(client)
			.query("""
					{ programs(where: {key: {eq: "FX-MERLIN"}}) { nodes {
					  participants { groups { sum { edge { costShare } } average { edge { costShare } } max { edge { costShare } } } }
					} } }""");
		assertThat(answer.data().findPath("sum").at("/edge/costShare").asString("null")).as(answer.text())
			.isEqualTo(sum);
		assertThat(answer.data().findPath("max").at("/edge/costShare").isNull()).isEqualTo(sum.equals("null"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ contributions { groups { sum { amount } } } }                                | group by currency too
					{ contributions { groups(by: [KIND]) { average { amount } } } }                | group by currency too
					{ programs { groups(by: [COST_PRICE_YEAR]) { max { costAmount } } } }          | group by costCurrency too
					{ programs { groups(first: 0) { count } } }                                    | from 1 to 500
					{ programs { groups(first: 501) { count } } }                                  | from 1 to 500
					{ programs { groups(by: [DOMAIN DOMAIN DOMAIN DOMAIN DOMAIN DOMAIN DOMAIN DOMAIN DOMAIN]) { count } } } | at most 8
					""")
	void whatCannotBeGroupedIsRefused(String document, String words) {
		Answer answer = this.registry.as("viewer-deu").query(document);
		assertThat(answer.errorCodes()).containsExactly("BAD_INPUT");
		assertThat(answer.text()).contains(words);
	}

	private static List<String> grouped(String file, Function<Csv, String> key, String value, int shift,
			boolean measured) {
		return grouped(Csv.rows(file), key, value, shift, measured);
	}

	private static List<String> grouped(List<Csv> rows, Function<Csv, String> key, String value, int shift,
			boolean measured) {
		Map<String, List<Csv>> groups = new TreeMap<>(Comparator.comparing((String one) -> one.replace("|null", "|~")));
		groups.putAll(rows.stream().collect(Collectors.groupingBy(key)));
		List<String> lines = new ArrayList<>();
		groups.forEach((common, group) -> {
			List<BigDecimal> known = group.stream()
				.map((row) -> row.text(value))
				.filter((text) -> !text.isEmpty())
				.map((text) -> new BigDecimal(text).scaleByPowerOfTen(shift))
				.sorted()
				.toList();
			lines.add(common + "|" + group.size() + (measured ? measures(known) : ""));
		});
		return lines;
	}

	private static String measures(List<BigDecimal> known) {
		if (known.isEmpty()) {
			return "|null|null|null|null";
		}
		BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal average = sum.divide(BigDecimal.valueOf(known.size()), 4, RoundingMode.HALF_UP);
		return "|" + plain(sum) + "|" + plain(average) + "|" + plain(known.getFirst()) + "|" + plain(known.getLast());
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	/** What is provided is delivered, in the registry's words. */
	private static String kind(Csv row) {
		return row.text("kind").equals("PROVIDED") ? "DELIVERED" : row.text("kind");
	}

	private static String orNull(String text) {
		return text.isEmpty() ? "null" : text;
	}

}
