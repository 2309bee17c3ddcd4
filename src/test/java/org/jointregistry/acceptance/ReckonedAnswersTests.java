package org.jointregistry.acceptance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is reckoned of every curated program by the four indicators, and of its peers,
 * reckoned once more from the files.
 */
@RegistryTest
class ReckonedAnswersTests {

	private static final Set<String> HAS = Set.of("IMPLEMENTS", "BASED_ON", "CERTIFICATION_BASIS", "DEFINES");

	private static final String SELECTION = """
			{ program { key } indicators {
			  told { measure unit change evaluations { key } }
			  reckoned { measure currency value records peers { programs median rank values { program { key } value } } } } }
			""";

	private static final int AT_ONCE = 5;

	@Autowired
	private RegistryClient registry;

	private final Map<String, String> domains = Csv.rows("programs.csv")
		.stream()
		.collect(Collectors.toMap((row) -> row.text("program_id"), (row) -> row.text("domain"), (a, b) -> a,
				TreeMap::new));

	@ParameterizedTest
	@ValueSource(strings = { "viewer-deu", "industry-leonardo", "auditor" })
	void standardsAndMoneyAreReckonedAndRankedAmongPeers(String client) {
		Map<String, JsonNode> answers = answers(client);
		assertThat(answers.keySet()).isEqualTo(this.domains.keySet());
		Map<String, Map<String, BigDecimal>> known = new TreeMap<>(delivered());
		known.put("STANDARDS_GAINED null", standards());
		answers.forEach((program, answer) -> assertThat(reckoned(answer)).as(program)
			.containsExactlyInAnyOrderElementsOf(known.entrySet()
				.stream()
				.filter((each) -> each.getKey().startsWith("STANDARDS") || pledged(program).contains(each.getKey()))
				.map((each) -> each.getKey() + " " + expected(program, each.getValue()))
				.toList()));
	}

	/** The value, the number of peers, their median, the rank, and the peers' values. */
	private String expected(String program, Map<String, BigDecimal> values) {
		List<String> alike = this.domains.keySet()
			.stream()
			.filter((other) -> !other.equals(program) && domain(other).equals(domain(program)))
			.toList();
		List<BigDecimal> others = alike.stream().map(values::get).filter(Objects::nonNull).sorted().toList();
		BigDecimal own = values.get(program);
		String rank = (own == null) ? "null"
				: String.valueOf(1 + others.stream().filter((other) -> other.compareTo(own) > 0).count());
		return "%s %d %s %s %s".formatted(plain(own), alike.size(), median(others), rank,
				alike.stream()
					.filter(values::containsKey)
					.map((other) -> other + "=" + plain(values.get(other)))
					.toList());
	}

	private String domain(String program) {
		return this.domains.getOrDefault(program, "");
	}

	private static String median(List<BigDecimal> sorted) {
		int size = sorted.size();
		return (size == 0) ? "null"
				: plain((size % 2 == 1) ? sorted.get(size / 2)
						: sorted.get(size / 2 - 1)
							.add(sorted.get(size / 2))
							.divide(BigDecimal.valueOf(2), 4, RoundingMode.HALF_UP));
	}

	private static Map<String, BigDecimal> standards() {
		return Csv.rows("interop.csv")
			.stream()
			.filter((row) -> HAS.contains(row.text("relation")))
			.collect(Collectors.groupingBy((row) -> row.text("program"), TreeMap::new,
					Collectors.collectingAndThen(Collectors.counting(), BigDecimal::valueOf)));
	}

	private static List<Csv> entries() {
		List<String> superseded = Csv.rows("contribution_successions.csv")
			.stream()
			.map((row) -> row.text("supersedes"))
			.toList();
		return Csv.rows("contributions.csv")
			.stream()
			.filter((row) -> !row.text("program").contains(";") && !row.text("amount_millions").isEmpty())
			.filter((row) -> !superseded.contains(row.text("contribution_id")))
			.toList();
	}

	private static Set<String> pledged(String program) {
		return entries().stream()
			.filter((row) -> row.text("program").equals(program) && row.text("kind").equals("PLEDGED"))
			.map((row) -> "CONTRIBUTIONS_DELIVERED " + row.text("currency"))
			.collect(Collectors.toSet());
	}

	/** By currency, and then by program: paid and provided in percent of pledged. */
	private static Map<String, Map<String, BigDecimal>> delivered() {
		Map<String, Map<String, BigDecimal>> delivered = new TreeMap<>();
		entries().stream().collect(Collectors.groupingBy((row) -> row.text("currency"))).forEach((currency, of) -> {
			Map<String, BigDecimal> programs = new TreeMap<>();
			of.stream().collect(Collectors.groupingBy((row) -> row.text("program"))).forEach((program, rows) -> {
				BigDecimal pledged = sum(rows, Set.of("PLEDGED")::contains);
				BigDecimal given = sum(rows, Set.of("PAID", "PROVIDED", "DELIVERED")::contains);
				if (pledged.signum() > 0 && given.signum() > 0) {
					programs.put(program, given.movePointRight(2).divide(pledged, 4, RoundingMode.HALF_UP));
				}
			});
			delivered.put("CONTRIBUTIONS_DELIVERED " + currency, programs);
		});
		return delivered;
	}

	private static BigDecimal sum(List<Csv> rows, Predicate<String> kinds) {
		return rows.stream()
			.filter((row) -> kinds.test(row.text("kind")))
			.map((row) -> new BigDecimal(row.text("amount_millions")))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** What nothing is known of is null, and in no list of peers. */
	private static List<String> reckoned(JsonNode answer) {
		List<JsonNode> measures = answer.path("indicators")
			.values()
			.stream()
			.flatMap((indicator) -> indicator.path("reckoned").values().stream())
			.toList();
		assertThat(measures)
			.filteredOn((measure) -> measure.path("measure").asString().matches("MILESTONES_KEPT|CONSENT_DAYS"))
			.hasSize(2)
			.allMatch((measure) -> measure.path("value").isNull() && measure.path("records").asInt() == 0
					&& measure.at("/peers/values").isEmpty());
		return measures.stream()
			.filter((measure) -> measure.path("measure").asString().matches("STANDARDS.*|CONTRIB.*"))
			.map(ReckonedAnswersTests::line)
			.toList();
	}

	private static String line(JsonNode measure) {
		JsonNode peers = measure.path("peers");
		return Stream
			.of(measure.path("measure"), measure.path("currency"), measure.path("value"), peers.path("programs"),
					peers.path("median"), peers.path("rank"))
			.map((value) -> value.asString("null"))
			.collect(Collectors.joining(" "))
				+ " "
				+ peers.path("values")
					.values()
					.stream()
					.map((peer) -> peer.at("/program/key").asString() + "=" + peer.path("value").asString())
					.toList();
	}

	@Test
	void whatEvaluatorsToldStandsByMeasureAndUnit() {
		Map<String, List<String>> told = Csv.rows("evaluations.csv")
			.stream()
			.filter((row) -> row.text("subject_kind").equals("PROGRAM"))
			.collect(Collectors.groupingBy((row) -> row.text("subject").substring("PROGRAM:".length()), TreeMap::new,
					Collectors.mapping((row) -> row.text("measure") + "|" + row.text("unit") + "|null|["
							+ row.text("evaluation_id") + "]", Collectors.toList())));
		answers("viewer-deu").forEach((program, answer) -> assertThat(told(answer)).as(program)
			.containsExactlyInAnyOrderElementsOf(told.getOrDefault(program, List.of())));
	}

	private static List<String> told(JsonNode answer) {
		return answer.path("indicators")
			.values()
			.stream()
			.flatMap((indicator) -> indicator.path("told").values().stream())
			.map((trend) -> Stream.of("measure", "unit", "change")
				.map((field) -> trend.path(field).asString("null"))
				.collect(Collectors.joining("|")) + "|"
					+ trend.path("evaluations").values().stream().map((each) -> each.path("key").asString()).toList())
			.toList();
	}

	private Map<String, JsonNode> answers(String client) {
		List<String> programs = List.copyOf(this.domains.keySet());
		Map<String, JsonNode> answers = new TreeMap<>();
		for (int from = 0; from < programs.size(); from += AT_ONCE) {
			String document = programs.subList(from, Math.min(programs.size(), from + AT_ONCE))
				.stream()
				.map((program) -> "p%s: programEvaluation(program: \"%s\") %s".formatted(program.replaceAll("\\W", "_"),
						id(program), SELECTION))
				.collect(Collectors.joining(" ", "{ ", " }"));
			Answer answer = this.registry.as(client).query(document);
			assertThat(answer.errorCodes()).as(answer.errors().toString()).isEmpty();
			answers.putAll(answer.data()
				.values()
				.stream()
				.collect(Collectors.toMap((each) -> each.at("/program/key").asString(), Function.identity())));
		}
		return answers;
	}

	private static String plain(@Nullable BigDecimal number) {
		return (number != null) ? ((number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString()) : "null";
	}

	private static String id(String program) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(("Program:" + program).getBytes(StandardCharsets.UTF_8));
	}

}
