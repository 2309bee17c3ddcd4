package org.jointregistry.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.industry.OffsetBalance;
import org.jointregistry.program.Punctuality;
import org.jointregistry.program.RiskMatrix;
import org.jointregistry.shared.PartialDates;

/**
 * Where files say a thing in other words than the schema.
 */
final class Translations {

	private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}){0,2}");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}([.][0-9]{1,40})?");

	private static final Pattern SIGNED = Pattern.compile("-?" + NUMBER.pattern());

	/** Columns of what is evaluated, by the kinds that files name. */
	private static final Map<String, String> SUBJECTS = Map.of("PROGRAM", "program", "AGREEMENT", "agreement",
			"COMMUNITY", "community", "HUB", "hub");

	private static final String PROGRAM = "PROGRAM:";

	private static final String NATO = "NATO";

	private static final Pattern NAMED_CURRENCY = Pattern.compile("\\bin ([A-Z]{3})\\b");

	private Translations() {
	}

	/**
	 * What brings an agreement into force is whole, and nothing besides: nobody could
	 * complete it once somebody has signed.
	 * @param row an agreement
	 */
	static void agreement(Cells row) {
		String rule = row.find("entry_into_force").orElse("");
		term(row, "parties_needed", rule.equals("NUMBER_OF_PARTIES"));
		term(row, "force_date", rule.equals("ON_DATE"));
	}

	private static void term(Cells row, String column, boolean asked) {
		boolean given = row.text(column) != null;
		if (asked && !given) {
			row.fault(FindingCode.MISSING_VALUE, column, "What brings the agreement into force needs a value here");
		}
		else if (!asked && given) {
			row.fault(FindingCode.NOT_ASKED_FOR, column, "What brings the agreement into force has no value here");
		}
	}

	/**
	 * Agreements go through the stages of one scheme, and programs through those of all
	 * others.
	 * @param row a stage
	 */
	static void lifecycleStage(Cells row) {
		row.put("subject", "AGREEMENT".equals(row.text("scheme")) ? "AGREEMENT" : "PROGRAM");
	}

	/**
	 * What a marking is treated as is a level of NATO, and NATO's own are no others.
	 * @param row a protective marking
	 */
	static void protectiveMarking(Cells row) {
		row.find("equivalent_nato").ifPresent((level) -> {
			row.blank("equivalent_nato");
			if (!NATO.equals(row.text("scheme"))) {
				row.put("equivalent_nato", NATO + "/" + level);
			}
		});
	}

	/**
	 * What was provided was delivered.
	 * @param row a contribution
	 */
	static void contribution(Cells row) {
		if ("PROVIDED".equals(row.text("kind"))) {
			row.put("kind", "DELIVERED");
		}
	}

	/**
	 * The first word says how a body decides, such as {@code unanimity of all members}.
	 * @param row a body
	 */
	static void governanceBody(Cells row) {
		String words = row.find("decision_rule").orElse("").toUpperCase(Locale.ROOT).replace(' ', '_');
		Stream.of("CONSENSUS", "UNANIMITY", "MAJORITY", "QUALIFIED_MAJORITY")
			.filter(words::startsWith)
			.forEach((rule) -> row.put("rule", rule));
	}

	/**
	 * A settlement is in the currency of the claim, or in the one that its words name.
	 * How a dispute was dealt with says how far it went.
	 * @param row a dispute
	 */
	static void dispute(Cells row) {
		Matcher named = NAMED_CURRENCY.matcher(row.find("outcome").orElse(""));
		if (row.text("settled_millions") != null) {
			row.put("settled_currency", row.find("claim_currency").orElseGet(() -> named.find() ? named.group(1) : ""));
		}
		row.put("height", switch (row.find("stage").orElse("")) {
			case "GOVERNMENT_CONSULTATION", "POLITICAL" -> "GOVERNMENT";
			case "COURT_THEN_SETTLEMENT" -> "COURT";
			case "NEGOTIATION", "INDUSTRY_NEGOTIATION", "LICENSING" -> "CONSULTATION";
			case String said -> said;
		});
		daysToResolution(row, "days");
	}

	/**
	 * How long a dispute took follows from its dates.
	 * @param row a dispute
	 * @param column the column with the days
	 */
	static void daysToResolution(Cells row, String column) {
		String resolved = row.text("resolved");
		if (resolved != null && isDate(row.text("raised")) && isDate(resolved)) {
			PartialDates.findDays(row.text("raised"), resolved)
				.ifPresent((days) -> row.put(column, String.valueOf(days)));
		}
	}

	/** What is no date is told by the column that it stands in. */
	private static boolean isDate(@Nullable String text) {
		try {
			return text != null && !PartialDates.parse(text).isEmpty();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * A milestone says itself whether it was kept.
	 * @param row a milestone
	 */
	static void milestone(Cells row) {
		List<String> dates = List.of("baseline", "forecast", "actual");
		if (dates.stream().flatMap((date) -> row.find(date).stream()).allMatch(Translations::isDate)) {
			Punctuality punctuality = new Punctuality(row.text("baseline"), row.text("forecast"), row.text("actual"));
			punctuality.standing().ifPresent((standing) -> row.put("standing", standing));
			punctuality.daysLate().ifPresent((days) -> row.put("days_late", days.toString()));
		}
	}

	/**
	 * A risk is scored as its likelihood and impact say.
	 * @param row a risk
	 */
	static void risk(Cells row) {
		RiskMatrix.findScore(row.text("likelihood"), row.text("impact"))
			.ifPresent((score) -> row.put("score", String.valueOf(score)));
	}

	/**
	 * An offset stands as its amounts say.
	 * @param row an offset, its amounts in millions
	 */
	static void offset(Cells row) {
		offset(row, "value_millions", "fulfilled_millions");
	}

	/**
	 * An offset stands as its amounts say.
	 * @param row an offset
	 * @param value the column with its amount
	 * @param fulfilled the column with what is credited
	 */
	static void offset(Cells row, String value, String fulfilled) {
		row.put("state", new OffsetBalance(number(row, value), number(row, fulfilled), row.text("released")).state());
	}

	/** What is no number is told by the column that it stands in. */
	private static @Nullable BigDecimal number(Cells row, String column) {
		return row.find(column).filter((text) -> NUMBER.matcher(text).matches()).map(BigDecimal::new).orElse(null);
	}

	/**
	 * An owner known by name only is a contractor of that kind.
	 * @param row an ownership
	 */
	static void ownership(Cells row) {
		String name = row.text("owner_name");
		if (row.text("owner_id") == null && name != null) {
			String key = "NAMED:" + name;
			row.put("owner_id", key);
			row.imply("Contractor", key, Map.of("name", name, "kind", "NAMED_OWNER"));
		}
	}

	/**
	 * A class such as JOINT_FOREGROUND says three things, and what has an owner is owned.
	 * A right in no technology of the register is in one that the right alone names.
	 * @param row a right
	 */
	static void right(Cells row) {
		String named = row.find("ip_class").orElse("");
		String owner = row.find("owner").orElse("");
		row.put("class", named.replaceFirst("^JOINT_", "").replaceFirst("_DERIVED$", ""));
		row.put("joint", yesOrNo(named.startsWith("JOINT_") || owner.contains(";")));
		row.put("derived", yesOrNo(named.endsWith("_DERIVED")));
		row.put("grant", row.find("grant").orElse("OWNS"));
		String right = row.text("ip_id");
		if (row.text("technology_id") == null && right != null) {
			row.put("technology_id", right);
			row.imply("Technology", right, Map.of("name", row.find("subject").orElse(right)));
		}
	}

	/**
	 * What is due on no date is due in words, and a beneficiary that is a program is one
	 * as a whole.
	 * @param row an obligation
	 */
	static void obligation(Cells row) {
		row.find("due").filter((due) -> !DATE.matcher(due).matches()).ifPresent((due) -> {
			row.blank("due");
			row.put("due_terms", due);
		});
		List<String> beneficiaries = CellReader.split(row.text("beneficiary"));
		beneficiaries.stream().filter((each) -> each.startsWith(PROGRAM)).findFirst().ifPresent((program) -> {
			row.blank("beneficiary");
			row.put("beneficiary",
					beneficiaries.stream().filter((each) -> !each.equals(program)).collect(Collectors.joining(";")));
			row.put("creditor_program", program.substring(PROGRAM.length()));
		});
	}

	/**
	 * An evaluation is of one subject, which its kind stands before, and what is no
	 * number was found in words.
	 * @param row an evaluation
	 */
	static void evaluation(Cells row) {
		String subject = row.find("subject").orElse("");
		String kind = row.find("subject_kind").orElse("");
		String column = SUBJECTS.get(kind);
		if (column != null && subject.startsWith(kind + ":")) {
			row.put(column, subject.substring(kind.length() + 1));
		}
		else {
			row.fault(FindingCode.UNKNOWN_REFERENCE, "subject",
					"An evaluation is of a program, an agreement, a community or a hub, after the kind of it");
		}
		row.find("value").ifPresent((value) -> row.put(SIGNED.matcher(value).matches() ? "number" : "words", value));
	}

	private static String yesOrNo(boolean yes) {
		return yes ? "Y" : "N";
	}

}
