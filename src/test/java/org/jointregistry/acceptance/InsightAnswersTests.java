package org.jointregistry.acceptance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.embedded.DemoClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The three headline questions over the curated data, which every client may ask,
 * reckoned once more from the files.
 */
@RegistryTest
class InsightAnswersTests {

	private static final Set<String> HAS = Set.of("IMPLEMENTS", "BASED_ON", "CERTIFICATION_BASIS", "DEFINES");

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@EnumSource
	void costSharingAddsUpWhatEachPartyGave(DemoClient client) {
		List<Csv> entries = Csv.rows("contributions.csv").stream().filter(InsightAnswersTests::isOfOneParty).toList();
		StringBuilder document = new StringBuilder("{ ");
		entries.stream().map((entry) -> entry.text("program")).distinct().forEach((program) -> document.append("""
				%s: costSharing(program: "%s") { program { key } parties { party { key } money {
				  currency pledged paid entries } } }
				""".formatted(program, id("Program", program))));
		Answer answer = this.registry.as(client.id()).query(document + "}");
		assertThat(positions(answer)).as(answer.errors().toString()).containsExactlyInAnyOrderElementsOf(sums(entries));
	}

	/** Each program's answer by itself, for they stand side by side and not in a list. */
	private static List<String> positions(Answer answer) {
		return answer.data().values().stream().flatMap((program) -> Flat.lines(program).stream()).toList();
	}

	/** Entries that others take the place of count in no sum. */
	private static boolean isOfOneParty(Csv entry) {
		boolean standing = Csv.rows("contribution_successions.csv")
			.stream()
			.noneMatch((succession) -> succession.text("supersedes").equals(entry.text("contribution_id")));
		return standing && !entry.text("program").contains(";") && !entry.text("contributor").contains(";");
	}

	private static List<String> sums(List<Csv> entries) {
		Function<Csv, String> position = (entry) -> "|" + entry.text("program") + "|"
				+ entry.text("contributor").replaceFirst("^[A-Z]+:", "") + "|" + orNull(entry.text("currency"));
		Map<String, List<Csv>> positions = entries.stream().collect(Collectors.groupingBy(position));
		return positions.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "|" + sum(entry.getValue(), "PLEDGED") + "|"
					+ sum(entry.getValue(), "PAID") + "|" + entry.getValue().size())
			.toList();
	}

	private static String sum(List<Csv> entries, String kind) {
		return entries.stream()
			.filter((entry) -> entry.text("kind").equals(kind) && !entry.text("amount_millions").isEmpty())
			.map((entry) -> new BigDecimal(entry.text("amount_millions")).movePointRight(6))
			.reduce(BigDecimal::add)
			.map((sum) -> sum.stripTrailingZeros().toPlainString())
			.orElse("null");
	}

	@ParameterizedTest
	@EnumSource
	void interoperabilityTellsWhoHasWhichStandard(DemoClient client) {
		List<Csv> rows = Csv.rows("interop.csv");
		Set<String> programs = rows.stream().map((row) -> row.text("program")).collect(Collectors.toSet());
		Map<String, Set<String>> standards = new TreeMap<>();
		rows.stream()
			.filter((row) -> HAS.contains(row.text("relation")))
			.forEach((row) -> standards.computeIfAbsent(row.text("standard_id"), (key) -> new TreeSet<>())
				.add(row.text("program")));
		List<String> expected = standards.entrySet()
			.stream()
			.flatMap((standard) -> standard.getValue()
				.stream()
				.map((program) -> "|" + standard.getKey() + "|" + standard.getValue().equals(programs) + "|" + program))
			.toList();
		Answer answer = this.registry.as(client.id())
			.query("""
					query ($among: InteroperabilitySet!) { interoperability(among: $among) { standards {
					  standard { key } shared implementedBy { key } } } }""",
					Map.of("among", Map.of("programs", programs.stream().map((key) -> id("Program", key)).toList())));
		assertThat(Flat.lines(answer.data())).containsExactlyElementsOf(expected);
	}

	@ParameterizedTest
	@EnumSource
	void technologyFlowsByEachTransfer(DemoClient client) {
		List<String> transfers = Csv.rows("transfers.csv")
			.stream()
			.filter((row) -> List.of(row.text("from_party").split(";")).contains("NATION:USA")
					&& List.of(row.text("to_party").split(";")).contains("NATION:GBR"))
			.map((row) -> row.text("transfer_id"))
			.toList();
		Answer answer = this.registry.as(client.id())
			.query("""
					{ technologyFlow(from: "%s", to: "%s", maxHops: 2) { paths { steps { to { key } } } } }"""
				.formatted(id("Nation", "USA"), id("Nation", "GBR")));
		assertThat(transfers).isNotEmpty();
		assertThat(answer.all("key")).containsSubsequence(transfers)
			.hasSize(2 * transfers.size())
			.containsOnlyOnceElementsOf(transfers);
	}

	private static String orNull(String text) {
		return text.isEmpty() ? "null" : text;
	}

	private static String id(String type, String key) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((type + ":" + key).getBytes(StandardCharsets.UTF_8));
	}

}
