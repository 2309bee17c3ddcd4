package org.jointregistry.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every row of every curated file is reached through the API as a record or an edge, with
 * its source, how far that is trusted and whether it was compared.
 */
@RegistryTest
class CuratedSourcesTests {

	/** Of the files that were collected from the public record. */
	private static final int COLLECTED_ROWS = 2302;

	/** Files that say more of such rows, as the registry asks for it. */
	private static final Set<String> ADDED = Set.of("contracts.csv", "contribution_successions.csv",
			"control_regimes.csv", "cost_share_applications.csv", "funding_stakes.csv", "restricted_list_entries.csv",
			"stage_correspondences.csv");

	/** Relationships without facts have no source of their own. */
	private static final Set<String> WITHOUT_FACTS = Set.of("contribution_successions.csv",
			"cost_share_applications.csv");

	/** Lists of records, and the columns of their keys where these have a key. */
	private static final Map<String, String> RECORDS = Map.ofEntries(Map.entry("nations", "nations.csv iso3"),
			Map.entry("communities", "communities.csv community_id"),
			Map.entry("agreements", "agreements.csv agreement_id"), Map.entry("programs", "programs.csv program_id"),
			Map.entry("fundingMechanisms", "funding_mechanisms.csv mechanism_id"),
			Map.entry("governanceBodies", "governance.csv body_id"),
			Map.entry("contributions", "contributions.csv contribution_id"),
			Map.entry("innovationHubs", "hubs.csv hub_id"),
			Map.entry("institutions", "institutions.csv institution_id"),
			Map.entry("contracts", "contracts.csv contract_id"), Map.entry("decisions", "decisions.csv decision_id"),
			Map.entry("disputes", "disputes.csv dispute_id"), Map.entry("obligations", "obligations.csv obligation_id"),
			Map.entry("controlRegimes", "control_regimes.csv regime_id"),
			Map.entry("transfers", "transfers.csv transfer_id"),
			Map.entry("restrictedListEntries", "restricted_list_entries.csv entry_id"),
			Map.entry("standards", "standards.csv standard_id"), Map.entry("exercises", "exercises.csv exercise_id"),
			Map.entry("evaluations", "evaluations.csv evaluation_id"));

	/** Lists, relations with facts, and the columns of both ends. */
	private static final List<String> EDGES = List.of("communities members memberships.csv community_id nation",
			"lifecycleStages correspondsTo stage_correspondences.csv stage corresponds_to",
			"agreements parties agreement_parties.csv agreement_id nation",
			"programs participants participations.csv program nation",
			"costShareKeys shares cost_share_keys.csv key_id nation",
			"contractors owners ownerships.csv entity_id owner_id/owner_name",
			"fundingMechanisms partners funding_stakes.csv mechanism_id party:",
			"technologies rightHolders ip_rights.csv technology_id/ip_id owner:",
			"programs standards interop.csv program standard_id",
			"exercises participants exercise_participants.csv exercise_id nation");

	private static final String[] TOLD = { "source", "confidence^", "checked^" };

	private static final String SELECTION = " source confidence checked";

	@Autowired
	private RegistryClient registry;

	static List<Question> questions() {
		List<Question> questions = new ArrayList<>();
		RECORDS.forEach((list, format) -> {
			String[] parts = format.split(" ");
			questions.add(Question.list(list, "key" + SELECTION, parts[0], told(parts[1])));
		});
		questions.add(among("contractors", "NAMED:", "contractors.csv", "contractor_id"));
		questions.add(among("technologies", "IP", "technologies.csv", "technology_id"));
		questions.add(Question.list("lifecycleStages", "scheme sequence" + SELECTION, "lifecycle_stages.csv",
				told("scheme", "seq")));
		questions.add(Question.list("protectiveMarkings", "scheme level" + SELECTION, "markings.csv",
				told("scheme", "level")));
		questions.add(Question.list("workShares", "program { key } contractor { key }" + SELECTION, "workshares.csv",
				told("program", "contractor")));
		EDGES.forEach((edge) -> {
			String[] parts = edge.split(" ");
			questions.add(Question.edges(parts[0], parts[1], SELECTION, parts[2], parts[3], TOLD[0], TOLD[1], TOLD[2],
					parts[4]));
		});
		return questions;
	}

	/** Records that other files imply by name are not asked for. */
	private static Question among(String list, String implied, String file, String key) {
		return new Question(list,
				"{ %s(first: 500, where: {fictional: {eq: false}, not: {key: {startsWith: \"%s\"}}}) { nodes { key%s } } }"
					.formatted(list, implied, SELECTION),
				Csv.lines(file, told(key)));
	}

	private static String[] told(String... keys) {
		return Stream.concat(Stream.of(keys), Stream.of(TOLD)).toArray(String[]::new);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("questions")
	void everyRowIsReachedWithItsSource(Question question) {
		assertThat(question.lines()).isNotEmpty()
			.allMatch((line) -> line.matches("(?s).+\\|(HIGH|MEDIUM)\\|(SEEN|RECALLED)(\\|[^|]+)?"));
		Answer answer = this.registry.as("viewer-deu").query(question.document());
		assertThat(Flat.lines(answer.data())).as(answer.errors().toString())
			.containsExactlyInAnyOrderElementsOf(question.lines());
	}

	@Test
	void everyFileIsAskedFor() throws IOException {
		Set<String> asked = Stream.concat(
				Stream.concat(RECORDS.values().stream(), EDGES.stream())
					.flatMap((format) -> Stream.of(format.split(" "))),
				Stream.of("contractors.csv", "technologies.csv", "lifecycle_stages.csv", "markings.csv",
						"workshares.csv"))
			.filter((word) -> word.endsWith(".csv"))
			.collect(Collectors.toSet());
		asked.addAll(WITHOUT_FACTS);
		assertThat(files()).isEqualTo(asked);
	}

	@Test
	void allThatWasCollectedIsThere() throws IOException {
		Set<String> collected = files();
		collected.removeAll(ADDED);
		assertThat(collected).hasSize(29);
		assertThat(collected.stream().mapToInt((file) -> Csv.rows(file).size()).sum()).isEqualTo(COLLECTED_ROWS);
	}

	/** Rows with a key of their own each are neither rejected nor merged. */
	@Test
	void everyRowOfEveryFileIsLoaded() throws IOException {
		Answer answer = this.registry.as("registrar").query("""
				{ importFiles(first: 500, where: {set: {eq: "curated"}}) { nodes { name rows loaded rejected } } }""");
		assertThat(Flat.lines(answer.data())).as(answer.errors().toString())
			.containsExactlyInAnyOrderElementsOf(
					files().stream().map((file) -> "|%s|%2$d|%2$d|0".formatted(file, Csv.rows(file).size())).toList());
	}

	private static Set<String> files() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/data/curated"))) {
			return files.map((file) -> file.getFileName().toString()).collect(Collectors.toSet());
		}
	}

}
