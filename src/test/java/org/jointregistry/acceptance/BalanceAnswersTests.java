package org.jointregistry.acceptance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Who has which part of every curated program, reckoned once more from the files.
 */
@RegistryTest
class BalanceAnswersTests {

	private static final String SELECTION = """
			{ program { key } nations { nation { key } parts { kind currency amount share } }
			  dimensions { kind currency whole nations largest { key } largestShare concentration } }
			""";

	private static final int AT_ONCE = 5;

	@Autowired
	private RegistryClient registry;

	/** Programs whose shares are by a key have tests of their own. */
	private final Set<String> keyed = Csv.rows("cost_share_applications.csv")
		.stream()
		.map((row) -> row.text("program"))
		.collect(Collectors.toSet());

	private final List<String> programs = Csv.rows("programs.csv")
		.stream()
		.map((row) -> row.text("program_id"))
		.filter((program) -> !this.keyed.contains(program))
		.toList();

	@ParameterizedTest
	@ValueSource(strings = { "viewer-deu", "industry-leonardo", "auditor" })
	void everyNationHasThePartsThatTheFilesTell(String client) {
		int told = 0;
		for (int from = 0; from < this.programs.size(); from += AT_ONCE) {
			List<String> some = this.programs.subList(from, Math.min(this.programs.size(), from + AT_ONCE));
			Answer answer = this.registry.as(client)
				.query(some.stream()
					.map((program) -> "p%s: partnerBalance(program: \"%s\") %s"
						.formatted(program.replaceAll("\\W", "_"), id(program), SELECTION))
					.collect(Collectors.joining(" ", "{ ", " }")));
			assertThat(answer.errorCodes()).as(answer.errors().toString()).isEmpty();
			for (JsonNode each : answer.data().values()) {
				String program = each.at("/program/key").asString();
				Map<String, Map<String, BigDecimal>> expected = parts(program);
				assertThat(parts(each)).as(program).isEqualTo(expected);
				each.path("dimensions").forEach((dimension) -> assertSpread(dimension, expected));
				told += expected.size();
			}
		}
		assertThat(told).isGreaterThan(40);
	}

	private static void assertSpread(JsonNode dimension, Map<String, Map<String, BigDecimal>> expected) {
		Map<String, BigDecimal> parts = expected.getOrDefault(name(dimension), Map.of());
		double whole = parts.values().stream().mapToDouble(BigDecimal::doubleValue).sum();
		double most = parts.values().stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
		List<String> largest = parts.keySet()
			.stream()
			.filter((nation) -> parts.getOrDefault(nation, BigDecimal.ZERO).doubleValue() == most)
			.toList();
		assertThat(dimension.path("nations").asInt()).isEqualTo(parts.size());
		assertThat(Double.parseDouble(dimension.path("whole").asString())).isCloseTo(whole, within(1e-6));
		assertThat(dimension.at("/largest/key").asString("none"))
			.isEqualTo((largest.size() == 1) ? largest.getFirst() : "none");
		assertThat(Double.parseDouble(dimension.path("largestShare").asString())).isCloseTo(100 * most / whole,
				within(1e-4));
		assertThat(Double.parseDouble(dimension.path("concentration").asString())).isCloseTo(
				parts.values().stream().mapToDouble((part) -> Math.pow(part.doubleValue() / whole, 2)).sum(),
				within(1e-4));
	}

	private static Map<String, Map<String, BigDecimal>> parts(JsonNode balance) {
		Map<String, Map<String, BigDecimal>> parts = new TreeMap<>();
		balance.path("nations")
			.forEach((nation) -> nation.path("parts")
				.forEach((part) -> parts.computeIfAbsent(name(part), (key) -> new TreeMap<>())
					.put(nation.at("/nation/key").asString(), plain(new BigDecimal(part.path("amount").asString())))));
		return parts;
	}

	private static String name(JsonNode part) {
		return part.path("kind").asString() + " " + part.path("currency").asString("null");
	}

	private static Map<String, Map<String, BigDecimal>> parts(String program) {
		Map<String, Map<String, BigDecimal>> parts = new TreeMap<>();
		List<Csv> taking = of("participations.csv", program);
		for (Csv row : taking) {
			set(parts, "AGREED_COST null", row.text("nation"), row.text("cost_share_pct"));
			set(parts, "AGREED_WORK null", row.text("nation"), row.text("work_share_pct"));
		}
		given(program).forEach((row) -> add(parts, "GIVEN " + row.text("currency"),
				row.text("contributor").substring("NATION:".length()),
				new BigDecimal(row.text("amount_millions")).movePointRight(6)));
		rights(program, taking.stream().map((row) -> row.text("nation")).collect(Collectors.toSet()))
			.forEach((right) -> add(parts, right.getFirst(), right.get(1), BigDecimal.ONE));
		Csv.rows("exercises.csv")
			.stream()
			.filter((row) -> List.of(row.text("programs_tested").split(";")).contains(program)
					&& !row.text("host_nation").isEmpty())
			.forEach((row) -> add(parts, "EXERCISES null", row.text("host_nation"), BigDecimal.ONE));
		Map<String, String> seats = column("communities.csv", "community_id", "seat_nation");
		of("governance.csv", program).stream()
			.map((row) -> seats.getOrDefault(row.text("community"), ""))
			.filter((seat) -> !seat.isEmpty())
			.forEach((seat) -> add(parts, "BODIES null", seat, BigDecimal.ONE));
		return parts;
	}

	private static List<Csv> given(String program) {
		List<String> superseded = Csv.rows("contribution_successions.csv")
			.stream()
			.map((row) -> row.text("supersedes"))
			.toList();
		return of("contributions.csv", program).stream()
			.filter((row) -> Set.of("PAID", "PROVIDED", "DELIVERED").contains(row.text("kind")))
			.filter((row) -> row.text("contributor").matches("NATION:[A-Z]+") && !row.text("amount_millions").isEmpty())
			.filter((row) -> !superseded.contains(row.text("contribution_id")))
			.toList();
	}

	/**
	 * Kind of right, nation and right: of partners, and of contractors seated in them.
	 */
	private static Set<List<String>> rights(String program, Set<String> partners) {
		Map<String, String> seats = column("contractors.csv", "contractor_id", "nation");
		Set<List<String>> rights = new HashSet<>();
		for (Csv row : of("ip_rights.csv", program)) {
			String kind = row.text("ip_class").replaceFirst("^JOINT_", "").replaceFirst("_DERIVED$", "");
			Stream.of(row.text("owner").split(";"))
				.map((owner) -> owner.startsWith("NATION:") ? owner.substring("NATION:".length())
						: seats.getOrDefault(owner.replaceFirst("^CONTRACTOR:", ""), ""))
				.filter(partners::contains)
				.forEach((nation) -> rights.add(List.of(kind + "_RIGHTS null", nation, row.text("ip_id"))));
		}
		return rights;
	}

	private static List<Csv> of(String file, String program) {
		return Csv.rows(file).stream().filter((row) -> row.text("program").equals(program)).toList();
	}

	private static Map<String, String> column(String file, String key, String value) {
		Map<String, String> column = new HashMap<>();
		Csv.rows(file).forEach((row) -> column.put(row.text(key), row.text(value)));
		return column;
	}

	private static void set(Map<String, Map<String, BigDecimal>> parts, String kind, String nation, String percent) {
		if (!percent.isEmpty()) {
			parts.computeIfAbsent(kind, (key) -> new TreeMap<>()).put(nation, plain(new BigDecimal(percent)));
		}
	}

	private static void add(Map<String, Map<String, BigDecimal>> parts, String kind, String nation, BigDecimal amount) {
		parts.computeIfAbsent(kind, (key) -> new TreeMap<>())
			.merge(nation, plain(amount), (one, other) -> plain(one.add(other)));
	}

	private static BigDecimal plain(BigDecimal number) {
		return new BigDecimal(number.stripTrailingZeros().toPlainString());
	}

	private static String id(String program) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(("Program:" + program).getBytes(StandardCharsets.UTF_8));
	}

}
