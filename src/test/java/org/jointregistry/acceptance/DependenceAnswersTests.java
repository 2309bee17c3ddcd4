package org.jointregistry.acceptance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What depends on whom, reckoned once more from the files, for viewers who see different
 * parts of them.
 */
@RegistryTest
class DependenceAnswersTests {

	private static final Set<String> OVER = Set.of("COMPLETED", "TERMINATED", "ABANDONED");

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU, LEONARDO", "viewer-usa, USA, LEONARDO", "viewer-swe, SWE, MBDA",
			"viewer-usa, USA, MBDA", "viewer-deu, DEU, ADSDE" })
	void contractorTakesItsWorkContractsRightsAndPartsAlong(String client, String nation, String contractor) {
		Files files = new Files(nation);
		Set<String> near = ofContractor(files, contractor);
		Set<String> far = new TreeSet<>();
		near.forEach((record) -> far.addAll(beyond(files, record)));
		assertLost(client, Files.id("Contractor", contractor), near, far);
	}

	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU, ITA", "viewer-usa, USA, ITA", "viewer-swe, SWE, SWE", "viewer-usa, USA, USA" })
	void nationTakesItsContractorsProgramsAndRightsAlong(String client, String nation, String lost) {
		Files files = new Files(nation);
		Set<String> near = new TreeSet<>(rights(files, "NATION:" + lost));
		files.seen("contractors.csv")
			.stream()
			.filter((row) -> row.get("nation").equals(lost))
			.forEach((row) -> near.add("Contractor:" + row.get("contractor_id")));
		files.seen("participations.csv")
			.stream()
			.filter((row) -> row.get("nation").equals(lost) && Files.takesPart(row))
			.filter((row) -> files.seesProgram(row.get("program")))
			.forEach((row) -> near.add("Program:" + row.get("program")));
		Set<String> far = new TreeSet<>();
		near.forEach((record) -> far.addAll(beyond(files, record)));
		assertLost(client, Files.id("Nation", lost), near, far);
	}

	private void assertLost(String client, String party, Set<String> near, Set<String> far) {
		Answer answer = this.registry.as(client)
			.query("""
					{ lossOf(party: "%s", limit: 1000) { recordCount records { record { __typename key } steps through { key } } } }
					"""
				.formatted(party));
		List<String> told = new ArrayList<>();
		answer.data("/lossOf/records")
			.values()
			.forEach((lost) -> told
				.add(lost.at("/record/__typename").asString() + ":" + lost.at("/record/key").asString() + "|"
						+ lost.path("steps").asInt() + "|" + lost.path("through").isNull()));
		far.removeAll(near);
		List<String> expected = Stream
			.concat(near.stream().map((record) -> record + "|1|true"),
					far.stream().map((record) -> record + "|2|false"))
			.toList();
		assertThat(told).as(answer.errors().toString())
			.containsExactlyInAnyOrderElementsOf(expected)
			.hasSizeGreaterThan(3);
		assertThat(answer.data("/lossOf/recordCount").asInt()).isEqualTo(told.size());
	}

	private static Set<String> ofContractor(Files files, String contractor) {
		Set<String> lost = new TreeSet<>(rights(files, "CONTRACTOR:" + contractor));
		files.seen("workshares.csv")
			.stream()
			.filter((row) -> row.get("contractor").equals(contractor))
			.filter((row) -> Files.holds(row.get("since"), row.get("until")))
			.forEach((row) -> lost.add("WorkShare:" + row.get("program") + "/" + row.get("contractor")));
		files.seen("contracts.csv", "authority")
			.stream()
			.filter((row) -> row.get("contractor").equals(contractor) && !OVER.contains(row.get("state")))
			.filter((row) -> Files.holds("", row.get("until")))
			.forEach((row) -> lost.add("Contract:" + row.get("contract_id")));
		files.seen("contractors.csv")
			.stream()
			.filter((row) -> row.get("parent_id").equals(contractor))
			.forEach((row) -> lost.add("Contractor:" + row.get("contractor_id")));
		return lost;
	}

	private static Set<String> rights(Files files, String owner) {
		Set<String> rights = new TreeSet<>();
		files.seen("ip_rights.csv", "owner")
			.stream()
			.filter((row) -> Files.several(row.get("owner")).contains(owner) && Files.holds(row.get("since"), ""))
			.map((row) -> row.get("technology_id").isEmpty() ? row.get("ip_id") : row.get("technology_id"))
			.filter((technology) -> technology.startsWith("IP") || files.seesTechnology(technology))
			.forEach((technology) -> rights.add("Technology:" + technology));
		return rights;
	}

	private static Set<String> beyond(Files files, String record) {
		String key = record.substring(record.indexOf(':') + 1);
		Set<String> lost = new TreeSet<>();
		switch (record.substring(0, record.indexOf(':'))) {
			case "Contractor" -> lost.addAll(ofContractor(files, key));
			case "WorkShare" -> lost.add("Program:" + key.substring(0, key.indexOf('/')));
			case "Contract" -> Files.rows("contracts.csv")
				.stream()
				.filter((row) -> row.get("contract_id").equals(key))
				.forEach((row) -> lost.add("Program:" + row.get("program")));
			case "Technology" -> {
				files.programsOf(key).forEach((program) -> lost.add("Program:" + program));
				files.lineage(key, "derived_from", "technology").forEach((derived, depth) -> {
					if (depth == 1) {
						lost.add("Technology:" + derived);
					}
				});
			}
			default -> {
				// A program takes nothing along
			}
		}
		lost.removeIf((each) -> each.startsWith("Program:") && !files.seesProgram(each.substring(8)));
		return lost;
	}

	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU", "viewer-usa, USA", "viewer-swe, SWE" })
	void componentOfOneNationsContractorsIsSuppliedByItAlone(String client, String nation) {
		Files files = new Files(nation);
		List<String> programs = Files.rows("workshares.csv")
			.stream()
			.map((row) -> row.get("program"))
			.filter(files::seesProgram)
			.distinct()
			.limit(50)
			.toList();
		Map<String, Set<String>> suppliers = new TreeMap<>();
		files.seen("workshares.csv")
			.stream()
			.filter((row) -> programs.contains(row.get("program")) && !row.get("component").isEmpty())
			.filter((row) -> Files.holds(row.get("since"), row.get("until")))
			.forEach((row) -> suppliers
				.computeIfAbsent("|" + row.get("program") + "|" + row.get("component"), (key) -> new HashSet<>())
				.add(files.seat(row.get("contractor"))));
		List<String> expected = suppliers.entrySet()
			.stream()
			.filter((component) -> component.getValue().size() == 1 && !component.getValue().contains(""))
			.map((component) -> component.getKey() + "|" + component.getValue().iterator().next())
			.toList();
		Answer answer = this.registry.as(client)
			.query("query ($programs: [ID!]!) { soleSupplies(programs: $programs) {"
					+ " supplies { program { key } component nation { key } } undecided } }",
					Map.of("programs", programs.stream().map((key) -> Files.id("Program", key)).toList()));
		assertThat(Flat.lines(answer.data("/soleSupplies/supplies"))).as(answer.errors().toString())
			.containsExactlyInAnyOrderElementsOf(expected)
			.hasSizeGreaterThan(20);
		assertThat(answer.data("/soleSupplies/undecided").asLong())
			.isEqualTo(suppliers.values().stream().filter((nations) -> nations.contains("")).count());
	}

	/** The share of one owner is not for the United States. */
	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU, MBDA", "viewer-deu, DEU, FX-NORDRADAR", "viewer-usa, USA, FX-NORDRADAR",
			"viewer-swe, SWE, FX-NORDRADAR", "viewer-swe, SWE, EUROJET", "viewer-usa, USA, EFGMBH",
			"viewer-usa, USA, MBDAUK" })
	void sharesAreMultipliedAlongEachWayUp(String client, String nation, String contractor) {
		Files files = new Files(nation);
		List<String> expected = new ArrayList<>();
		follow(files, List.of(contractor), BigDecimal.ONE, expected);
		Answer answer = this.registry.as(client).query("""
				{ ownershipChains(contractor: "%s") { chains { owners { key } share nation { key } foreign } } }
				""".formatted(Files.id("Contractor", contractor)));
		List<String> told = new ArrayList<>();
		answer.data("/ownershipChains/chains")
			.values()
			.forEach((chain) -> told.add(String.join(">",
					chain.path("owners").findValues("key").stream().map((key) -> key.asString()).toList()) + "|"
					+ chain.path("share").asString("null") + "|" + chain.at("/nation/key").asString("") + "|"
					+ chain.path("foreign").asString("null")));
		assertThat(told).as(answer.text()).containsExactlyInAnyOrderElementsOf(expected);
	}

	private static void follow(Files files, List<String> way, @Nullable BigDecimal part, List<String> chains) {
		List<Map<String, String>> owners = files.seen("ownerships.csv")
			.stream()
			.filter((row) -> row.get("entity_id").equals(way.getLast()))
			.toList();
		owners.forEach((row) -> {
			List<String> further = new ArrayList<>(way);
			further.add(row.get("owner_id").isEmpty() ? "NAMED:" + row.get("owner_name") : row.get("owner_id"));
			boolean seen = row.get("figures_marking").isEmpty()
					|| files.sees(Map.of("marking", row.get("figures_marking"), "originator", row.get("originator"),
							"releasable_to", ""), List.of(), List.of());
			boolean known = part != null && seen && !row.get("pct").isEmpty();
			follow(files, further, known ? part.multiply(new BigDecimal(row.get("pct"))).movePointLeft(2) : null,
					chains);
		});
		if (owners.isEmpty() && way.size() > 1) {
			String home = files.seat(way.getFirst());
			String abroad = files.seat(way.getLast());
			chains.add(String.join(">", way.subList(1, way.size())) + "|" + ((part != null)
					? part.movePointRight(2).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
					: "null") + "|" + abroad + "|"
					+ ((home.isEmpty() || abroad.isEmpty()) ? "null" : String.valueOf(!home.equals(abroad))));
		}
	}

}
