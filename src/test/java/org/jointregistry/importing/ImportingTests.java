package org.jointregistry.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jointregistry.RegistryTest;
import org.jointregistry.graph.Gate;
import org.jointregistry.recording.ReleaseGrounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A file is imported whole or not at all, and once.
 */
@RegistryTest
class ImportingTests {

	private static final String SET = "odd";

	@Autowired
	private Driver driver;

	@Autowired
	private SchemaMap schema;

	@Autowired
	private ReleaseGrounds grounds;

	@Autowired
	private Importing importing;

	@AfterEach
	void takeOutWhatTheTestsWrote() {
		run("""
				MATCH (n:Program|Agreement|Contribution|PartyRole|Technology|Contractor|InnovationHub|WorkPackage) WHERE n.key STARTS WITH 'ODD'
				DETACH DELETE n""");
		run("MATCH (f:ImportFile {set: 'odd'}) OPTIONAL MATCH (f)<-[:FOUND_IN]-(n) DETACH DELETE f, n");
	}

	@Test
	void theRestOfAFileIsLoadedAndTheReportStays() {
		ImportSource file = CsvFiles.file("programs.csv",
				program("ODD1", "cost_amount_millions", "0", "cost_currency", "EUR"),
				program("ODD2", "cost_amount_millions", "0.5", "cost_currency", "EUR"),
				program("ODD3", "parent_program", "NOWHERE"), program("ODD4", "parent_program", "ODD3"),
				program("ODD5", "parent_program", "ODD6"), program("ODD6", "parent_program", "ODD5"));
		ImportReport report = this.importing.load(SET, List.of(file)).getFirst();
		assertThat(report).isEqualTo(new ImportReport(SET, "programs.csv", 6, 3, 3, 0, false));
		assertThat(keys()).containsExactly("ODD2", "ODD5", "ODD6");
		assertThat(run("MATCH (p:Program {key: 'ODD2'}) RETURN p.costAmount")).extracting(Value::asLong)
			.containsExactly(5_000_000_000L);
		assertThat(run("""
				MATCH (n:ImportFinding)-[:FOUND_IN]->(f:ImportFile {set: 'odd', name: 'programs.csv', rejected: 3})
				RETURN n.line + ' ' + n.column + ' ' + n.code AS finding ORDER BY finding"""))
			.extracting(Value::asString)
			.containsExactly("2 cost_amount_millions OUT_OF_RANGE", "4 parent_program UNKNOWN_REFERENCE",
					"5 parent_program UNKNOWN_REFERENCE");
	}

	@Test
	void organizationsOfAllTypesShareTheirKeys() {
		ImportSource contractors = CsvFiles.file("contractors.csv",
				CsvFiles.row("contractors.csv", Map.of("contractor_id", "ODD1")));
		ImportSource hubs = CsvFiles.file("hubs.csv", CsvFiles.row("hubs.csv", Map.of("hub_id", "ODD1")),
				CsvFiles.row("hubs.csv", Map.of("hub_id", "ODD2")));
		assertThat(this.importing.load(SET, List.of(contractors, hubs))).extracting(ImportReport::loaded)
			.containsExactly(1, 1);
		assertThat(run("""
				MATCH (n:ImportFinding)-[:FOUND_IN]->(f:ImportFile {set: 'odd'})
				WHERE n.severity = 'REJECTED' RETURN f.name + ' ' + n.line + ' ' + n.code AS finding"""))
			.extracting(Value::asString)
			.containsExactly("hubs.csv 2 KEY_TAKEN");
	}

	@Test
	void oddHistoriesOfAgreementsAreKeptAndTold() {
		ImportSource agreements = CsvFiles.file("agreements.csv",
				CsvFiles.row("agreements.csv", Map.of("agreement_id", "ODD1")),
				CsvFiles.row("agreements.csv", Map.of("agreement_id", "ODD2")));
		ImportSource parties = CsvFiles.file("agreement_parties.csv",
				Map.of("agreement_id", "ODD1", "nation", "DEU", "role", "PARTY", "since", "1971-11-01", "signed",
						"1971-12-01", "ratified", "1971"),
				Map.of("agreement_id", "ODD2", "nation", "DEU", "role", "PARTY", "since", "1971", "signed",
						"1971-12-01", "ratified", "1970"));
		assertThat(this.importing.load(SET, List.of(agreements, parties))).extracting(ImportReport::loaded)
			.containsExactly(2, 2);
		assertThat(run("""
				MATCH (n:ImportFinding {severity: 'ODDITY'})-[:FOUND_IN]->(:ImportFile {set: 'odd'})
				RETURN n.code + ' ' + n.line + ' ' + n.reason AS finding ORDER BY finding"""))
			.extracting(Value::asString)
			.containsExactly("BOUND_BEFORE_SIGNATURE 2 Agreement ODD1 binds a nation that signed it later",
					"RATIFIED_BEFORE_SIGNATURE 3 Agreement ODD2 was ratified by a nation that signed it later");
	}

	@Test
	void oddWorkPackagesAreKeptAndTold() {
		ImportSource packages = CsvFiles.file("work_packages.csv", workPackage("ODD1", "", "100"),
				workPackage("ODD2", "ODD1", "60"), workPackage("ODD3", "ODD1", "50"), workPackage("ODD4", "ODD5", ""),
				workPackage("ODD5", "ODD4", ""), workPackage("ODD6", "", "1"));
		assertThat(this.importing.load(SET, List.of(packages))).extracting(ImportReport::loaded).containsExactly(6);
		assertThat(run("""
				MATCH (n:ImportFinding {severity: 'ODDITY'})-[:FOUND_IN]->(:ImportFile {set: 'odd'})
				RETURN n.code + ' ' + n.reason AS finding ORDER BY finding""")).extracting(Value::asString)
			.containsExactly("PACKAGES_ABOVE_100 The parts of work package ODD1 sum to 110 percent",
					"PACKAGES_ABOVE_100 The work packages of program EFA that are part of no other sum to 101 percent",
					"PACKAGE_WITHIN_ITSELF Work package ODD4 is a part of itself, by way of others or not",
					"PACKAGE_WITHIN_ITSELF Work package ODD5 is a part of itself, by way of others or not");
	}

	@Test
	void whatLeadsBackToItselfIsKeptAndTold() {
		ImportSource contractors = CsvFiles.file("contractors.csv", CsvFiles.row("contractors.csv", entity("ODD1")),
				CsvFiles.row("contractors.csv", entity("ODD2")), CsvFiles.row("contractors.csv", entity("ODD3")));
		ImportSource ownerships = CsvFiles.file("ownerships.csv", owner("ODD1", "ODD2", "60"),
				owner("ODD2", "ODD1", "100"), owner("ODD3", "ODD1", "60"), owner("ODD3", "ODD2", "50"));
		ImportSource technologies = CsvFiles.file("technologies.csv", technology("ODD1"), technology("ODD2"),
				technology("ODD3"));
		ImportSource derivations = CsvFiles.file("derivations.csv", derivation("ODD1", "ODD2"),
				derivation("ODD2", "ODD1"), derivation("ODD3", "ODD1"));
		assertThat(this.importing.load(SET, List.of(contractors, ownerships, technologies, derivations)))
			.extracting(ImportReport::loaded)
			.containsExactlyInAnyOrder(3, 4, 3, 3);
		assertThat(run("""
				MATCH (n:ImportFinding {severity: 'ODDITY'})-[:FOUND_IN]->(:ImportFile {set: 'odd'})
				RETURN n.code + coalesce(' ' + n.line, '') + ' ' + n.reason AS finding ORDER BY finding"""))
			.extracting(Value::asString)
			.containsExactly("DERIVED_FROM_ITSELF 2 Technology ODD1 is derived from itself, by way of others or not",
					"DERIVED_FROM_ITSELF 3 Technology ODD2 is derived from itself, by way of others or not",
					"OWNERS_ABOVE_100 The known owners of contractor ODD3 have 110 percent of it",
					"OWNS_ITSELF 2 Contractor ODD1 owns itself, by way of others or not",
					"OWNS_ITSELF 3 Contractor ODD2 owns itself, by way of others or not");
	}

	private static Map<String, String> entity(String key) {
		return Map.of("contractor_id", key, "name", key);
	}

	private static Map<String, String> owner(String of, String owner, String share) {
		return Map.of("entity_id", of, "owner_id", owner, "pct", share);
	}

	private static Map<String, String> technology(String key) {
		return Map.of("technology_id", key, "name", key);
	}

	private static Map<String, String> derivation(String of, String from) {
		return Map.of("technology", of, "derived_from", from);
	}

	private static Map<String, String> workPackage(String key, String parent, String share) {
		return Map.of("package_id", key, "program", "EFA", "parent", parent, "designation", key, "title", key, "state",
				"PLANNED", "share_pct", share);
	}

	@Test
	void aFileIsLoadedOnce() {
		List<ImportSource> files = twoFiles();
		assertThat(this.importing.load(SET, files)).extracting(ImportReport::skipped).containsExactly(false, false);
		long before = size();
		assertThat(this.importing.load(SET, files)).extracting(ImportReport::skipped).containsExactly(true, true);
		assertThat(size()).isEqualTo(before);
	}

	@Test
	void whatIsThereIsSkippedWithoutWaitingForThoseWhoWrite() {
		this.importing.load(SET, twoFiles());
		try (Session session = this.driver.session(); Transaction writers = session.beginTransaction()) {
			Gate.close(writers);
			assertThat(CompletableFuture.supplyAsync(() -> this.importing.load(SET, twoFiles())))
				.succeedsWithin(Duration.ofSeconds(30))
				.satisfies((reports) -> assertThat(reports).allMatch(ImportReport::skipped));
		}
	}

	@Test
	void aSecondStartLoadsNothing() throws IOException {
		long before = size();
		for (String set : List.of("curated", "fictional")) {
			assertThat(this.importing.load(set, ImportSource.in(Path.of("src/main/resources/data", set))))
				.allMatch(ImportReport::skipped)
				.hasSizeGreaterThan(15);
		}
		assertThat(size()).isEqualTo(before);
	}

	@Test
	void theRowsOfACorrectedFileTakeThePlaceOfTheEarlier() {
		this.importing.load(SET, twoFiles());
		this.importing.load(SET, List.of(CsvFiles.file("participations.csv", participation("DEU", "60"))));
		assertThat(run("""
				MATCH (:Program {key: 'ODD1'})<-[r:PARTICIPATES_IN]-(n) RETURN n.key + ' ' + r.costShare AS share
				ORDER BY share""")).extracting(Value::asString).containsExactly("DEU 600000", "ITA 500000");
		assertThat(run("""
				MATCH (:Program {key: 'ODD1'})<-[r:PARTICIPATES_IN {version: 2}]-(n)-[was:WAS_PARTICIPATES_IN]->()
				WHERE was.version = 1 AND was.recordedUntil = r.recordedFrom
				RETURN n.key + ' ' + was.costShare AS share""")).extracting(Value::asString)
			.containsExactly("DEU 500000");
	}

	@Test
	void whatIsInterruptedInTheMiddleOfAFileLeavesNothingOfIt() {
		Importing interrupted = new Importing(this.driver, this.schema, this.grounds, StoppingClock.after(1));
		assertThatIllegalStateException().isThrownBy(() -> interrupted.load(SET, twoFiles()));
		assertThat(keys()).isEmpty();
		assertThat(run("MATCH (f:ImportFile {set: 'odd'}) RETURN f")).isEmpty();
	}

	@Test
	void whatIsInterruptedBetweenFilesGoesOnWithTheFirstThatIsMissing() {
		Importing interrupted = new Importing(this.driver, this.schema, this.grounds, StoppingClock.after(2));
		assertThatIllegalStateException().isThrownBy(() -> interrupted.load(SET, twoFiles()));
		assertThat(keys()).containsExactly("ODD1");
		assertThat(run("MATCH (:Program {key: 'ODD1'})<-[r:PARTICIPATES_IN]-() RETURN r")).isEmpty();
		assertThat(this.importing.load(SET, twoFiles())).extracting(ImportReport::skipped).containsExactly(true, false);
		assertThat(run("MATCH (:Program {key: 'ODD1'})<-[r:PARTICIPATES_IN]-() RETURN r")).hasSize(2);
	}

	@Test
	void ofTwoThatImportTheSameFileOneDoes() {
		List<ImportSource> files = twoFiles();
		List<CompletableFuture<Long>> runs = List.of(loading(files), loading(files), loading(files));
		assertThat(runs.stream().mapToLong(CompletableFuture::join).sum()).isEqualTo(2);
		assertThat(run("MATCH (f:ImportFile {set: 'odd'}) RETURN f")).hasSize(2);
	}

	@Test
	void aFileThatWasCutOffIsLoadedAsFarAsItReads() {
		ImportSource whole = CsvFiles.file("programs.csv", program("ODD1", "name", "Fr\u00e9gate, \"A\"\nB"),
				program("ODD2", "name", "\u05e9\u05dc\u05d5\u05dd"), program("ODD3", "name", "last"));
		for (int length = 0; length < whole.content().length; length += 43) {
			ImportSource cut = new ImportSource("programs.csv", Arrays.copyOf(whole.content(), length));
			ImportReport report = this.importing.load(SET, List.of(cut)).getFirst();
			assertThat(keys()).hasSize(report.loaded());
			assertThat(report.loaded()).isLessThan(3);
			takeOutWhatTheTestsWrote();
		}
	}

	@Test
	void aRoleAndAnOwnerKnownByNameAreMadeOnce() {
		Map<String, String> right = Map.of("ip_id", "ODD1", "technology_id", "TC01", "subject", "s", "ip_class",
				"JOINT_FOREGROUND", "owner", "ROLE:ODD_ONES");
		this.importing.load(SET, List.of(CsvFiles.file("ip_rights.csv", right)));
		assertThat(run("MATCH (r:PartyRole {key: 'ODD_ONES'})-[:HOLDS_RIGHT]->() RETURN r.name"))
			.extracting(Value::asString)
			.containsExactly("Odd ones");
		this.importing.load(SET, List.of(CsvFiles.file("ip_rights.csv", right, Map.of("ip_id", "ODD2"))));
		assertThat(run("MATCH (:PartyRole {key: 'ODD_ONES'})-[r:HOLDS_RIGHT]->() RETURN r")).hasSize(1);
	}

	@Test
	void theSharesOfAFileAreCheckedAfterItIsLoaded() {
		this.importing.load(SET, List.of(CsvFiles.file("programs.csv", program("ODD1", "name", "n")),
				CsvFiles.file("participations.csv", participation("DEU", "60"), participation("ITA", "30.5"))));
		assertThat(run("""
				MATCH (n:ImportFinding {severity: 'ODDITY'})-[:FOUND_IN]->({set: 'odd'}) RETURN n.reason"""))
			.extracting(Value::asString)
			.contains("The cost shares in force of program ODD1 sum to 90.5 percent");
	}

	private CompletableFuture<Long> loading(List<ImportSource> files) {
		return CompletableFuture
			.supplyAsync(() -> this.importing.load(SET, files).stream().filter((report) -> !report.skipped()).count());
	}

	private static List<ImportSource> twoFiles() {
		return List.of(CsvFiles.file("participations.csv", participation("DEU", "50"), participation("ITA", "50")),
				CsvFiles.file("programs.csv", program("ODD1", "name", "One")));
	}

	private static Map<String, String> participation(String nation, String share) {
		return CsvFiles.row("participations.csv", Map.of("nation", nation, "cost_share_pct", share));
	}

	private static Map<String, String> program(String key, String... cells) {
		Map<String, String> row = CsvFiles.row("programs.csv", Map.of("program_id", key));
		for (int i = 0; i < cells.length; i += 2) {
			row.put(cells[i], cells[i + 1]);
		}
		return row;
	}

	private List<String> keys() {
		return run("MATCH (n:Program) WHERE n.key STARTS WITH 'ODD' RETURN n.key ORDER BY n.key").stream()
			.map(Value::asString)
			.toList();
	}

	private long size() {
		return run("RETURN COUNT { (n WHERE NOT n:Allowance) } + COUNT { ()-->() }").getFirst().asLong();
	}

	private List<Value> run(String statement) {
		return this.driver.executableQuery(statement).execute().records().stream().map((row) -> row.get(0)).toList();
	}

}
