package org.jointregistry.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What waits for whom, reckoned once more from the files, for viewers who see different
 * parts of them.
 */
@RegistryTest
class PendingAnswersTests {

	private static final Set<String> OWED = Set.of("BREACHED", "IN_PROGRESS", "STANDING");

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU, 2027-01-15, 7", "viewer-deu, DEU, 2026-12-31, 4", "viewer-ita, ITA, 2027-01-01, 4",
			"viewer-usa, USA, 2027-01-15, 2", "viewer-swe, SWE, 2031-01-01, 4" })
	void whatIsNotDoneWaits(String client, String nation, String on, int atLeast) {
		Files files = new Files(nation);
		List<String> expected = Stream
			.of(votes(files), consents(files), obligations(files, on), offsets(files, on), milestones(files, on))
			.flatMap(List::stream)
			.toList();
		Answer answer = this.registry.as(client).query("""
				{ pendingActions(on: "%s", limit: 500) { actions { kind record { key } awaited { key } since due } } }
				""".formatted(on));
		List<String> told = answer.data("/pendingActions/actions")
			.valueStream()
			.map((action) -> action.path("kind").asString() + "|" + action.at("/record/key").asString() + "|"
					+ action.path("due").asString(action.path("since").asString("")) + "|"
					+ action.path("awaited")
						.valueStream()
						.map((party) -> party.path("key").asString())
						.sorted()
						.toList())
			.toList();
		assertThat(told).as(answer.text())
			.containsExactlyInAnyOrderElementsOf(expected)
			.hasSizeGreaterThanOrEqualTo(atLeast);
	}

	private static String line(String kind, String key, String day, Stream<String> awaited) {
		return kind + "|" + key + "|" + day + "|" + awaited.sorted().toList();
	}

	/** Whether all of a year, a month or a day is before a day. */
	private static boolean isOver(String date, String on) {
		return !date.isEmpty() && date.compareTo(on.substring(0, date.length())) < 0;
	}

	private static boolean sees(Files files, Map<String, String> row, Stream<String> nations) {
		return files.sees(row, Files.several(row.get("program")), nations.map((nation) -> "NATION:" + nation).toList());
	}

	private static List<String> votes(Files files) {
		return Files.rows("decisions.csv")
			.stream()
			.filter((row) -> row.get("outcome").equals("PROPOSED") && !row.get("awaits").isEmpty())
			.filter((row) -> sees(files, row,
					Stream.concat(Files.several(row.get("awaits")).stream(),
							Files.rows("votes.csv")
								.stream()
								.filter((vote) -> vote.get("decision_id").equals(row.get("decision_id")))
								.map((vote) -> vote.get("nation")))))
			.map((row) -> line("VOTE", row.get("decision_id"), row.get("proposed"),
					Files.several(row.get("awaits")).stream()))
			.toList();
	}

	private static List<String> consents(Files files) {
		List<Map<String, String>> decisions = Files.rows("consent_decisions.csv")
			.stream()
			.filter((row) -> sees(files, row, Stream.of(row.get("nation"))))
			.toList();
		Set<String> revoked = decisions.stream().map((row) -> row.get("revokes")).collect(Collectors.toSet());
		List<String> waiting = new ArrayList<>();
		for (Map<String, String> row : Files.rows("consent_requests.csv")) {
			Set<String> asked = new TreeSet<>(Files.several(row.get("nations")));
			boolean sees = sees(files, row, Stream.concat(asked.stream(), Stream.of(row.get("asked_by").substring(7))));
			decisions.stream()
				.filter((decision) -> decision.get("request_id").equals(row.get("request_id")))
				.filter((decision) -> !decision.get("kind").equals("REVOKED"))
				.filter((decision) -> !revoked.contains(decision.get("decision_id")))
				.forEach((decision) -> asked.remove(decision.get("nation")));
			if (sees && !asked.isEmpty()) {
				waiting.add(line("CONSENT", row.get("request_id"), row.get("asked"), asked.stream()));
			}
		}
		return waiting;
	}

	private static List<String> obligations(Files files, String on) {
		return files.seen("obligations.csv", "obligor", "beneficiary")
			.stream()
			.filter((row) -> OWED.contains(row.get("status")) && row.get("due").matches("[0-9-]+"))
			.filter((row) -> isOver(row.get("due"), on))
			.map((row) -> line("OBLIGATION", row.get("obligation_id"), row.get("due"),
					Files.several(row.get("obligor")).stream().map((party) -> party.substring(party.indexOf(':') + 1))))
			.toList();
	}

	private static List<String> offsets(Files files, String on) {
		return Files.rows("offsets.csv")
			.stream()
			.filter((row) -> sees(files, row, Stream.of(row.get("nation"))))
			.filter((row) -> row.get("released").isEmpty() && isOver(row.get("due"), on))
			.filter((row) -> row.get("fulfilled_millions").isEmpty() || Double
				.parseDouble(row.get("fulfilled_millions")) < Double.parseDouble(row.get("value_millions")))
			.map((row) -> line("OFFSET", row.get("offset_id"), row.get("due"),
					files.seen("contractors.csv")
						.stream()
						.map((contractor) -> contractor.get("contractor_id"))
						.filter(row.get("contractor")::equals)))
			.toList();
	}

	private static List<String> milestones(Files files, String on) {
		return files.seen("milestones.csv")
			.stream()
			.filter((row) -> row.get("actual").isEmpty() && isOver(row.get("baseline"), on))
			.map((row) -> line("MILESTONE", row.get("milestone_id"), row.get("baseline"),
					Files.rows("work_packages.csv")
						.stream()
						.filter((part) -> part.get("package_id").equals(row.get("work_package")))
						.filter((part) -> sees(files, part, Stream.of(part.get("lead_nation"))))
						.flatMap((part) -> Stream.of(part.get("lead_nation"), part.get("lead_contractor")))
						.filter((party) -> !party.isEmpty())))
			.toList();
	}

}
