package org.jointregistry.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A set of invented files with a fault in every line that says so after {@code =>}: the
 * column, the code and the reason. Each other line is loaded.
 */
@RegistryTest
class PlantedFaultTests {

	private static final String PROGRAMS = """
			key,name,domain,kind,status,lead_nation,status_as_of,cost_amount,cost_currency,parent,marking,originator
			ODD1,One,AIR,JOINT_DEVELOPMENT,ACTIVE,DEU,2010,126.25,EUR,,,
			ODD2,Two,MOON,JOINT_DEVELOPMENT,ACTIVE,,,,,,, => domain UNKNOWN_ENUM 'MOON' is no Domain
			ODD3,Three,AIR,JOINT_DEVELOPMENT,ACTIVE,,2010-00-00,,,,, => status_as_of BAD_DATE '2010-00-00' is a date that does not exist
			ODD4,Four,AIR,JOINT_DEVELOPMENT,ACTIVE,,,"126,25",EUR,,, => cost_amount BAD_NUMBER '126,25' is not a decimal number
			ODD5,Five,AIR,JOINT_DEVELOPMENT,ACTIVE,EL,,,,,, => lead_nation UNKNOWN_REFERENCE There is no Nation 'EL'
			ODD6,Six,AIR,JOINT_DEVELOPMENT,ACTIVE,UK,,,,,, => lead_nation UNKNOWN_REFERENCE There is no Nation 'UK'
			ODD7,\u202e\u05ea\u05d5\u05db\u05e0\u05d9\u05ea,AIR,JOINT_DEVELOPMENT,ACTIVE,,,,,,,
			ODD8,\u0644200,AIR,JOINT_DEVELOPMENT,ACTIVE,,,,,,,
			ODD1,Two again,SEA,JOINT_DEVELOPMENT,ACTIVE,FRA,2011,127,EUR,,, => - DUPLICATE_KEY An earlier row has the same key 'ODD1'
			ODD9,Nine,AIR,JOINT_DEVELOPMENT,ACTIVE,,,12,,,, => cost_currency MISSING_VALUE An amount needs a currency
			ODD10,Ten,AIR,JOINT_DEVELOPMENT,ACTIVE,,,12,XQQ,,, => cost_currency UNKNOWN_CURRENCY 'XQQ' is not a currency
			ODD11,Eleven,AIR,JOINT_DEVELOPMENT,ACTIVE,,,-12,EUR,,, => cost_amount OUT_OF_RANGE '-12' is not an amount
			ODD12,Twelve,AIR,JOINT_DEVELOPMENT,ACTIVE,,,,,ODD2,, => parent UNKNOWN_REFERENCE There is no Program 'ODD2'
			ODD13,Thirteen,AIR,JOINT_DEVELOPMENT,ACTIVE,,,,,ODD1,ORIGINATOR, => originator MISSING_VALUE What is marked
			,Fourteen,AIR,JOINT_DEVELOPMENT,ACTIVE,,,,,,, => key MISSING_VALUE A value is needed
			ODD15,,AIR,JOINT_DEVELOPMENT,ACTIVE,,,,,,, => name MISSING_VALUE A value is needed
			ODD16,Sixteen,AIR,JOINT_DEVELOPMENT,ACTIVE,,,,,ODD17,,
			ODD17,Seventeen,AIR,JOINT_DEVELOPMENT,ACTIVE,,,,,,,
			""";

	private static final String PARTS = """
			key,from,to,role,cost_share,joined
			ODD1/DEU,DEU,ODD1,PARTNER,60,2010
			ODD1/FRA,FRA,ODD1,PARTNER,100.5,2010 => cost_share OUT_OF_RANGE '100.5' is not a share from 0 to 100
			ODD1/ITA,ITA,ODD2,PARTNER,40,2010 => to UNKNOWN_REFERENCE There is no Program 'ODD2'
			ODD1/ESP,ESP,ODD1,BOSS,40,2010 => role UNKNOWN_ENUM 'BOSS' is no ParticipationRole
			""";

	private static final String AGREEMENTS = """
			key,title,type,instrument,status,entry_into_force,force_date
			ODDA,Pact,MULTILATERAL,TREATY,IN_FORCE,ON_DATE, => force_date MISSING_VALUE What brings
			ODDB,Pact,MULTILATERAL,TREATY,IN_FORCE,ON_SIGNATURE,2020 => force_date NOT_ASKED_FOR What brings
			""";

	private static final String CONTRACTORS = """
			key,name,kind
			ODD1,Works,COMPANY
			IN001,University,COMPANY => - KEY_TAKEN A record of another type
			""";

	private static final String ORGANIZATIONS = """
			pic,lei,ror,name,nation,city,org_type,source,confidence
			000000301,,,Oddly Invented Works,DEU,,COMPANY,Invented,high
			000000302,,,ODDLY INVENTED WORKS AG,DEU,,SME,Invented,high => name DOUBTFUL_MATCH This may be Contractor 'PIC-000000301'
			12345,,,Oddest,DEU,,COMPANY,Invented,high => pic BAD_IDENTIFIER '12345' is no PIC
			000000303,,,Oddities,UK,,COMPANY,Invented,high => nation UNKNOWN_REFERENCE There is no Nation 'UK'
			000000304,,,Odd Circus,DEU,,CIRCUS,Invented,high => org_type UNKNOWN_ENUM 'CIRCUS' is no ContractorKind
			000000305,,,Odd One,DEU,,COMPANY,Invented,sure => confidence UNKNOWN_ENUM 'sure' is no Confidence
			""";

	private static final String PROJECTS = """
			project_id,acronym,title,instrument,call,topic,call_year,action_kind,managing_org,start,end,grant_signed,status,\
			eu_contribution_eur,total_cost_eur,participants,nations,coordinator_pic,source,confidence
			ODD1,ODDA,Fine,EDF,EDF-1,EDF-1,2021,RESEARCH,DG,2022-01-01,2024-12-31,2021-12-01,ENDED,5,5,1,DEU,1,Invented,high
			ODD2,ODDB,Comma,EDF,EDF-1,EDF-1,2021,RESEARCH,DG,,,,ONGOING,"5,5",5,1,DEU,1,Invented,high => eu_contribution_eur BAD_NUMBER '5,5'
			ODD3,ODDC,Date,EDF,EDF-1,EDF-1,2021,RESEARCH,DG,2010-00-00,,,ONGOING,5,5,1,DEU,1,Invented,high => start BAD_DATE '2010-00-00'
			ODD4,ODDD,Nation,EDF,EDF-1,EDF-1,2021,RESEARCH,DG,,,,ONGOING,5,5,1,DEU;EL,1,Invented,high => nations UNKNOWN_REFERENCE There is no Nation 'EL'
			ODD5,ODDE,Status,EDF,EDF-1,EDF-1,2021,RESEARCH,DG,,,,LOST,5,5,1,DEU,1,Invented,high => status UNKNOWN_ENUM 'LOST'
			ODD1,ODDF,Again,EDF,EDF-1,EDF-1,2021,RESEARCH,DG,,,,ONGOING,6,6,1,FRA,1,Invented,high => - DUPLICATE_KEY
			,ODDG,No id,EDF,EDF-1,EDF-1,2021,RESEARCH,DG,,,,ONGOING,5,5,1,,1,Invented,high => project_id MISSING_VALUE
			""";

	private static final String PARTICIPANTS = """
			project_id,pic,role,nation,source,confidence
			ODD1,000000301,COORDINATOR,DEU,Invented,high
			ODD1,000000999,PARTICIPANT,DEU,Invented,high => pic UNKNOWN_REFERENCE There is no Contractor 'PIC-000000999'
			ODD9,000000301,PARTICIPANT,DEU,Invented,high => project_id UNKNOWN_REFERENCE There is no Program 'EU-ODD9'
			ODD1,000000301,COORDINATOR,DEU,Invented,high => - DUPLICATE_KEY
			ODD1,000000301 => - MALFORMED The row has 2 cells, the header 6
			""";

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryFormats formats;

	@Autowired
	private UploadWriter.Parts parts;

	@TempDir
	private Path directory;

	private Rehearsal rehearsal;

	private final Set<String> told = new TreeSet<>();

	@BeforeEach
	void begin() {
		this.rehearsal = new Rehearsal(this.driver, this.formats, this.parts);
	}

	@AfterEach
	void takeBack() {
		this.rehearsal.close();
	}

	@Test
	void everyFaultIsToldWhereItIsAndWhatToDo() throws IOException {
		assertTold("Program.csv", PROGRAMS.replace("\u0644200", "\u0644".repeat(200)));
		assertTold("Participation.csv", PARTS);
		assertTold("Agreement.csv", AGREEMENTS);
		assertTold("Contractor.csv", CONTRACTORS);
		assertTold("organizations.csv", ORGANIZATIONS);
		assertTold("edf_projects.csv", PROJECTS);
		assertTold("edf_participations.csv", PARTICIPANTS);
		assertThat(this.rehearsal.load(this.directory, "Program.csv", "name,key\n"))
			.containsExactly("1 null BAD_HEADER");
		assertThat(this.rehearsal.load(this.directory, "Program.csv", "key\n"))
			.containsExactly("1 null MISSING_COLUMNS");
		assertThat(this.told).containsExactlyElementsOf(Stream.of(FindingCode.values())
			.filter((code) -> !Set
				.of(FindingCode.UNKNOWN_FILE, FindingCode.BAD_HEADER, FindingCode.MISSING_COLUMNS, FindingCode.TOO_LONG,
						FindingCode.RECORDED_OTHERWISE)
				.contains(code))
			.map(FindingCode::name)
			.sorted()
			.toList());
	}

	@Test
	void ofTwoRowsThatContradictTheFirstHolds() throws IOException {
		assertTold("Program.csv", PROGRAMS.replace("\u0644200", "\u0644".repeat(200)));
		assertThat(
				this.rehearsal.run("MATCH (p:Program {key: 'ODD1'})-[:LED_BY]->(n) RETURN p.name + p.domain + n.key"))
			.containsExactly("OneAIRDEU");
	}

	@Test
	void aLineInAnotherEncodingIsToldAndTheOthersAreRead() throws IOException {
		String file = WholeFiles.csv("Program", """
				key,name,domain,kind,status
				ODD1,Caf\u00e9,AIR,JOINT_DEVELOPMENT,ACTIVE
				ODD2,Caf\u00e9,AIR,JOINT_DEVELOPMENT,ACTIVE
				ODD3,\ud83d\udc00,AIR,JOINT_DEVELOPMENT,ACTIVE
				""");
		int odd = file.indexOf("ODD2");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(file.substring(0, odd).getBytes(StandardCharsets.UTF_8));
		bytes.writeBytes(file.substring(odd, file.indexOf("ODD3")).getBytes(StandardCharsets.ISO_8859_1));
		bytes.writeBytes(file.substring(file.indexOf("ODD3")).getBytes(StandardCharsets.UTF_8));
		Path path = Files.write(this.directory.resolve("Program.csv"), bytes.toByteArray());
		assertThat(this.rehearsal.load(path)).containsExactly("2", "3 name MALFORMED");
		assertThat(this.rehearsal.run("MATCH (p:Program) WHERE p.key STARTS WITH 'ODD' RETURN p.name ORDER BY p.key"))
			.containsExactly("Caf\u00e9", "\ud83d\udc00");
		assertReasons("Program.csv", List.of("3 name MALFORMED"), List.of("The value is not in UTF-8"));
	}

	/**
	 * Loads a file without its expectations, and compares line by line what was found.
	 */
	private void assertTold(String name, String planted) throws IOException {
		List<String> lines = planted.lines().toList();
		String text = lines.stream().map((line) -> line.split(" => ")[0]).collect(Collectors.joining("\n", "", "\n"));
		boolean published = PublishedFiles.names().contains(name);
		String file = published ? text : WholeFiles.csv(name.replace(".csv", ""), text);
		List<String> found = this.rehearsal.load(this.directory, name, file);
		List<String> expected = new ArrayList<>();
		List<String> reasons = new ArrayList<>();
		for (int i = 1; i < lines.size(); i++) {
			String[] parts = lines.get(i).split(" => ");
			if (parts.length > 1) {
				String[] words = parts[1].split(" ", 3);
				expected.add((i + 1) + " " + words[0] + " " + words[1]);
				reasons.add((words.length > 2) ? words[2] : "");
				this.told.add(words[1]);
			}
		}
		assertThat(found).as(name)
			.containsExactlyElementsOf(
					Stream.concat(Stream.of(String.valueOf(lines.size() - 1 - expected.size())), expected.stream())
						.toList());
		assertReasons(name, expected, reasons);
	}

	private void assertReasons(String name, List<String> expected, List<String> reasons) {
		List<String> told = this.rehearsal.run("""
				MATCH (n:ImportFinding)-[:FOUND_IN]->(f:ImportFile {set: 'odd', name: '%s'})
				RETURN n.reason + ' ' + n.remedy ORDER BY n.line, coalesce(n.column, '-') + n.code""".formatted(name));
		assertThat(told).as(name).hasSameSizeAs(expected);
		for (int i = 0; i < expected.size(); i++) {
			assertThat(told.get(i)).as(expected.get(i))
				.startsWith(reasons.get(i))
				.endsWith(FindingCode.valueOf(expected.get(i).split(" ")[2]).remedy());
		}
	}

}
