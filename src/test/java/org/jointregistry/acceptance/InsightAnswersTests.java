package org.jointregistry.acceptance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import java.util.Comparator;
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
	void coalitionsTellWhoHasWhichStandard(DemoClient client) {
		List<String> links = List.of("STANAG 3447", "STANAG 5511");
		Map<String, Set<String>> having = new TreeMap<>();
		Csv.rows("interop.csv")
			.stream()
			.filter((row) -> HAS.contains(row.text("relation")) && links.contains(row.text("standard_id")))
			.forEach((row) -> having.computeIfAbsent(row.text("standard_id"), (key) -> new TreeSet<>())
				.addAll(partners(row.text("program"))));
		Map<String, Set<String>> coalitions = new TreeMap<>();
		Csv.rows("exercise_participants.csv")
			.forEach((row) -> coalitions.computeIfAbsent(row.text("exercise_id"), (key) -> new TreeSet<>())
				.add(row.text("nation")));
		List<String> expected = coalitions.entrySet()
			.stream()
			.filter((coalition) -> coalition.getValue().size() > 1)
			.map((coalition) -> coalition.getKey() + links.stream().map((link) -> {
				Set<String> missing = new TreeSet<>(coalition.getValue());
				missing.removeAll(having.getOrDefault(link, Set.of()));
				return " " + link + missing;
			}).collect(Collectors.joining()))
			.toList();
		Answer answer = this.registry.as(client.id())
			.query("""
					query ($standards: [ID!]!) { coalitions(of: EXERCISE, standards: $standards) {
					  record { ... on Exercise { key fictional } }
					  common standards { standard { key } missingFrom { key } implementedBy { key } } } }""",
					Map.of("standards", links.stream().map((key) -> id("Standard", key)).toList()));
		assertThat(answer.data("/coalitions")
			.valueStream()
			.filter((each) -> !each.at("/record/fictional").asBoolean())
			.map((each) -> each.at("/record/key").asString() + each.path("standards")
				.valueStream()
				.map((standard) -> " " + standard.at("/standard/key").asString()
						+ standard.path("missingFrom")
							.valueStream()
							.map((nation) -> nation.path("key").asString())
							.toList())
				.collect(Collectors.joining())))
			.as(answer.text())
			.isNotEmpty()
			.containsExactlyElementsOf(expected);
		assertThat(answer.data("/coalitions").valueStream())
			.allMatch((each) -> each.path("common").asBoolean() == each.path("standards")
				.valueStream()
				.anyMatch((standard) -> standard.path("missingFrom").isEmpty()));
	}

	@ParameterizedTest
	@EnumSource
	void programsAreAlikeByTechnologyOrByDomainAndPartner(DemoClient client) {
		Map<String, Csv> programs = Csv.rows("programs.csv")
			.stream()
			.collect(Collectors.toMap((row) -> row.text("program_id"), Function.identity()));
		Csv typhoon = programs.get("EFA");
		List<String> expected = programs.values()
			.stream()
			.filter((other) -> other != typhoon && overlap(typhoon, other) && overlap(other, typhoon))
			.map((other) -> alike(typhoon, other))
			.filter((alike) -> !alike.technologies().isEmpty() || (alike.sameDomain() && !alike.partners().isEmpty()))
			.sorted(Comparator.comparingInt((Alike alike) -> -alike.technologies().size())
				.thenComparingInt((alike) -> -alike.partners().size())
				.thenComparing(Alike::key))
			.map(Alike::toString)
			.toList();
		Answer answer = this.registry.as(client.id()).query("""
				{ similarPrograms(program: "%s", limit: 100) { hasMore alike { program { key fictional } sameDomain
				  technologies { key } partners { key } contractors { key } } } }""".formatted(id("Program", "EFA")));
		assertThat(answer.data("/similarPrograms/alike")
			.valueStream()
			.filter((each) -> !each.at("/program/fictional").asBoolean())
			.map((each) -> new Alike(each.at("/program/key").asString(), each.path("sameDomain").asBoolean(),
					keys(each.path("technologies")), keys(each.path("partners")))
				.toString()))
			.as(answer.text())
			.isNotEmpty()
			.containsExactlyElementsOf(expected);
		assertThat(contractors("EFA")).isNotEmpty();
		assertThat(answer.data("/similarPrograms/alike")
			.valueStream()
			.filter((each) -> !each.at("/program/fictional").asBoolean())).allSatisfy((each) -> {
				Set<String> both = contractors("EFA");
				both.retainAll(contractors(each.at("/program/key").asString()));
				assertThat(keys(each.path("contractors"))).isEqualTo(both);
			});
	}

	private static Alike alike(Csv one, Csv other) {
		Set<String> technologies = Csv.rows("technologies.csv")
			.stream()
			.filter((row) -> List.of(row.text("programs").split(";"))
				.containsAll(List.of(one.text("program_id"), other.text("program_id"))))
			.map((row) -> row.text("technology_id"))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> partners = new TreeSet<>(partners(one.text("program_id")));
		partners.retainAll(partners(other.text("program_id")));
		return new Alike(other.text("program_id"), one.text("domain").equals(other.text("domain")), technologies,
				partners);
	}

	private static boolean overlap(Csv one, Csv beforeTheEndOf) {
		String begin = one.text("start_year");
		String end = beforeTheEndOf.text("end_year");
		return begin.isEmpty() || end.isEmpty() || Integer.parseInt(begin) <= Integer.parseInt(end);
	}

	private static Set<String> contractors(String program) {
		return Csv.rows("workshares.csv")
			.stream()
			.filter((row) -> row.text("program").equals(program))
			.map((row) -> row.text("contractor"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> keys(JsonNode nodes) {
		return nodes.valueStream()
			.map((node) -> node.path("key").asString())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Who takes part in a program today, as all see it. */
	private static List<String> partners(String program) {
		String today = LocalDate.now(ZoneOffset.UTC).toString();
		return Csv.rows("participations.csv")
			.stream()
			.filter((row) -> row.text("program").equals(program) && !row.text("role").equals("FORMER_PARTNER"))
			.filter((row) -> row.text("left").isEmpty() || row.text("left").compareTo(today) > 0)
			.filter((row) -> row.text("joined").isEmpty() || row.text("joined").compareTo(today) <= 0)
			.map((row) -> row.text("nation"))
			.toList();
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

	/**
	 * What a program has in common with another.
	 *
	 * @param key of the program
	 * @param sameDomain whether both are of one domain
	 * @param technologies that both use
	 * @param partners that take part in both
	 */
	private record Alike(String key, boolean sameDomain, Set<String> technologies, Set<String> partners) {

	}

}
