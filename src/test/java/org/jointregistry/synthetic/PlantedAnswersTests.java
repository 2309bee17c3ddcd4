package org.jointregistry.synthetic;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.importing.ImportReport;
import org.jointregistry.importing.Importing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answers that were planted in a synthetic registry are found in it, and each viewer
 * sees those of its records that its rows show to that viewer.
 */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedAnswersTests {

	/** All but what clients have used of their allowance, and what writers wait at. */
	private static final String SIZE = """
			MATCH (n) WHERE NOT n:Allowance|AuditChain|Gate|Lock
			WITH count(n) AS nodes
			RETURN nodes + COUNT { ()-[]->() } AS size""";

	private static final List<String> OUTSIDERS = List.of("CHL", "NZL", "UZB");

	/** The first day of what is to come after every run. */
	private static final String NEVER = "2190-01-01";

	/** What a synthetic registry has and the planted worlds have not. */
	private static final String LISTS = WhoSeesWhat.SHEETS.stream()
		.map((sheet) -> """
				%s(first: 500, where: {key: {startsWith: "FX-G-"}}) {
				  pageInfo { hasNextPage }
				  nodes { key %s }
				}
				""".formatted(sheet.list(),
				sheet.list().equals("programs") ? "participants(first: 100) { nodes { key } }" : ""))
		.collect(Collectors.joining("", "{\n", "}"));

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private Importing importing;

	private Loaded loaded;

	private long before;

	private final List<ImportReport> reports = new ArrayList<>();

	private final Map<String, Map<String, List<String>>> seen = new LinkedHashMap<>();

	@BeforeAll
	void load() {
		this.before = size();
		this.loaded = new Loaded(this.driver, this.importing);
		this.reports.addAll(this.loaded.load(Planted.rows()));
		Map<String, String> rows = new LinkedHashMap<>(new Synthetic(1).next());
		rare().forEach((file, text) -> rows.merge(file, text, String::concat));
		this.reports.addAll(this.loaded.load(rows));
		this.seen.putAll(new WhoSeesWhat(rows, LocalDate.now(ZoneOffset.UTC).toString()).byRecord());
	}

	@AfterAll
	void takeOut() {
		this.loaded.takeOut();
		assertThat(size()).isEqualTo(this.before);
	}

	@Test
	void everyRowIsImported() {
		assertThat(this.reports).hasSizeGreaterThan(60).allSatisfy((report) -> {
			assertThat(report.rejected()).as(report.name()).isZero();
			assertThat(report.loaded()).as(report.name()).isPositive();
		});
	}

	static List<PlantedQuestion> questions() {
		return PlantedQuestion.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("questions")
	void whatWasPlantedIsFound(PlantedQuestion question) {
		question.ask(this.registry, question.change(this.registry));
	}

	/** All but most of those whose nations can take part in nothing. */
	static List<Onlooker> viewers() {
		return Onlooker.all()
			.stream()
			.filter((viewer) -> viewer.nation().isEmpty() || Measured.PARTICIPATIONS.containsKey(viewer.nation())
					|| Measured.DEVELOPERS.containsKey(viewer.nation()) || OUTSIDERS.contains(viewer.nation()))
			.toList();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("viewers")
	void eachSeesWhatTheRowsSay(Onlooker viewer) {
		JsonNode data = this.registry.claiming((claims) -> viewer.claims().forEach(claims::claim)).query(LISTS).data();
		WhoSeesWhat.SHEETS.stream().map(WhoSeesWhat.Sheet::list).forEach((list) -> {
			assertThat(data.path(list).path("pageInfo").path("hasNextPage").booleanValue()).as(list).isFalse();
			assertThat(keys(data.path(list))).as(list).isEqualTo(seenBy(viewer, list));
		});
		Set<String> participants = data.path("programs")
			.path("nodes")
			.valueStream()
			.flatMap((program) -> keys(program.path(WhoSeesWhat.PARTICIPANTS)).stream()
				.map((nation) -> program.path("key").asString() + "/" + nation))
			.collect(Collectors.toSet());
		assertThat(participants).isEqualTo(seenBy(viewer, WhoSeesWhat.PARTICIPANTS));
	}

	/** What chance does not make in a slice as small as the one that is asked about. */
	private static Map<String, String> rare() {
		Sheets sheets = new Sheets();
		String program = Slice.key("P", 3);
		sheets.add("participations.csv", "program", Slice.key("P", 0), "nation", "CHL", "role", "FORMER_PARTNER",
				"joined", "2022");
		sheets.add("participations.csv", "program", Slice.key("P", 0), "nation", "NZL", "role", "PARTNER", "joined",
				"2022", "left", "2024");
		sheets.add("participations.csv", "program", program, "nation", "ALB", "role", "PARTNER", "joined", "2020",
				"marking", "ORIGINATOR", "originator", "ALB");
		sheets.add("workshares.csv", "program", program, "contractor", Slice.key("C", 3), "role", "SUPPLIER",
				"component", "Radar", "since", "2020", "marking", "PARTNERS", "industry_releasable", "N");
		sheets.add("workshares.csv", "program", program, "contractor", Slice.key("C", 2), "role", "SUPPLIER",
				"component", "Radar", "since", "2020", "marking", "PARTNERS", "industry_releasable", "Y");
		sheets.add("contractors.csv", "contractor_id", "FX-G-CRARE", "name", "Shown to one (invented)", "nation", "NZL",
				"kind", "COMPANY", "marking", "ORIGINATOR", "originator", "NZL", "releasable_to", "NATION:UZB");
		sheets.add("agreements.csv", "agreement_id", "FX-G-DRARE", "title", "Force untold (invented)", "type",
				"BILATERAL", "instrument", "AGREEMENT", "signed", "2020-01-01", "status", "IN_FORCE", "marking",
				"PARTNERS");
		sheets.add("agreement_parties.csv", "agreement_id", "FX-G-DRARE", "nation", "CHL", "role", "PARTY", "since",
				"2020-01-01");
		sheets.add("agreement_parties.csv", "agreement_id", "FX-G-DRARE", "nation", "UZB", "role", "PARTY", "since",
				"2020-01-01", "until", "2022-01-01");
		sheets.add("agreement_parties.csv", "agreement_id", "FX-G-DRARE", "nation", "NZL", "role", "PARTY", "since",
				NEVER);
		addAgreement(sheets, "FX-G-DSIGNED", "SIGNED", "", "");
		addAgreement(sheets, "FX-G-DENDED", "TERMINATED", "2020-01-01", "2022-01-01");
		addAgreement(sheets, "FX-G-DCOMING", "IN_FORCE", NEVER, "");
		sheets.add("participations.csv", "program", Slice.key("P", 1), "nation", "UZB", "role", "PARTNER", "joined",
				NEVER);
		sheets.add("workshares.csv", "program", program, "contractor", Slice.key("C", 1), "role", "SUPPLIER",
				"component", "Radar", "since", NEVER, "marking", "PARTNERS", "industry_releasable", "N");
		sheets.add("contractors.csv", "contractor_id", "FX-G-COCCAR", "name", "Shown to members (invented)", "nation",
				"DEU", "kind", "COMPANY", "marking", "COMMUNITY", "releasable_to", "COMMUNITY:OCCAR");
		return sheets.texts();
	}

	/** Adds an agreement with a party of which no day is told. */
	private static void addAgreement(Sheets sheets, String key, String status, String inForce, String ended) {
		sheets.add("agreements.csv", "agreement_id", key, "title", "Rare (invented)", "type", "BILATERAL", "instrument",
				"AGREEMENT", "signed", "2020-01-01", "in_force", inForce, "ended", ended, "status", status, "marking",
				"PARTNERS");
		sheets.add("agreement_parties.csv", "agreement_id", key, "nation", "CHL", "role", "PARTY");
	}

	@ParameterizedTest
	@CsvSource({ "programs, FX-G-P0000000, fra manager-0, chl nzl gbr", "programs, FX-G-P0000001, fra usa, uzb",
			"participants, FX-G-P0000003/ALB, alb, gbr",
			"workShares, FX-G-P0000003/FX-G-C0000003, company-3 gbr, company-2 chl nzl",
			"workShares, FX-G-P0000003/FX-G-C0000002, company-2 company-3 gbr, company-1 chl nzl",
			"workShares, FX-G-P0000003/FX-G-C0000001, company-1 gbr, company-2 chl nzl",
			"contractors, FX-G-CRARE, nzl uzb, chl company-0", "contractors, FX-G-COCCAR, deu fra, nld pol swe usa",
			"agreements, FX-G-DRARE, chl, uzb nzl", "agreements, FX-G-DSIGNED, auditor, chl",
			"agreements, FX-G-DENDED, auditor, chl", "agreements, FX-G-DCOMING, auditor, chl" })
	void rowsShowWhatThePolicySays(String list, String key, String shown, String hidden) {
		List<String> seers = Objects.requireNonNull(this.seen.getOrDefault(list, Map.of()).get(key));
		assertThat(seers).contains(shown.split(" ")).doesNotContain(hidden.split(" "));
	}

	@Test
	void theRowsHideSomethingInEachListAndOfEachViewer() {
		WhoSeesWhat.SHEETS
			.forEach((sheet) -> assertThat(this.seen.getOrDefault(sheet.list(), Map.of()).values()).as(sheet.list())
				.anySatisfy((names) -> assertThat(names).hasSizeLessThan(Onlooker.all().size())));
		List<List<String>> seers = this.seen.values().stream().flatMap((records) -> records.values().stream()).toList();
		assertThat(seers).anySatisfy((names) -> assertThat(names).hasSize(Onlooker.all().size()));
		Onlooker.all()
			.stream()
			.map(Onlooker::name)
			.filter((name) -> !List.of("registrar", "auditor").contains(name))
			.forEach(
					(name) -> assertThat(seers).as(name).anySatisfy((names) -> assertThat(names).doesNotContain(name)));
	}

	private Set<String> seenBy(Onlooker viewer, String list) {
		return this.seen.getOrDefault(list, Map.of())
			.entrySet()
			.stream()
			.filter((record) -> record.getValue().contains(viewer.name()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static Set<String> keys(JsonNode list) {
		return list.path("nodes").valueStream().map((node) -> node.path("key").asString()).collect(Collectors.toSet());
	}

	@Test
	void theBenchmarkAsksTheDatabaseForTheSame() {
		Races races = new Races(this.registry, this.driver);
		assertThat(Stream.concat(races.lists().stream(), races.insights().stream()))
			.allSatisfy((race) -> race.requireTheSame(this.driver));
	}

	@Test
	void theBenchmarkAsksAboutTheLargest() {
		assertThat(new LargestTimes(this.driver).table(this.registry, 1).lines()).hasSize(14)
			.anyMatch((row) -> row.matches("\\| bridges \\|( \\d+ \\|){4}"));
	}

	private long size() {
		return this.driver.executableQuery(SIZE).execute().records().getFirst().get("size").asLong();
	}

}
