package org.jointregistry.synthetic;

import java.time.LocalDate;
import java.util.List;

import org.jointregistry.synthetic.Outline.Partner;

/**
 * Writes how a program is governed: its body, who sits on it, its decisions and votes.
 */
final class Governance {

	private static final int DECISIONS_A_YEAR = 2;

	/** Years of decisions that are kept: the last ones. */
	private static final int YEARS = 5;

	private static final double BLOCKED = 0.03;

	private static final List<String> SUBJECTS = List.of("FUNDING", "CONTRACT", "WORK_SHARE", "PARTICIPATION",
			"TECHNOLOGY_TRANSFER", "COST_SHARE");

	private static final List<String> RULES = List.of("unanimity", "consensus", "majority");

	private final Slice slice;

	Governance(Slice slice) {
		this.slice = slice;
	}

	void write(Outline program) {
		Dice dice = this.slice.dice("governance", program.number());
		this.slice.sheets()
			.add("governance.csv", "body_id", program.key("G"), "name", "Steering committee of " + program.key(),
					"level", "EXECUTIVE", "program", program.key(), "agreement_id", program.agreement(),
					"decision_rule", dice.pick(RULES), "meets", "twice a year", "composition",
					"one representative of each partner", "marking", "PARTNERS");
		for (Partner partner : program.partners()) {
			this.slice.sheets()
				.add("seats.csv", "body_id", program.key("G"), "nation", partner.nation(), "weight", 1, "since",
						partner.joined(), "until", (partner.left() > 0) ? partner.left() : null);
		}
		int last = Math.min(program.end(), Slice.YEAR - 1);
		int number = 0;
		for (int year = Math.max(program.start(), last - YEARS + 1); year <= last; year++) {
			for (int i = 0; i < DECISIONS_A_YEAR; i++) {
				decide(program, year, ++number, dice);
			}
		}
		if (!program.isOver()) {
			propose(program, ++number, dice);
		}
	}

	private void decide(Outline program, int year, int number, Dice dice) {
		LocalDate day = LocalDate.of(year, dice.between(1, 12), dice.between(1, 28));
		boolean blocked = dice.chance(BLOCKED);
		String against = dice.pick(program.partners()).nation();
		String key = decision(program, number, dice).set("decided", day, "outcome", blocked ? "REJECTED" : "ADOPTED")
			.cell("decision_id");
		for (Partner partner : program.staying()) {
			if (partner.joined() <= year) {
				boolean refuses = blocked && partner.nation().equals(against);
				this.slice.sheets()
					.add("votes.csv", "decision_id", key, "nation", partner.nation(), "vote",
							refuses ? "AGAINST" : "FOR", "weight", 1, "date", day);
			}
		}
	}

	/** A decision that waits for the votes of two partners. */
	private void propose(Outline program, int number, Dice dice) {
		decision(program, number, dice).set("outcome", "PROPOSED", "proposed", (Slice.YEAR - 1) + "-11-15", "awaits",
				String.join(";", dice.several(2, program.staying().stream().map(Partner::nation).toList())));
	}

	private Sheets.Row decision(Outline program, int number, Dice dice) {
		return this.slice.sheets()
			.add("decisions.csv", "decision_id", program.key("Y", number), "body_id", program.key("G"), "program",
					program.key(), "title", "Invented decision " + number, "affects", dice.pick(SUBJECTS), "marking",
					"PARTNERS");
	}

}
