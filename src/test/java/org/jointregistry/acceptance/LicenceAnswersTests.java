package org.jointregistry.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * What stops with a licence, what has none, and what depends on a regime, reckoned once
 * more from the files, for viewers who see different parts of them.
 */
@RegistryTest
class LicenceAnswersTests {

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU", "viewer-usa, USA", "viewer-swe, SWE" })
	void transfersStopWithTheirLastLicence(String client, String nation) {
		Files files = new Files(nation);
		Answer answer = this.registry.as(client).query("""
				{ licenceEndings(from: "2020", to: "2040") { endings { licence { key }
				  transfers { transfer { key } stops } technologies { key } programs { key } } } }
				""");
		List<String> lines = new ArrayList<>();
		answer.data("/licenceEndings/endings").values().forEach((ending) -> lines.add(ending.toString()));
		assertThat(lines).as(answer.text()).containsExactlyElementsOf(endings(files)).isNotEmpty();
	}

	private static List<String> endings(Files files) {
		return licences(files).filter((row) -> row.get("state").equals("ISSUED") && !row.get("valid_until").isEmpty())
			.sorted((one, other) -> (one.get("valid_until") + one.get("licence_id"))
				.compareTo(other.get("valid_until") + other.get("licence_id")))
			.map((licence) -> ending(files, licence))
			.toList();
	}

	private static String ending(Files files, Map<String, String> licence) {
		List<String> transfers = new ArrayList<>();
		Set<String> technologies = new TreeSet<>();
		Set<String> programs = new TreeSet<>();
		files.flowing()
			.filter((row) -> Files.several(row.get("licences")).contains(licence.get("licence_id")))
			.forEach((row) -> {
				boolean stops = licences(files).noneMatch((other) -> carriesOn(row, licence, other));
				transfers.add("{\"transfer\":{\"key\":\"%s\"},\"stops\":%s}".formatted(row.get("transfer_id"), stops));
				if (stops) {
					programs.add(row.get("program"));
					files.lineage(row.get("technology_id"), "derived_from", "technology").keySet().forEach((key) -> {
						technologies.add(key);
						programs.addAll(files.programsOf(key));
					});
				}
			});
		return "{\"licence\":{\"key\":\"%s\"},\"transfers\":[%s],\"technologies\":[%s],\"programs\":[%s]}"
			.formatted(licence.get("licence_id"), String.join(",", transfers), keys(technologies), keys(programs));
	}

	private static boolean carriesOn(Map<String, String> transfer, Map<String, String> ending,
			Map<String, String> other) {
		return Files.several(transfer.get("licences")).contains(other.get("licence_id"))
				&& !other.get("licence_id").equals(ending.get("licence_id"))
				&& counts(other, transfer.get("regime"), ending.get("valid_until"));
	}

	private static boolean counts(Map<String, String> licence, String regime, String day) {
		return licence.get("state").equals("ISSUED") && licence.get("regime").equals(regime)
				&& licence.get("valid_from").compareTo(day) <= 0
				&& (licence.get("valid_until").isEmpty() || licence.get("valid_until").compareTo(day) > 0);
	}

	private static Stream<Map<String, String>> licences(Files files) {
		return files.seen("export_licences.csv", "holder").stream();
	}

	private static String keys(Set<String> keys) {
		return String.join(",", keys.stream().map((key) -> "{\"key\":\"" + key + "\"}").toList());
	}

	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU", "viewer-usa, USA", "viewer-swe, SWE" })
	void transferWithoutAValidLicenceIsTold(String client, String nation) {
		Files files = new Files(nation);
		List<String> expected = files.flowing()
			.filter((row) -> !row.get("regime").isEmpty() && needsLicence(row))
			.filter((row) -> licences(files)
				.noneMatch((licence) -> Files.several(row.get("licences")).contains(licence.get("licence_id"))
						&& licence.get("program").equals(row.get("program"))
						&& counts(licence, row.get("regime"), day(row.get("decided")))))
			.map((row) -> row.get("transfer_id"))
			.sorted()
			.toList();
		Answer answer = this.registry.as(client).query("{ unlicensedTransfers { transfers { key } hasMore } }");
		assertThat(answer.all("key")).as(answer.text()).isEqualTo(expected).isNotEmpty();
		assertThat(this.registry.as(client)
			.query("{ unlicensedTransfers(limit: 1) { transfers { key } hasMore } }")
			.data("/unlicensedTransfers/hasMore")
			.asBoolean()).isEqualTo(expected.size() > 1);
	}

	private static boolean needsLicence(Map<String, String> transfer) {
		return Files.rows("control_regimes.csv")
			.stream()
			.noneMatch((regime) -> regime.get("regime_id").equals(transfer.get("regime"))
					&& regime.get("licence_required").equals("N"));
	}

	private static String day(String date) {
		return date.isEmpty() ? Files.TODAY : date + "-01-01".substring(date.length() - 4);
	}

	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU, DEU", "viewer-usa, USA, DEU", "viewer-usa, USA, USA", "viewer-swe, SWE, ITA" })
	void programsDependOnARegimeByWhatCameUnderIt(String client, String nation, String of) {
		Files files = new Files(nation);
		List<String> used = new ArrayList<>();
		List<String> expected = new ArrayList<>();
		for (String program : partOf(files, of)) {
			for (String technology : files.technologies()) {
				if (files.programsOf(technology).contains(program)) {
					used.add(technology);
					expected.addAll(came(files, program, technology));
				}
			}
		}
		Answer answer = this.registry.as(client).query("""
				{ regimeDependence(nation: "%s", regime: "%s") { technologies under dependents {
				  program { key } technology { key } arrivals { technology { key } depth transfer { key } } } } }
				""".formatted(Files.id("Nation", of), Files.id("ControlRegime", "ITAR")));
		assertThat(answer.data("/regimeDependence/technologies").asInt()).as(answer.text())
			.isEqualTo(new TreeSet<>(used).size());
		assertThat(Flat.lines(answer.data("/regimeDependence/dependents")))
			.containsExactlyInAnyOrderElementsOf(expected)
			.isNotEmpty();
		assertThat(answer.data("/regimeDependence/under").asLong())
			.isEqualTo(expected.stream().map((line) -> line.split("\\|")[2]).distinct().count());
	}

	private static Set<String> partOf(Files files, String nation) {
		Set<String> programs = new TreeSet<>();
		files.seen("participations.csv")
			.stream()
			.filter((row) -> row.get("nation").equals(nation) && Files.takesPart(row))
			.filter((row) -> files.seesProgram(row.get("program")))
			.forEach((row) -> programs.add(row.get("program")));
		return programs;
	}

	private static List<String> came(Files files, String program, String technology) {
		List<String> came = new ArrayList<>();
		files.lineage(technology, "technology", "derived_from")
			.forEach((inside, depth) -> files.flowing()
				.filter((row) -> row.get("program").equals(program) && row.get("regime").equals("ITAR")
						&& row.get("technology_id").equals(inside))
				.forEach((row) -> came
					.add("|%s|%s|%s|%d|%s".formatted(program, technology, inside, depth, row.get("transfer_id")))));
		return came;
	}

}
