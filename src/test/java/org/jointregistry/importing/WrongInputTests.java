package org.jointregistry.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is wrong in a file is told by line, column and code, and the rest is read.
 */
class WrongInputTests {

	private static final Map<String, String> GOOD = Map.of("contribution_id", "ODD2", "program_id", "ODD2");

	private final SchemaMap schema;

	WrongInputTests() throws IOException {
		this.schema = new SchemaMap(new PathMatchingResourcePatternResolver());
	}

	@ParameterizedTest(name = "{1} = {2} is {3}")
	@CsvSource(textBlock = """
			contributions.csv, amount_millions, 0, OUT_OF_RANGE
			contributions.csv, amount_millions, 0.0, OUT_OF_RANGE
			contributions.csv, amount_millions, -1, OUT_OF_RANGE
			contributions.csv, amount_millions, 1e30, BAD_NUMBER
			contributions.csv, amount_millions, NaN, BAD_NUMBER
			contributions.csv, amount_millions, '1,5', BAD_NUMBER
			contributions.csv, amount_millions, 1000000000000000000000000000000, OUT_OF_RANGE
			contributions.csv, amount_millions, 0.00000000001, OUT_OF_RANGE
			contributions.csv, currency, XQQ, UNKNOWN_CURRENCY
			contributions.csv, currency, eur, UNKNOWN_CURRENCY
			contributions.csv, currency, '', MISSING_VALUE
			contributions.csv, kind, GIFT, UNKNOWN_ENUM
			contributions.csv, kind, '', MISSING_VALUE
			contributions.csv, price_year, 20x6, BAD_NUMBER
			contributions.csv, price_year, 99999999999, BAD_NUMBER
			contributions.csv, contributor, DEU, UNKNOWN_REFERENCE
			contributions.csv, contributor, PROGRAM:EFA, UNKNOWN_REFERENCE
			contributions.csv, contributor, PLANET:MARS, UNKNOWN_REFERENCE
			contributions.csv, contribution_id, '', MISSING_VALUE
			contributions.csv, confidence, sure, UNKNOWN_ENUM
			contributions.csv, marking, SECRET, UNKNOWN_ENUM
			contributions.csv, fictional, maybe, UNKNOWN_ENUM
			programs.csv, cost_price_year, 2010-00-00, BAD_NUMBER
			programs.csv, status_as_of, 2010-00-00, BAD_DATE
			programs.csv, status_as_of, 2023-02-29, BAD_DATE
			programs.csv, status_as_of, 2010-1, BAD_DATE
			programs.csv, name, '', MISSING_VALUE
			participations.csv, cost_share_pct, 101, OUT_OF_RANGE
			participations.csv, cost_share_pct, -1, OUT_OF_RANGE
			participations.csv, cost_share_pct, NaN, BAD_NUMBER
			participations.csv, work_share_pct, 33.33333, OUT_OF_RANGE
			participations.csv, joined, 2010-00-00, BAD_DATE
			participations.csv, role, BOSS, UNKNOWN_ENUM
			participations.csv, nation, '', MISSING_VALUE
			""")
	void aWrongCellIsTold(String file, String column, String text, FindingCode code) {
		Map<String, String> wrong = CsvFiles.row(file, Map.of("contribution_id", "ODD1", "program_id", "ODD1"));
		wrong.put(column, text);
		Map<String, String> good = CsvFiles.row(file, GOOD);
		good.replace("nation", "ITA");
		ParsedFile parsed = ParsedFile.read(this.schema, CsvFiles.file(file, only(file, wrong), only(file, good)));
		assertThat(parsed.findings()).extracting(Finding::rejected, Finding::code, Finding::line, Finding::column)
			.containsExactly(tuple(true, code.name(), 2L, column));
		assertThat(parsed.drafts()).extracting(Draft::line).containsExactly(3L);
		assertThat(parsed.rows()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "consent_requests.csv, program", "consent_requests.csv, nations", "consent_decisions.csv, request_id",
			"consent_decisions.csv, program", "consent_decisions.csv, nation" })
	void aReferenceThatIsNeededIsGiven(String file, String column) {
		Map<String, String> row = CsvFiles.row(file, Map.of());
		assertThat(read(CsvFiles.file(file, row)).findings()).isEmpty();
		row.put(column, "");
		assertThat(read(CsvFiles.file(file, row)).findings()).extracting(Finding::code, Finding::line, Finding::column)
			.containsExactly(tuple("MISSING_VALUE", 2L, column));
	}

	@ParameterizedTest(name = "{0} with {1} parties and from {2}: {3}")
	@CsvSource(delimiter = '|', textBlock = """
			ON_SIGNATURE      |   |      |
			NUMBER_OF_PARTIES | 3 |      |
			ON_DATE           |   | 2025 |
			NUMBER_OF_PARTIES |   |      | MISSING_VALUE parties_needed
			ON_DATE           |   |      | MISSING_VALUE force_date
			ALL_PARTIES       | 3 |      | NOT_ASKED_FOR parties_needed
			                  |   | 2025 | NOT_ASKED_FOR force_date
			""")
	void whatBringsAnAgreementIntoForceIsWhole(@Nullable String rule, @Nullable String parties, @Nullable String day,
			@Nullable String finding) {
		Map<String, String> row = CsvFiles.row("agreements.csv", Map.of("agreement_id", "ODD1"));
		row.put("entry_into_force", Objects.requireNonNullElse(rule, ""));
		row.put("parties_needed", Objects.requireNonNullElse(parties, ""));
		row.put("force_date", Objects.requireNonNullElse(day, ""));
		ParsedFile parsed = read(CsvFiles.file("agreements.csv", row));
		assertThat(parsed.findings()).extracting((each) -> each.code() + " " + each.column())
			.isEqualTo((finding != null) ? List.of(finding) : List.of());
		assertThat(parsed.drafts()).hasSize((finding != null) ? 0 : 1);
	}

	@Test
	void everyWrongCellOfARowIsTold() {
		Map<String, String> wrong = CsvFiles.row("contributions.csv",
				Map.of("contribution_id", "ODD1", "amount_millions", "0", "kind", "GIFT", "price_year", "x"));
		assertThat(read(CsvFiles.file("contributions.csv", wrong)).findings()).extracting(Finding::column)
			.containsExactlyInAnyOrder("amount_millions", "kind", "price_year");
	}

	@Test
	void whatIsMarkedForSomeoneSaysForWhom() {
		for (String marking : List.of("COMMUNITY", "ORIGINATOR")) {
			Map<String, String> row = CsvFiles.row("contributions.csv",
					Map.of("contribution_id", "ODD1", "marking", marking));
			assertThat(read(CsvFiles.file("contributions.csv", row)).findings()).extracting(Finding::code)
				.containsExactly("MISSING_VALUE");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u202e\u0645\u0631\u062d\u0628\u0627 EFA", "\u05e9\u05dc\u05d5\u05dd, \"x\"\nsecond line",
			"=1+1", "`}) DETACH DELETE n //" })
	void anyNameIsAName(String name) {
		Map<String, String> row = CsvFiles.row("programs.csv", Map.of("program_id", "ODD1", "name", name));
		Map<String, String> long200 = CsvFiles.row("programs.csv",
				Map.of("program_id", "ODD2", "name", "\u0644".repeat(200)));
		ParsedFile parsed = read(CsvFiles.file("programs.csv", row, long200));
		assertThat(parsed.findings()).isEmpty();
		assertThat(parsed.drafts()).extracting((draft) -> draft.nodes().getFirst().facts().get("name"))
			.containsExactly(name, "\u0644".repeat(200));
	}

	@Test
	void aKeyThatIsTooLongIsTold() {
		Map<String, String> row = CsvFiles.row("programs.csv", Map.of("program_id", "ODD".repeat(200)));
		assertThat(read(CsvFiles.file("programs.csv", row)).findings()).extracting(Finding::code)
			.containsExactly("OUT_OF_RANGE");
	}

	@Test
	void theSecondOfTwoRowsWithOneKeyIsTold() {
		Map<String, String> row = CsvFiles.row("programs.csv", Map.of("program_id", "ODD1"));
		ParsedFile parsed = read(CsvFiles.file("programs.csv", row, row));
		assertThat(parsed.drafts()).hasSize(1);
		assertThat(parsed.findings()).extracting(Finding::code, Finding::line)
			.containsExactly(tuple("DUPLICATE_KEY", 3L));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "key_id,program\n",
			"program,key_id,source,confidence,checked\nEFA,ODD,a,high,seen\n",
			"key_id,program,source,confidence,checked,checked\n", "key_id,program,source,confidence,checked,color\n",
			"KEY_ID,program,source,confidence,checked\n", "\u0000\u0001\n" })
	void aWrongHeaderIsToldAndNothingIsRead(String text) {
		ParsedFile parsed = read(CsvFiles.text("cost_share_applications.csv", text));
		assertThat(parsed.findings()).extracting(Finding::code).containsExactly("BAD_HEADER");
		assertThat(parsed.drafts()).isEmpty();
	}

	@Test
	void aFileOfUnknownNameIsTold() {
		assertThat(read(CsvFiles.text("../nations.csv", "a\n")).findings()).extracting(Finding::code)
			.containsExactly("UNKNOWN_FILE");
	}

	@Test
	void malformedRowsAreToldAndTheOthersRead() {
		String header = "key_id,program,source,confidence,checked\n";
		ParsedFile short4 = read(CsvFiles.text("cost_share_applications.csv",
				header + "EFA1985,EFA,a,high\nEFA1985,F35,a,high,seen\nEFA1985,EFA,a,high,seen,more\n"));
		assertThat(short4.findings()).extracting(Finding::code, Finding::line)
			.containsExactly(tuple("MALFORMED", 2L), tuple("MALFORMED", 4L));
		assertThat(short4.drafts()).extracting(Draft::line).containsExactly(3L);
		ParsedFile open = read(CsvFiles.text("cost_share_applications.csv",
				header + "EFA1985,EFA,\"a\nb\",high,seen\nEFA1985,\"F35,a,high,seen\nEFA1985,GCAP,a,high,seen\n"));
		assertThat(open.findings()).extracting(Finding::code, Finding::line).containsExactly(tuple("MALFORMED", 4L));
		assertThat(open.drafts()).extracting(Draft::line).containsExactly(2L);
	}

	@Test
	void aLineInAnotherEncodingIsTold() {
		byte[] latin1 = "key_id,program,source,confidence,checked\nEFA1985,EFA,caf\u00e9,high,seen\nEFA1985,F35,a,high,seen\n"
			.getBytes(StandardCharsets.ISO_8859_1);
		ParsedFile parsed = read(new ImportSource("cost_share_applications.csv", latin1));
		assertThat(parsed.findings()).extracting(Finding::code, Finding::line, Finding::column)
			.containsExactly(tuple("MALFORMED", 2L, "source"));
		assertThat(parsed.drafts()).extracting(Draft::line).containsExactly(3L);
	}

	@Test
	void aHeaderInAnotherEncodingIsToldAndNothingIsRead() {
		byte[] utf16 = "key_id,program,source,confidence,checked\nEFA1985,EFA,a,high,seen\n"
			.getBytes(StandardCharsets.UTF_16);
		ParsedFile parsed = read(new ImportSource("cost_share_applications.csv", utf16));
		assertThat(parsed.findings()).extracting(Finding::code, Finding::line, Finding::reason)
			.containsExactly(tuple("MALFORMED", 1L, "The header is not in UTF-8"));
		assertThat(parsed.drafts()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "programs.csv", "contributions.csv", "ip_rights.csv", "nations.csv", "ownerships.csv" })
	void aFileThatWasCutOffSaysNothingElseThanTheWhole(String file) throws IOException {
		byte[] content = Objects.requireNonNull(getClass().getResourceAsStream("/data/curated/" + file)).readAllBytes();
		List<Draft> whole = read(new ImportSource(file, content)).drafts();
		for (int length = 0; length < content.length; length += (length < 700) ? 1 : 97) {
			ParsedFile cut = read(new ImportSource(file, Arrays.copyOf(content, length)));
			assertThat(cut.drafts()).as("the first %s bytes", length).isEqualTo(whole.subList(0, cut.drafts().size()));
			boolean atLineEnd = length > 0 && content[length - 1] == '\n';
			assertThat(cut.findings().isEmpty()).as("the first %s bytes", length).isEqualTo(atLineEnd);
		}
	}

	private ParsedFile read(ImportSource source) {
		return ParsedFile.read(this.schema, source);
	}

	private static Map<String, String> only(String file, Map<String, String> row) {
		FileFormat format = FileFormats.find(file).orElseThrow();
		List<String> columns = new ArrayList<>(format.required());
		columns.addAll(List.of("marking", "fictional"));
		row.keySet().retainAll(columns);
		return row;
	}

}
