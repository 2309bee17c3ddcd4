package org.jointregistry.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jointregistry.synthetic.Memory.Technology;

/**
 * Writes how a program passes technology on: transfers, the licences that they are under
 * and the consents that they waited for.
 */
final class Transfers {

	private static final Map<String, String> REGIMES = Map.of("USA", "ITAR", "GBR", "UK_EXPORT_CONTROL", "DEU",
			"GERMANY_KWKG_AWG", "FRA", "FRANCE_CIEEMG", "ITA", "ITALY_185_90", "JPN", "JAPAN_THREE_PRINCIPLES", "KOR",
			"KOREA_DEFENSE_ACQUISITION");

	/** Licences that had ended when they were used. */
	private static final double ENDED = 0.04;

	/** Transfers to somebody that the licence's scope does not name. */
	private static final double OUTSIDE = 0.01;

	/** Transfers to a nation that takes no part, which partners consent to. */
	private static final double ABROAD = 0.15;

	private static final List<String> STRANGERS = List.of("NZL", "CHE", "SGP", "BRA", "CHL", "IND");

	private final Slice slice;

	Transfers(Slice slice) {
		this.slice = slice;
	}

	void write(Outline program, List<Technology> technologies) {
		Dice dice = this.slice.dice("transfers", program.number());
		int count = dice.poisson(1.6);
		for (int i = 1; i <= count; i++) {
			Technology technology = dice.pick(technologies);
			String from = dice.pick(program.nations());
			String to = dice.pick(dice.chance(ABROAD) ? STRANGERS : others(program.nations(), from));
			write(program, technology, from, to, i, dice);
		}
	}

	private static List<String> others(List<String> nations, String nation) {
		return nations.stream().filter((other) -> !other.equals(nation)).toList();
	}

	private void write(Outline program, Technology technology, String from, String to, int which, Dice dice) {
		String regime = REGIMES.getOrDefault(from, "EU_DIRECTIVE_2009_43");
		int year = dice.between(program.start(), Math.max(program.start(), Math.min(program.end(), Slice.YEAR) - 1));
		LocalDate decided = LocalDate.of(year, dice.between(1, 12), dice.between(1, 28));
		String licence = program.key("L", which);
		String named = dice.chance(OUTSIDE) ? dice.pick(others(STRANGERS, to)) : to;
		license(program, from, named, regime, decided, licence, dice);
		boolean stranger = STRANGERS.contains(to);
		String request = stranger ? program.key("Q", which) : "";
		if (stranger) {
			ask(program, technology, from, to, regime, decided, which);
		}
		this.slice.sheets()
			.add("transfers.csv", "transfer_id", program.key("X", which), "program", program.key(), "from_party",
					"NATION:" + from, "to_party", "NATION:" + to, "technology_id", technology.key(), "direction",
					dice.chance(0.7) ? "TECHNICAL_DATA" : "EQUIPMENT", "regime", regime, "instrument", "LICENCE",
					"status", dice.chance(0.7) ? "COMPLETED" : "APPROVED", "decided", decided, "licences", licence,
					"consent_request", request, "marking", "PARTNERS");
	}

	private void license(Outline program, String from, String to, String regime, LocalDate used, String key,
			Dice dice) {
		LocalDate since = used.minusDays(dice.between(10, 700));
		LocalDate until = dice.chance(ENDED) ? used.minusDays(dice.between(1, 9))
				: used.plusDays(dice.between(30, 2500));
		this.slice.sheets()
			.add("export_licences.csv", "licence_id", key, "program", program.key(), "issuer", from, "holder",
					"NATION:" + from, "regime", regime, "type", dice.chance(0.5) ? "INDIVIDUAL" : "GLOBAL", "scope",
					"Technical data to " + to + " (invented)", "state", "ISSUED", "applied", since.minusDays(90),
					"decided", since, "valid_from", since, "valid_until", until, "marking", "PARTNERS");
	}

	private void ask(Outline program, Technology technology, String from, String to, String regime, LocalDate decided,
			int which) {
		String request = program.key("Q", which);
		this.slice.sheets()
			.add("consent_requests.csv", "request_id", request, "program", program.key(), "asked_by", "NATION:" + from,
					"from_party", "NATION:" + from, "to_party", "NATION:" + to, "technology_id", technology.key(),
					"subject", "Invented subject", "purpose", "Invented purpose", "regime", regime, "asked",
					decided.minusDays(120), "nations", String.join(";", program.nations()), "marking", "PARTNERS");
		for (String nation : program.nations()) {
			this.slice.sheets()
				.add("consent_decisions.csv", "decision_id", request + nation, "request_id", request, "program",
						program.key(), "nation", nation, "kind", "CONSENTED", "decided", decided.minusDays(30),
						"marking", "PARTNERS", "originator", nation);
		}
	}

}
