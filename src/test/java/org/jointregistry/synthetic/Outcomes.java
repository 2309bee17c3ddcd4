package org.jointregistry.synthetic;

import java.time.LocalDate;
import java.util.List;

/**
 * Writes what became of a program: milestones, evaluations and disputes.
 */
final class Outcomes {

	/** Years of a program for each dispute. */
	private static final double YEARS_TO_DISPUTE = 40;

	private static final double ESCALATES = 0.3;

	private static final List<String> STAGES = List.of("CONSULTATION", "COMMITTEE", "GOVERNMENT", "ARBITRATION");

	private static final List<String> CAUSES = List.of("COST", "DELAY", "PERFORMANCE", "WORK_SHARE", "TECHNOLOGY",
			"EXPORT", "WITHDRAWAL");

	private static final List<String> MILESTONES = List.of("REVIEW", "TEST", "DELIVERY");

	private final Slice slice;

	Outcomes(Slice slice) {
		this.slice = slice;
	}

	void write(Outline program) {
		Dice dice = this.slice.dice("outcome", program.number());
		writeMilestones(program, dice);
		writeEvaluations(program, dice);
		int disputes = dice.poisson((program.end() - program.start()) / YEARS_TO_DISPUTE);
		for (int i = 1; i <= disputes; i++) {
			dispute(program, i, dice);
		}
	}

	private void writeMilestones(Outline program, Dice dice) {
		for (int i = 0; i < MILESTONES.size(); i++) {
			int year = program.start() + (program.end() - program.start()) * (i + 1) / MILESTONES.size();
			LocalDate planned = LocalDate.of(year, dice.between(1, 12), 15);
			LocalDate reached = planned.plusDays((long) (60 * dice.normal() + 120));
			boolean come = reached.getYear() < Slice.YEAR;
			this.slice.sheets()
				.add("milestones.csv", "milestone_id", program.key("M", i + 1), "program", program.key(), "name",
						"Invented milestone " + (i + 1), "kind", MILESTONES.get(i), "baseline", planned, "forecast",
						come ? null : reached, "actual", come ? reached : null, "marking", "PARTNERS");
		}
	}

	private void writeEvaluations(Outline program, Dice dice) {
		double growth = (dice.logNormal(0.182, 0.4) - 1) * 100;
		int count = dice.between(1, 3);
		for (int i = 1; i <= count; i++) {
			this.slice.sheets()
				.add("evaluations.csv", "evaluation_id", program.key("E", i), "subject_kind", "PROGRAM", "subject",
						"PROGRAM:" + program.key(), "indicator", "OPERATIONAL_EFFICIENCY", "measure",
						"Cost growth over plan", "value", StrictMath.round(growth * i / count), "unit", "percent",
						"as_of", (Slice.YEAR - 1 - count + i) + "-12-31", "evaluator", "Court of audit (invented)",
						"marking", dice.chance(0.3) ? "PUBLIC" : "PARTNERS");
		}
	}

	private void dispute(Outline program, int number, Dice dice) {
		int stage = 0;
		while (stage < STAGES.size() - 1 && dice.chance(ESCALATES)) {
			stage++;
		}
		int last = Math.max(program.start(), Math.min(program.end(), Slice.YEAR) - 1);
		LocalDate raised = LocalDate.of(dice.between(program.start(), last), dice.between(1, 12), 1);
		LocalDate resolved = raised.plusDays((long) dice.logNormal(5.6, 0.8));
		boolean open = resolved.getYear() >= Slice.YEAR;
		double claim = program.cost() * 0.1;
		List<String> parties = dice.several(2, program.nations());
		this.slice.sheets()
			.add("disputes.csv", "dispute_id", program.key("Z", number), "program", program.key(), "subject",
					"Invented dispute", "parties", "NATION:" + String.join(";NATION:", parties), "raised", raised,
					"resolved", open ? null : resolved, "status", open ? "UNRESOLVED" : "SETTLED", "stage",
					STAGES.get(stage), "claim_millions", Contributions.millions(claim), "claim_currency",
					program.currency(), "settled_millions", open ? null : Contributions.millions(claim * dice.part()),
					"legal_route", "consultation", "cause", dice.pick(CAUSES), "agreement_id", program.agreement(),
					"raised_by", parties.getFirst(), "marking", "PARTNERS");
	}

}
