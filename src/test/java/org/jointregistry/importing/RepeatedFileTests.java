package org.jointregistry.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Published files are sent again, after they changed or the registry did: what people
 * decided and recorded since stays. The files are invented.
 */
@RegistryTest
class RepeatedFileTests {

	private static final Path INVENTED = Path.of("src", "test", "resources", "published");

	private static final String ORGANISATIONS = "edf_organisations.csv";

	private static final String PROJECTS = "edf_projects.csv";

	private static final String PARTICIPATIONS = "edf_participations.csv";

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryFormats formats;

	@Autowired
	private UploadWriter.Parts parts;

	@TempDir
	private Path directory;

	private Rehearsal rehearsal;

	@BeforeEach
	void begin() throws IOException {
		this.rehearsal = new Rehearsal(this.driver, this.formats, this.parts);
		assertThat(send(ORGANISATIONS)).containsExactly("4");
		assertThat(send(PROJECTS)).containsExactly("2");
	}

	@AfterEach
	void takeBack() {
		this.rehearsal.close();
	}

	@Test
	void aNationThatLeftIsNotTakenBack() throws IOException {
		assertThat(send(PARTICIPATIONS)).containsExactly("4");
		run("""
				MATCH (n:Nation)-[r:PARTICIPATES_IN]->(:Program) WHERE r.key IN ['EU-ODD101/DEU', 'EU-ODD102/ITA']
				SET r.role = CASE n.key WHEN 'DEU' THEN 'FORMER_PARTNER' ELSE 'PARTNER' END, r.checked = '2026-01-01'
				RETURN r.key""");
		assertThat(send(PARTICIPATIONS)).containsExactly("4");
		assertThat(run("""
				MATCH (n:Nation)-[r:PARTICIPATES_IN]->(:Program) WHERE r.key IN ['EU-ODD101/DEU', 'EU-ODD102/ITA']
				RETURN n.key + ' ' + r.role + ' ' + r.checked AS x ORDER BY x"""))
			.containsExactly("DEU FORMER_PARTNER 2026-01-01", "ITA COORDINATOR 2026-01-01");
		run("""
				MATCH (:Nation)-[r:PARTICIPATES_IN {key: 'EU-ODD102/ITA'}]->(:Program)
				SET r.role = 'PARTNER', r.left = '2026' RETURN r.key""");
		assertThat(send(PARTICIPATIONS)).containsExactly("4");
		assertThat(run("""
				MATCH (:Nation)-[r:PARTICIPATES_IN {key: 'EU-ODD102/ITA'}]->(:Program)
				RETURN r.role + ' ' + r.left""")).containsExactly("PARTNER 2026");
	}

	@Test
	void aShareOfTheWorkIsDoneByOne() throws IOException {
		run("""
				MATCH (n:Contractor {key: 'LEONARDO'})
				CREATE (m:ImportMatch {key: 'ODD', subject: 'PIC-000000101', state: 'CONFIRMED'})-[:MAY_BE_ORGANIZATION]->(n)
				RETURN m.key""");
		assertThat(send(PARTICIPATIONS)).containsExactly("4");
		run("MATCH (m:ImportMatch {key: 'ODD'}) SET m.state = 'REJECTED' RETURN m.key");
		assertThat(send(PARTICIPATIONS)).containsExactly("3", "2 - RECORDED_OTHERWISE");
		assertThat(run("""
				MATCH (:WorkShare {key: 'EU-ODD101/PIC-000000101'})-[:PERFORMED_BY|RESEARCHED_BY]->(n)
				RETURN n.key""")).containsExactly("LEONARDO");
	}

	@Test
	void whatIsNewInAProgramIsShownToThoseWhoSeeTheProgram() throws IOException {
		run("""
				MATCH (p:Program {key: 'EU-ODD102'})
				SET p.marking = 'ORIGINATOR', p.originator = 'ITA', p.releasableTo = ['nation:FRA'], p.industryReleasable = true
				RETURN p.key""");
		assertThat(send(PROJECTS, ",,,SELECTED", "2026-01-01,2028-12-31,2025-12-01,ONGOING")).containsExactly("2");
		assertThat(send(PARTICIPATIONS)).containsExactly("4");
		assertThat(run("""
				MATCH (n) WHERE n.key STARTS WITH 'EU-ODD102' AND NOT n:Program AND NOT n:Was
				  AND n.marking <> 'PUBLIC'
				RETURN labels(n)[0] + ' ' + n.key + ' ' + n.marking + ' ' + n.originator + ' ' + n.releasableTo[0] + ' '
				  + n.industryReleasable + ' ' + ('public' IN n.releasedTo) AS x ORDER BY x""")).containsExactly(
				"Contract EU-ODD102 ORIGINATOR ITA nation:FRA true false",
				"Contribution EU-ODD102/GRANT ORIGINATOR ITA nation:FRA true false",
				"WorkShare EU-ODD102/PIC-000000103 ORIGINATOR ITA nation:FRA true false");
		assertThat(run("""
				MATCH (n:WorkShare) WHERE n.key STARTS WITH 'EU-ODD101' AND n.marking = 'PUBLIC'
				RETURN count(n)""")).containsExactly("3");
	}

	@Test
	void anEntryOfTheLedgerIsNotOverwritten() throws IOException {
		assertThat(send(PROJECTS, ",,,SELECTED", "2026-01-01,2028-12-31,2025-12-01,ONGOING")).containsExactly("2");
		String entries = """
				MATCH (c:Contribution)-[:TOWARDS]->(p:Program) WHERE p.key STARTS WITH 'EU-ODD'
				RETURN c.key + ' ' + c.kind + ' ' + c.amount + ' ' + coalesce(c.valueDate, '-') + ' ' + c.version AS x
				ORDER BY x""";
		List<String> before = run(entries);
		assertThat(before).containsExactly("EU-ODD101/GRANT GRANT 15000002500 2022-11-30 1",
				"EU-ODD102/GRANT GRANT 5000000000 2025-12-01 1", "EU-ODD102/PLEDGED PLEDGED 5000000000 - 1");
		assertThat(send(PROJECTS, "1500000.25,", "1600000,")).containsExactly("1", "2 - RECORDED_OTHERWISE");
		assertThat(send(PROJECTS, "2022-11-30", "2022-11-29")).containsExactly("2");
		assertThat(run(entries)).isEqualTo(before);
		run("""
				MATCH (c:Contribution {key: 'EU-ODD101/GRANT'})
				CREATE (r:Contribution {key: 'ODD-REVERSAL'})-[:REVERSES]->(c) RETURN r.key""");
		assertThat(send(PROJECTS, "1500000.25,", "1600000,")).containsExactly("2");
		assertThat(run(entries)).isEqualTo(before);
	}

	@Test
	void whoWorkedOnAProjectThatHasEndedWorksOnItNoMore() throws IOException {
		String ends = """
				MATCH (w:WorkShare) WHERE w.key STARTS WITH 'EU-ODD'
				RETURN w.key + ' ' + coalesce(w.until, '-') + ' ' + w.version AS x ORDER BY x""";
		assertThat(send(PARTICIPATIONS, "ODD102,000000103", "ODD101,000000103")).containsExactly("4");
		run("MATCH (w:WorkShare {key: 'EU-ODD101/PIC-000000104'}) SET w.until = '2023' RETURN w.key");
		assertThat(send(PROJECTS, "2027-02-28,2022-11-30,ONGOING", "2024-02-28,2022-11-30,ENDED")).containsExactly("2");
		assertThat(run(ends)).containsExactly("EU-ODD101/PIC-000000101 2024-02-29 2",
				"EU-ODD101/PIC-000000102 2024-02-29 2", "EU-ODD101/PIC-000000103 2024-02-29 2",
				"EU-ODD101/PIC-000000104 2023 1");
		run("MATCH (w:WorkShare) WHERE w.key IN ['EU-ODD101/PIC-000000101'] DETACH DELETE w RETURN 1");
		assertThat(send(PARTICIPATIONS)).containsExactly("4");
		assertThat(run(ends)).containsExactly("EU-ODD101/PIC-000000101 2024-02-29 1",
				"EU-ODD101/PIC-000000102 2024-02-29 2", "EU-ODD101/PIC-000000103 2024-02-29 2",
				"EU-ODD101/PIC-000000104 2023 1", "EU-ODD102/PIC-000000103 - 1");
	}

	private List<String> send(String name) throws IOException {
		return send(name, "", "");
	}

	/** Sends a file with some text replaced by other. */
	private List<String> send(String name, String some, String other) throws IOException {
		return this.rehearsal.load(this.directory, name, Files.readString(INVENTED.resolve(name)).replace(some, other));
	}

	private List<String> run(String statement) {
		return this.rehearsal.run(statement);
	}

}
