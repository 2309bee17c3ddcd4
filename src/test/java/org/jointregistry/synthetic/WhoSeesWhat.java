package org.jointregistry.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jointregistry.synthetic.OnlookerRights.Showing;

/**
 * Who sees which records of a slice, reckoned from its rows by the sentences of the
 * access policy, one after the other: without a database, without the schema, and with
 * nothing of the registry's own. A slice has all that the rights in it follow from, but
 * for the members of communities, which are in the curated set.
 */
final class WhoSeesWhat {

	/** Lists of the registry, and what the files say of the records in them. */
	static final List<Sheet> SHEETS = List.of(new Sheet("programs", "programs.csv", "program_id", "program_id", "", ""),
			new Sheet("agreements", "agreements.csv", "agreement_id", "", "agreement_id", ""),
			new Sheet(
					"contributions", "contributions.csv", "contribution_id", "program", "agreement_id", "contributor"),
			new Sheet("costShareKeys", "cost_share_keys.csv", "key_id", "programs", "", ""),
			new Sheet("fundingMechanisms", "funding_mechanisms.csv", "mechanism_id", "program", "", "",
					"funding_stakes.csv mechanism_id party"),
			new Sheet("workShares", "workshares.csv", "program/contractor", "program", "", "contractor"),
			new Sheet("technologies", "technologies.csv", "technology_id", "programs", "", ""),
			new Sheet("exportLicences", "export_licences.csv", "licence_id", "program", "", "issuer holder"),
			new Sheet("transfers", "transfers.csv", "transfer_id", "program", "", "from_party to_party"),
			new Sheet("consentRequests", "consent_requests.csv", "request_id", "program", "", "asked_by nations"),
			new Sheet("consentDecisions", "consent_decisions.csv", "decision_id", "program", "", "nation"),
			new Sheet("governanceBodies", "governance.csv", "body_id", "program", "agreement_id", "",
					"seats.csv body_id nation"),
			new Sheet("decisions", "decisions.csv", "decision_id", "program", "", "awaits",
					"votes.csv decision_id nation"),
			new Sheet("obligations", "obligations.csv", "obligation_id", "program", "agreement_id",
					"obligor beneficiary"),
			new Sheet("disputes", "disputes.csv", "dispute_id", "program", "agreement_id", "parties"),
			new Sheet("milestones", "milestones.csv", "milestone_id", "program", "", ""),
			new Sheet("evaluations", "evaluations.csv", "evaluation_id", "subject", "subject", "subject"),
			new Sheet("contractors", "contractors.csv", "contractor_id", "", "", ""));

	/** Nations of a program, each with the program's key before its own. */
	static final String PARTICIPANTS = "participants";

	private static final Sheet PARTICIPATION = new Sheet(PARTICIPANTS, "participations.csv", "program/nation",
			"program", "", "nation");

	private static final List<NamedCsvRecord> MEMBERSHIPS = memberships();

	private final Map<String, String> rows;

	private final Map<String, List<NamedCsvRecord>> tables = new HashMap<>();

	private final String today;

	private final List<OnlookerRights> viewers;

	/**
	 * The records of a slice.
	 * @param rows rows without headers, by file
	 * @param today the day that rights are of, {@code YYYY-MM-DD}
	 */
	WhoSeesWhat(Map<String, String> rows, String today) {
		this.rows = rows;
		this.today = today;
		this.viewers = Onlooker.all().stream().map(this::rights).toList();
	}

	/**
	 * The records, each with those who see it.
	 * @return names of viewers in their order, by list and then by key
	 */
	Map<String, Map<String, List<String>>> byRecord() {
		Map<String, Map<String, List<String>>> byRecord = new LinkedHashMap<>();
		for (Sheet sheet : SHEETS) {
			Map<String, Set<String>> more = sheet.more(this);
			read(sheet.file()).forEach((row) -> byRecord.computeIfAbsent(sheet.list(), (list) -> new LinkedHashMap<>())
				.put(sheet.key(row), seers(sheet, row, more.getOrDefault(sheet.key(row), Set.of()))));
		}
		byRecord.put(PARTICIPANTS, participants(byRecord.getOrDefault("programs", Map.of())));
		return byRecord;
	}

	/**
	 * The records as rows of {@code who-sees-what.csv}.
	 * @return a line for each record, with a star in place of all viewers
	 */
	String text() {
		StringBuilder text = new StringBuilder();
		byRecord().forEach((list,
				records) -> records.forEach((key, seers) -> text.append(list)
					.append(',')
					.append(key)
					.append(',')
					.append((seers.size() == this.viewers.size()) ? "*" : String.join(" ", seers))
					.append('\n')));
		return text.toString();
	}

	/**
	 * Sentence 11: those who see the program see all that have no marking of their own.
	 */
	private Map<String, List<String>> participants(Map<String, List<String>> programs) {
		Map<String, List<String>> seers = new LinkedHashMap<>();
		for (NamedCsvRecord row : read(PARTICIPATION.file())) {
			List<String> seen = new ArrayList<>(Objects.requireNonNull(programs.get(row.getField("program"))));
			if (!row.getField("marking").isEmpty()) {
				seen.retainAll(seers(PARTICIPATION, row, Set.of()));
			}
			seers.put(PARTICIPATION.key(row), seen);
		}
		return seers;
	}

	private List<String> seers(Sheet sheet, NamedCsvRecord row, Set<String> named) {
		String marking = row.getField("marking").isEmpty() ? "PUBLIC" : row.getField("marking");
		Showing release = new Showing(marking, parts(row, "releasable_to"), row.getField("originator"),
				row.getField("industry_releasable").equals("Y"), cells(row, sheet.programs()),
				cells(row, sheet.agreements()), both(cells(row, sheet.parties()), named));
		return this.viewers.stream()
			.filter((viewer) -> viewer.sees(release))
			.map((viewer) -> viewer.onlooker().name())
			.toList();
	}

	private OnlookerRights rights(Onlooker onlooker) {
		String nation = onlooker.isNational() ? onlooker.nation() : "";
		Set<String> communities = MEMBERSHIPS.stream()
			.filter((row) -> row.getField("nation").equals(nation) && row.getField("role").equals("MEMBER"))
			.filter((row) -> isNow(row.getField("since"), row.getField("until")))
			.map((row) -> "COMMUNITY:" + row.getField("community_id"))
			.collect(Collectors.toSet());
		Set<String> programs = read("participations.csv").stream()
			.filter((row) -> row.getField("nation").equals(nation) && !row.getField("role").equals("FORMER_PARTNER"))
			.filter((row) -> isNow(row.getField("joined"), row.getField("left")))
			.map((row) -> row.getField("program"))
			.collect(Collectors.toSet());
		Set<String> inForce = read("agreements.csv").stream()
			.filter((row) -> !List.of("NEGOTIATED", "SIGNED").contains(row.getField("status")))
			.filter((row) -> isNow(row.getField("in_force"), row.getField("ended")))
			.map((row) -> row.getField("agreement_id"))
			.collect(Collectors.toSet());
		Set<String> agreements = read("agreement_parties.csv").stream()
			.filter((row) -> row.getField("nation").equals(nation) && inForce.contains(row.getField("agreement_id")))
			.filter((row) -> isNow(row.getField("since"), row.getField("until")))
			.map((row) -> row.getField("agreement_id"))
			.collect(Collectors.toSet());
		Set<String> worksOn = read("workshares.csv").stream()
			.filter((row) -> onlooker.is("INDUSTRY") && row.getField("contractor").equals(onlooker.organization()))
			.filter((row) -> isNow(row.getField("since"), row.getField("until")))
			.map((row) -> row.getField("program"))
			.collect(Collectors.toSet());
		return new OnlookerRights(onlooker, communities, programs, agreements, worksOn);
	}

	/**
	 * Whether today is in a period. A date known to the year or month counts from its
	 * first day, the end is the first day after, and what is not told limits nothing.
	 */
	private boolean isNow(String from, String until) {
		return from.compareTo(this.today) <= 0 && (until.isEmpty() || until.compareTo(this.today) > 0);
	}

	private List<NamedCsvRecord> read(String file) {
		return this.tables.computeIfAbsent(file,
				(name) -> table(Synthetic.header(name) + this.rows.getOrDefault(name, "")));
	}

	private static List<NamedCsvRecord> table(String text) {
		return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
	}

	private static List<NamedCsvRecord> memberships() {
		try (InputStream file = WhoSeesWhat.class.getResourceAsStream("/data/curated/memberships.csv")) {
			return table(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What stands in some columns, each part without the kind that stands before it. */
	private static Set<String> cells(NamedCsvRecord row, String columns) {
		Set<String> cells = new HashSet<>();
		for (String column : columns.split(" ")) {
			if (!column.isEmpty()) {
				parts(row, column).forEach((part) -> cells.add(part.substring(part.indexOf(':') + 1)));
			}
		}
		return cells;
	}

	private static Set<String> parts(NamedCsvRecord row, String column) {
		return Arrays.stream(row.getField(column).split(";"))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.toSet());
	}

	private static Set<String> both(Set<String> one, Set<String> other) {
		Set<String> both = new HashSet<>(one);
		both.addAll(other);
		return both;
	}

	/**
	 * A list of the registry and the file that its records come from. Several columns
	 * have a space between them.
	 *
	 * @param list the list's field
	 * @param file the file's name
	 * @param keys columns of the key, with a slash between them
	 * @param programs columns of the programs that a record belongs to
	 * @param agreements columns of the agreements that it belongs to
	 * @param parties columns of the nations and organizations that it names
	 * @param others a file that names more, with its columns of the key and the party
	 */
	record Sheet(String list, String file, String keys, String programs, String agreements, String parties,
			String others) {

		Sheet(String list, String file, String keys, String programs, String agreements, String parties) {
			this(list, file, keys, programs, agreements, parties, "");
		}

		private String key(NamedCsvRecord row) {
			return Arrays.stream(this.keys.split("/")).map(row::getField).collect(Collectors.joining("/"));
		}

		private Map<String, Set<String>> more(WhoSeesWhat files) {
			Map<String, Set<String>> more = new HashMap<>();
			if (!this.others.isEmpty()) {
				String[] parts = this.others.split(" ");
				files.read(parts[0])
					.forEach((row) -> more.computeIfAbsent(row.getField(parts[1]), (key) -> new HashSet<>())
						.addAll(cells(row, parts[2])));
			}
			return more;
		}

	}

}
