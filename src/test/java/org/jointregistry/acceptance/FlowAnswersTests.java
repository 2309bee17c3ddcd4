package org.jointregistry.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where technology may go and by whose leave, reckoned once more from the files, for
 * viewers who see different parts of them.
 */
@RegistryTest
class FlowAnswersTests {

	@Autowired
	private RegistryClient registry;

	/** To Switzerland, which is a partner in no program. */
	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU", "viewer-usa, USA", "viewer-swe, SWE" })
	void consentIsNeededOfHoldersAndRegimes(String client, String nation) {
		Files files = new Files(nation);
		int grounds = 0;
		for (String technology : files.technologies()) {
			for (String program : files.programsOf(technology)) {
				Answer answer = this.registry.as(client)
					.query("""
							{ consentNeed(technology: "%s", program: "%s", from: "%s", to: "%s") {
							  nations { nation { key } grounds { kind technology { key } depth } } } }
							""".formatted(Files.id("Technology", technology), Files.id("Program", program),
							Files.id("Nation", "DEU"), Files.id("Nation", "CHE")));
				List<String> expected = needed(files, technology, program);
				grounds += expected.size();
				assertThat(Flat.lines(answer.data())).as(technology + " of " + program + answer.errors())
					.containsExactlyInAnyOrderElementsOf(expected);
			}
		}
		assertThat(grounds).isGreaterThan(20);
	}

	private static List<String> needed(Files files, String technology, String program) {
		List<String> needed = new ArrayList<>();
		files.lineage(technology, "technology", "derived_from").forEach((inside, depth) -> {
			rights(files, inside).forEach((nation) -> needed.add("|%s|RIGHT|%s|%d".formatted(nation, inside, depth)));
			files.flowing()
				.filter((row) -> row.get("program").equals(program))
				.filter((row) -> row.get("technology_id").equals(inside))
				.flatMap((row) -> Files.rows("control_regimes.csv")
					.stream()
					.filter((regime) -> regime.get("regime_id").equals(row.get("regime"))))
				.filter((regime) -> regime.get("consent_required").equals("Y") && !regime.get("nation").isEmpty())
				.forEach((regime) -> needed.add("|%s|CAME_UNDER|%s|%d".formatted(regime.get("nation"), inside, depth)));
		});
		return needed;
	}

	/** The nations of those whose rights in a technology ask for consent. */
	private static Stream<String> rights(Files files, String technology) {
		return files.seen("ip_rights.csv", "owner")
			.stream()
			.filter((row) -> row.get("technology_id").equals(technology))
			.filter((row) -> Set.of("", "OWNS").contains(row.get("grant"))
					|| (row.get("grant").equals("MAY_SUBLICENSE") && !row.get("restrictions").isEmpty()))
			.filter((row) -> Files.holds(row.get("since"), ""))
			.flatMap((row) -> Files.several(row.get("owner")).stream())
			.flatMap(FlowAnswersTests::nationOf);
	}

	private static Stream<String> nationOf(String party) {
		String key = party.substring(party.indexOf(':') + 1);
		return party.startsWith("NATION:") ? Stream.of(key)
				: Files.rows("contractors.csv")
					.stream()
					.filter((row) -> party.startsWith("CONTRACTOR:") && row.get("contractor_id").equals(key))
					.map((row) -> row.get("nation"))
					.filter((nation) -> !nation.isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU", "viewer-usa, USA", "viewer-swe, SWE" })
	void technologyGoesWhereAllThatIsInsideMayGo(String client, String nation) {
		Files files = new Files(nation);
		for (String technology : files.technologies()) {
			Answer answer = this.registry.as(client).query("""
					{ technologyLineage(technology: "%s") { unrestricted inside { technology { key } depth }
					  releasability { party { key } releasable excludedBy { key } } } }
					""".formatted(Files.id("Technology", technology)));
			Map<String, Integer> inside = files.lineage(technology, "technology", "derived_from");
			Map<String, Set<String>> restricted = new TreeMap<>();
			inside.keySet().forEach((part) -> admitted(files, part, restricted));
			assertThat(answer.data("/technologyLineage/unrestricted").asBoolean()).as(technology)
				.isEqualTo(restricted.isEmpty());
			assertThat(Flat.lines(answer.data("/technologyLineage/inside"))).as(technology)
				.containsExactlyElementsOf(
						inside.entrySet().stream().map((part) -> "|" + part.getKey() + "|" + part.getValue()).toList());
			assertThat(Flat.lines(answer.data("/technologyLineage/releasability"))).as(technology + answer.errors())
				.containsExactlyInAnyOrderElementsOf(excluded(restricted));
		}
	}

	/** Those whom a part that is not public may go to. */
	private static void admitted(Files files, String part, Map<String, Set<String>> restricted) {
		Map<String, String> row = Files.rows("technologies.csv")
			.stream()
			.filter((technology) -> technology.get("technology_id").equals(part))
			.findFirst()
			.orElseThrow();
		if (row.get("marking").isEmpty()) {
			return;
		}
		Set<String> parties = new TreeSet<>();
		Stream.of(row.get("originator")).filter((code) -> !code.isEmpty()).forEach(parties::add);
		Files.several(row.get("releasable_to")).forEach((released) -> {
			String key = released.substring(released.indexOf(':') + 1);
			parties.add(key);
			Files.rows("memberships.csv")
				.stream()
				.filter((member) -> released.equals("COMMUNITY:" + member.get("community_id"))
						&& Files.isMember(member))
				.forEach((member) -> parties.add(member.get("nation")));
		});
		if (row.get("marking").equals("PARTNERS")) {
			files.seen("participations.csv")
				.stream()
				.filter((taking) -> files.programsOf(part).contains(taking.get("program")) && Files.takesPart(taking))
				.forEach((taking) -> parties.add(taking.get("nation")));
		}
		restricted.put(part, parties);
	}

	private static List<String> excluded(Map<String, Set<String>> restricted) {
		Set<String> candidates = new TreeSet<>();
		restricted.values().forEach(candidates::addAll);
		List<String> lines = new ArrayList<>();
		for (String party : candidates) {
			List<String> by = restricted.keySet()
				.stream()
				.filter((part) -> !restricted.get(part).contains(party))
				.toList();
			by.forEach((part) -> lines.add("|" + party + "|false|" + part));
		}
		return lines;
	}

}
