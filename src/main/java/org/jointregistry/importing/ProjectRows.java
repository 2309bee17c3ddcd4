package org.jointregistry.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.recording.NodeRef;

/**
 * Published projects that the European Union funds. Each is a program, what funds it, the
 * grant as it was made or promised, the contract for it with its dates, and the nations
 * that take part.
 */
final class ProjectRows {

	private static final String EUR = "EUR";

	private static final String UNION = "COMMUNITY:EU";

	private static final String GRANT_SIGNED = "grant_signed";

	private static final String CONTRIBUTION = "eu_contribution_eur";

	/** The fields of activity that topics name between hyphens; others tell none. */
	private static final Map<String, String> DOMAINS = Map.ofEntries(Map.entry("AIR", "AIR"),
			Map.entry("AIRDEF", "AIR"), Map.entry("GROUND", "LAND"), Map.entry("NAVAL", "SEA"), Map.entry("UWW", "SEA"),
			Map.entry("AMD", "MISSILE"), Map.entry("C4ISR", "C4ISR"), Map.entry("CYBER", "CYBER"),
			Map.entry("SENS", "SENSORS"), Map.entry("MATCOMP", "MATERIALS"), Map.entry("SPACE", "SPACE"));

	private final Map<String, FileFormat> formats;

	ProjectRows(RegistryFormats formats) {
		this.formats = formats.all();
	}

	/**
	 * What a row is about.
	 * @param row a project
	 * @return empty where the row has no id or no acronym
	 */
	Optional<Identity> about(Cells row) {
		String key = key(row);
		String acronym = row.text("acronym");
		return (key != null && acronym != null)
				? Optional.of(new Identity(new NodeRef("Program", key), acronym, "acronym", null, List.of()))
				: Optional.empty();
	}

	/**
	 * What a row says.
	 * @param row a project
	 * @return its rows, that of the program first
	 */
	List<Told> says(Cells row) {
		List<Told> rows = new ArrayList<>(List.of(program(row), mechanism(row)));
		if (row.text(CONTRIBUTION) != null) {
			rows.add(grant(row));
		}
		if (Stream.of("start", "end", GRANT_SIGNED).anyMatch((date) -> row.text(date) != null)) {
			rows.add(contract(row));
		}
		CellReader.split(row.text("nations"))
			.stream()
			.distinct()
			.forEach((nation) -> rows.add(participation(row, nation)));
		return rows;
	}

	static @Nullable String key(Cells row) {
		return row.find("project_id").map("EU-"::concat).orElse(null);
	}

	private Told program(Cells row) {
		boolean ended = "ENDED".equals(row.text("status"));
		return told("Program", row).put("key", key(row), "project_id")
			.put("name", named(row), "title")
			.put("domain", domain(row), "topic")
			.put("kind", kind(row), "action_kind")
			.put("start_year", year(row, "start"), "start")
			.put("end_year", ended ? year(row, "end") : null, "end")
			.put("status", "ONGOING".equals(row.text("status")) ? "ACTIVE" : row.text("status"), "status")
			.put("managing_organization", row.text("managing_org"), "managing_org")
			.put("cost_amount", row.text("total_cost_eur"), "total_cost_eur")
			.put("cost_currency", (row.text("total_cost_eur") != null) ? EUR : null, "total_cost_eur")
			.row();
	}

	private Told mechanism(Cells row) {
		String words = Stream.of("instrument", "call", "topic", "action_kind")
			.flatMap((column) -> row.find(column).map((text) -> column.replace('_', ' ') + " " + text).stream())
			.collect(Collectors.joining(", "));
		return told("FundingMechanism", row).put("key", key(row), "project_id")
			.put("kind", "EU_GRANT_COFINANCING", "instrument")
			.put("description", words, "instrument")
			.put("programs", key(row), "project_id")
			.row();
	}

	/** A promise and the grant itself are two entries of the ledger. */
	private Told grant(Cells row) {
		String kind = (row.text(GRANT_SIGNED) != null) ? "GRANT" : "PLEDGED";
		String key = key(row);
		return told("Contribution", row).put("key", (key != null) ? key + "/" + kind : null, "project_id")
			.put("kind", kind, GRANT_SIGNED)
			.put("form", "CASH", CONTRIBUTION)
			.put("amount", row.text(CONTRIBUTION), CONTRIBUTION)
			.put("currency", EUR, CONTRIBUTION)
			.put("value_date", row.text(GRANT_SIGNED), GRANT_SIGNED)
			.put("programs", key(row), "project_id")
			.put("contributors", UNION, CONTRIBUTION)
			.row();
	}

	private Told contract(Cells row) {
		String state = (row.text(GRANT_SIGNED) == null) ? "PLANNED"
				: "ENDED".equals(row.text("status")) ? "COMPLETED" : "SIGNED";
		return told("Contract", row).put("key", key(row), "project_id")
			.put("title", named(row), "title")
			.put("number", row.text("project_id"), "project_id")
			.put("kind", "OTHER", "instrument")
			.put("state", state, "status")
			.put("value", row.text(CONTRIBUTION), CONTRIBUTION)
			.put("currency", (row.text(CONTRIBUTION) != null) ? EUR : null, CONTRIBUTION)
			.put("signed", row.text(GRANT_SIGNED), GRANT_SIGNED)
			.put("since", row.text("start"), "start")
			.put("until", dayAfter(row.text("end")), "end")
			.put("program", key(row), "project_id")
			.put("authority", UNION, "instrument")
			.row();
	}

	private Told participation(Cells row, String nation) {
		String key = key(row);
		return told("Participation", row).put("key", key + "/" + nation, "nations")
			.put("from", nation, "nations")
			.put("to", key, "project_id")
			.put("role", "PARTNER", "nations")
			.implied()
			.row();
	}

	private Told.Builder told(String format, Cells row) {
		return Told.of(Objects.requireNonNull(this.formats.get(format)), row);
	}

	/** An acronym alone would say nothing, and a title is not what people call it. */
	private static @Nullable String named(Cells row) {
		String title = row.text("title");
		return row.find("acronym")
			.filter((acronym) -> title != null)
			.map((acronym) -> acronym + ": " + title)
			.orElse(title);
	}

	private static String domain(Cells row) {
		return row.find("topic")
			.stream()
			.flatMap((topic) -> Stream.of(topic.split("-")))
			.flatMap((word) -> Optional.ofNullable(DOMAINS.get(word)).stream())
			.findFirst()
			.orElse("OTHER");
	}

	/**
	 * A lump sum tells by its topic what it is paid for: {@code D} and {@code DA} are
	 * development.
	 */
	private static String kind(Cells row) {
		return switch (row.find("instrument").orElse("")) {
			case "EDIRPA" -> "COLLECTIVE_ACQUISITION";
			case "ASAP" -> "PRODUCTION_CAPACITY";
			default -> switch (row.find("action_kind").orElse("OTHER")) {
				case "DEVELOPMENT" -> "JOINT_DEVELOPMENT";
				case "RESEARCH", "OTHER" -> "R_AND_T";
				case "LUMP_SUM_GRANT" -> isDevelopment(row) ? "JOINT_DEVELOPMENT" : "R_AND_T";
				case String other -> other;
			};
		};
	}

	private static boolean isDevelopment(Cells row) {
		return Stream.of(row.find("topic").orElse("").split("-")).anyMatch(Set.of("D", "DA")::contains);
	}

	private static @Nullable String year(Cells row, String column) {
		return row.find(column).map((date) -> date.substring(0, Math.min(4, date.length()))).orElse(null);
	}

	/** A contract's end is the first day without it. What is no day is told as it is. */
	private static @Nullable String dayAfter(@Nullable String last) {
		try {
			return (last != null) ? LocalDate.parse(last).plusDays(1).toString() : null;
		}
		catch (DateTimeException ex) {
			return last;
		}
	}

}
