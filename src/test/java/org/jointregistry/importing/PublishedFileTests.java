package org.jointregistry.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Files of the European Defence Fund are read as they are published. Those that are
 * committed are invented.
 */
@RegistryTest
class PublishedFileTests {

	private static final Path INVENTED = Path.of("src", "test", "resources", "published");

	/** The published files themselves, which do not come with the registry. */
	private static final Path PUBLISHED = Path.of("..", "shared", "data", "edf");

	private static final String PROJECTS = "project_id,acronym,title,instrument,call,topic,call_year,action_kind,"
			+ "managing_org,start,end,grant_signed,status,eu_contribution_eur,total_cost_eur,participants,nations,"
			+ "coordinator_pic,source,confidence\n";

	private static final String PROJECT = "%s,%s,Invented,EDF,EDF-1,EDF-1,2021,RESEARCH,DG,,,,ONGOING,5,5,1,DEU;ITA,1,"
			+ "Invented,high\n";

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryClient registry;

	@Autowired
	private RegistryFormats formats;

	@Autowired
	private UploadWriter.Parts parts;

	@TempDir
	private Path directory;

	private Rehearsal rehearsal;

	@BeforeEach
	void begin() {
		this.rehearsal = new Rehearsal(this.driver, this.formats, this.parts);
	}

	@AfterEach
	void takeBack() {
		this.rehearsal.close();
		ProgramFiles.takeOut(this.driver);
	}

	@Test
	void organizationsAreContractorsAndInstitutions() {
		loadInvented();
		assertThat(
				run("""
						MATCH (n)-[:SEATED_IN]->(nation) WHERE n.key STARTS WITH 'PIC-0000001'
						RETURN labels(n)[0] + ' ' + n.key + ' ' + n.kind + ' ' + nation.key + ' ' + n.identifiers[0] + ' ' + n.confidence
						  + ' ' + n.marking AS x ORDER BY n.key"""))
			.containsExactly("Contractor PIC-000000101 COMPANY DEU PIC:000000101 HIGH PUBLIC",
					"Institution PIC-000000102 UNIVERSITY FRA PIC:000000102 HIGH PUBLIC",
					"Contractor PIC-000000103 COMPANY ITA PIC:000000103 MEDIUM PUBLIC",
					"Contractor PIC-000000104 OTHER NOR PIC:000000104 MEDIUM PUBLIC");
		assertThat(run("MATCH (n:Institution {key: 'PIC-000000102'}) RETURN n.name + n.city + n.edfProjects + n.pic"))
			.containsExactly("Université InventéeNulle Part1000000102");
	}

	@Test
	void aProjectIsAProgramWithItsMoneyAndDates() {
		loadInvented();
		assertThat(run("""
				MATCH (p:Program) WHERE p.key STARTS WITH 'EU-ODD'
				RETURN p.name + ' ' + p.domain + ' ' + p.kind + ' ' + p.status + ' ' + coalesce(p.startYear, '-') + ' '
				  + p.costAmount + ' ' + p.costCurrency + ' ' + p.managingOrganization AS x ORDER BY p.key"""))
			.containsExactly(
					"INVENTA: Invented corvette study SEA JOINT_DEVELOPMENT ACTIVE 2022 20000005000 EUR "
							+ "European Commission DG DEFIS",
					"INVENTB: Invented sensor OTHER R_AND_T SELECTED - 5000000000 EUR European Commission DG DEFIS");
		assertThat(
				run("""
						MATCH (:Community {key: 'EU'})-[:CONTRIBUTES]->(c)-[:TOWARDS]->(p) WHERE p.key STARTS WITH 'EU-ODD'
						RETURN c.kind + ' ' + c.amount + ' ' + c.currency + ' ' + coalesce(c.valueDate, '-') AS x ORDER BY p.key"""))
			.containsExactly("GRANT 15000002500 EUR 2022-11-30", "PLEDGED 5000000000 EUR -");
		assertThat(run("""
				MATCH (c:Contract)-[:CONTRACT_FOR]->(p) WHERE p.key STARTS WITH 'EU-ODD'
				RETURN c.number + ' ' + c.state + ' ' + c.signed + ' ' + c.since + ' ' + c.until AS x"""))
			.containsExactly("ODD101 SIGNED 2022-11-30 2022-12-01 2027-03-01");
		assertThat(run("MATCH (m)-[:FUNDS]->(:Program {key: 'EU-ODD101'}) RETURN m.kind + ': ' + m.description"))
			.containsExactly("EU_GRANT_COFINANCING: instrument EDF, call EDF-2021-NAVAL-D, topic EDF-2021-NAVAL-D-INV, "
					+ "action kind LUMP_SUM_GRANT");
	}

	@Test
	void organizationsAndNationsTakePart() {
		loadInvented();
		assertThat(run("""
				MATCH (w:WorkShare)-[:PART_OF_WORK]->(:Program {key: 'EU-ODD101'})
				MATCH (w)-[by:PERFORMED_BY|RESEARCHED_BY]->(n)
				RETURN w.role + ' ' + type(by) + ' ' + n.key AS x ORDER BY x""")).containsExactly(
				"ASSOCIATED_PARTNER PERFORMED_BY PIC-000000104", "COORDINATOR PERFORMED_BY PIC-000000101",
				"PARTICIPANT RESEARCHED_BY PIC-000000102");
		assertThat(run("""
				MATCH (n:Nation)-[r:PARTICIPATES_IN]->(p:Program) WHERE p.key STARTS WITH 'EU-ODD'
				RETURN p.key + ' ' + n.key + ' ' + r.role + ' ' + r.source AS x ORDER BY x""")).containsExactly(
				"EU-ODD101 DEU COORDINATOR Invented for tests", "EU-ODD101 FRA PARTNER Invented for tests",
				"EU-ODD101 NOR PARTNER Invented for tests", "EU-ODD102 ITA COORDINATOR Invented for tests");
	}

	@Test
	void whatAFileDoesNotSayStays() throws IOException {
		loadInvented();
		run("""
				MATCH (p:Program {key: 'EU-ODD101'}) SET p.marking = 'ORIGINATOR', p.originator = 'DEU', p.statusAsOf = '2024'
				RETURN p.key""");
		String later = Files.readString(INVENTED.resolve("edf_projects.csv")).replace("corvette", "frigate");
		assertThat(this.rehearsal.load(this.directory, "edf_projects.csv", later)).containsExactly("2");
		assertThat(run("MATCH (p:Program {key: 'EU-ODD101'}) RETURN p.name + p.marking + p.originator + p.statusAsOf"))
			.containsExactly("INVENTA: Invented frigate studyORIGINATORDEU2024");
		assertThat(run("MATCH (:Nation {key: 'DEU'})-[r:PARTICIPATES_IN]->(:Program {key: 'EU-ODD101'}) RETURN r.role"))
			.containsExactly("COORDINATOR");
	}

	@Test
	void aProjectWithTheKeyOfAProgramWaits() {
		String file = PROJECTS + PROJECT.formatted("ODD1", "CAVS") + PROJECT.formatted("ODD2", "ARROW");
		assertThat(this.rehearsal.load(this.directory, "edf_projects.csv", file)).containsExactly("0",
				"2 acronym DOUBTFUL_MATCH", "3 acronym DOUBTFUL_MATCH");
		run("""
				MATCH (m:ImportMatch {ground: 'SAME_ACRONYM'})
				SET m.state = CASE m.name WHEN 'CAVS' THEN 'CONFIRMED' ELSE 'REJECTED' END RETURN m.key""");
		assertThat(this.rehearsal.load(this.directory, "edf_projects.csv", file)).containsExactly("2");
		assertThat(run("MATCH (p:Program) WHERE p.key STARTS WITH 'EU-ODD' RETURN p.key")).containsExactly("EU-ODD2");
		assertThat(run("""
				MATCH (:Community {key: 'EU'})-->(:Contribution)-[:TOWARDS]->(p:Program {key: 'CAVS'})
				RETURN p.name""")).containsExactly("Common Armoured Vehicle System");
		assertThat(run("MATCH (p:Program {key: 'ARROW'})<-[:FUNDS]-(m) WHERE m.key STARTS WITH 'EU' RETURN m.key"))
			.isEmpty();
	}

	@Test
	void whoTakesPartInAProjectIsNoPartnerOfAProgramThatWasThere() {
		String file = PROJECTS + PROJECT.formatted("ODD1", "CAVS");
		assertThat(this.rehearsal.load(INVENTED.resolve("edf_organisations.csv"))).containsExactly("4");
		this.rehearsal.load(this.directory, "edf_projects.csv", file);
		run("MATCH (m:ImportMatch {ground: 'SAME_ACRONYM'}) SET m.state = 'CONFIRMED' RETURN m.key");
		assertThat(this.rehearsal.load(this.directory, "edf_projects.csv", file)).containsExactly("1");
		assertThat(this.rehearsal.load(this.directory, "edf_participations.csv",
				"project_id,pic,role,nation,source,confidence\nODD1,000000103,COORDINATOR,ESP,Invented,high\n"))
			.containsExactly("1");
		assertThat(run("MATCH (:Program {key: 'CAVS'})<-[:PART_OF_WORK]-(w) WHERE w.key STARTS WITH 'EU' RETURN w.key"))
			.containsExactly("EU-ODD1/PIC-000000103");
		assertThat(run("""
				MATCH (:Program {key: 'CAVS'})<-[:PARTICIPATES_IN]-(n) WHERE n.key IN ['ITA', 'ESP']
				RETURN n.key""")).isEmpty();
	}

	@Test
	void anotherHeaderIsRefused() throws IOException {
		String more = Files.readString(INVENTED.resolve("edf_participations.csv")).replaceFirst("role,", "role,share,");
		assertThat(this.rehearsal.load(this.directory, "edf_participations.csv", more))
			.containsExactly("1 null BAD_HEADER");
	}

	@Test
	void aRegistrarSendsThem() throws IOException {
		// It holds one of the gates, at one of which the request would wait for it
		this.rehearsal.close();
		Answer answer = this.registry.as("registrar")
			.post("/import/edf_organisations.csv",
					Files.readString(INVENTED.resolve("edf_organisations.csv")).replace("DEU", "XXX"));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body().path("rejected").intValue()).isEqualTo(1);
	}

	@Test
	void thePublishedFilesAreReadAsTheyAre() {
		assumeTrue(Files.isDirectory(PUBLISHED), "The published files are not in " + PUBLISHED);
		List<String> first = loadPublished();
		assertThat(first)
			.allMatch((told) -> told.matches("[0-9]+|[0-9]+ (name|acronym) DOUBTFUL_MATCH|[0-9]+ pic UNKNOWN_REFERENCE"
					+ "|[0-9]+ project_id UNKNOWN_REFERENCE"));
		assertThat(run("MATCH (m:ImportMatch {ground: 'SAME_ACRONYM'}) RETURN m.name ORDER BY m.name"))
			.containsExactly("ARROW", "CAVS");
		assertThat(run("MATCH (m:ImportMatch {ground: 'SAME_NAME'})-->(n) RETURN n.key")).contains("SAAB", "THALES",
				"FINC", "INDRA", "PATRIA", "NAVANTIA");
		run("""
				MATCH (m:ImportMatch {state: 'OPEN'})-->(n)
				SET m.state = CASE WHEN n.key IN ['CAVS', 'KNDSFR', 'ELT'] AND m.name <> 'ARROW' THEN 'CONFIRMED' ELSE 'REJECTED' END
				RETURN m.key""");
		int doubtful = first.stream().filter((told) -> told.endsWith("DOUBTFUL_MATCH")).toList().size();
		assertThat(doubtful).isBetween(5, 40);
		loadPublished();
		assertThat(loadPublished()).allMatch((told) -> told
			.matches("[0-9]+|[0-9]+ (name|acronym) DOUBTFUL_MATCH" + "|[0-9]+ pic UNKNOWN_REFERENCE"));
		run("MATCH (m:ImportMatch {state: 'OPEN'}) SET m.state = 'REJECTED' RETURN m.key");
		assertThat(loadPublished()).containsExactly("1548", "291", "4003");
		assertNothingIsDoubled();
	}

	private void assertNothingIsDoubled() {
		assertThat(run("MATCH (p:Program) WHERE p.key STARTS WITH 'EU-' RETURN count(p)")).containsExactly("290");
		assertThat(run("MATCH (w:WorkShare) WHERE w.key STARTS WITH 'EU-' RETURN count(w)")).containsExactly("4003");
		assertThat(run(
				"MATCH (w:WorkShare)-[:PERFORMED_BY|RESEARCHED_BY]->(n) WHERE w.key STARTS WITH 'EU-' RETURN count(n)"))
			.containsExactly("4003");
		assertThat(run("""
				MATCH (n:Nation)-[r:PARTICIPATES_IN]->(p) WHERE p.key STARTS WITH 'EU-'
				WITH n, p, count(r) AS times WHERE times > 1 RETURN n.key""")).isEmpty();
		assertThat(
				run("""
						MATCH (n:Contractor|Institution) UNWIND n.identifiers AS x WITH x, count(n) AS times WHERE times > 1 RETURN x"""))
			.isEmpty();
	}

	private List<String> loadPublished() {
		return Stream.of("edf_organisations.csv", "edf_projects.csv", "edf_participations.csv")
			.flatMap((name) -> this.rehearsal.load(PUBLISHED.resolve(name)).stream())
			.toList();
	}

	private void loadInvented() {
		assertThat(this.rehearsal.load(INVENTED.resolve("edf_organisations.csv"))).containsExactly("4");
		assertThat(this.rehearsal.load(INVENTED.resolve("edf_projects.csv"))).containsExactly("2");
		assertThat(this.rehearsal.load(INVENTED.resolve("edf_participations.csv"))).containsExactly("4");
	}

	private List<String> run(String statement) {
		return this.rehearsal.run(statement);
	}

}
