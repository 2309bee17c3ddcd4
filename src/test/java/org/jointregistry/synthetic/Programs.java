package org.jointregistry.synthetic;

import java.util.List;

import org.jointregistry.synthetic.Outline.Family;
import org.jointregistry.synthetic.Outline.Partner;

/**
 * Writes programs, who takes part in them, the key of their cost and how they are paid.
 */
final class Programs {

	private static final List<String> STAGES = List.of("2", "3", "4", "5", "6");

	private final Slice slice;

	Programs(Slice slice) {
		this.slice = slice;
	}

	void write(Outline program) {
		Dice dice = this.slice.dice("program facts", program.number());
		this.slice.sheets()
			.add("programs.csv", "program_id", program.key(), "name", name(program), "domain", program.domain(), "kind",
					program.family().kind(), "start_year", program.start(), "end_year",
					program.isOver() ? program.end() : null, "status", status(program), "status_as_of", Slice.YEAR - 1,
					"managing_org", "Program office (invented)", "lead_nation", program.leader(),
					"cost_amount_millions", Contributions.millions(program.cost()), "cost_currency", program.currency(),
					"cost_price_year", program.start(), "cost_scope", "Development", "agreement_id",
					program.agreement(), "parent_program", parent(dice, program), "marking",
					program.release().marking(), "releasable_to", program.release().releasableTo(), "originator",
					program.release().originator());
		program.partners().forEach((partner) -> writePart(program, partner, dice));
		writeStages(program);
		writeKey(program);
	}

	private static String name(Outline program) {
		return "Invented program " + program.number() + " (" + program.domain() + ")";
	}

	private static String status(Outline program) {
		if (program.cancelled()) {
			return "TERMINATED_AS_MULTINATIONAL";
		}
		if (program.isOver()) {
			return (program.family() == Family.GRANT) ? "COMPLETED_NOT_PROCURED" : "IN_SERVICE";
		}
		return (program.family() == Family.GRANT) ? "ACTIVE" : "DEVELOPMENT";
	}

	/** One program in ten is a part of an earlier one. */
	private static String parent(Dice dice, Outline program) {
		if (program.number() == 0 || !dice.chance(0.1)) {
			return "";
		}
		return Slice.key("P", dice.between(Math.max(0, program.number() - 200), program.number() - 1));
	}

	private void writePart(Outline program, Partner partner, Dice dice) {
		boolean leads = partner.nation().equals(program.leader());
		String role = (program.family() == Family.GRANT) ? (leads ? "COORDINATOR" : "PARTNER")
				: (leads ? "LEAD_PARTNER" : "PARTNER");
		this.slice.sheets()
			.add("participations.csv", "program", program.key(), "nation", partner.nation(), "role",
					(partner.left() > 0) ? "FORMER_PARTNER" : role, "cost_share_pct", Shares.percent(partner.share()),
					"share_basis", "agreed shares", "joined", partner.joined(), "left",
					(partner.left() > 0) ? partner.left() : null, "figures_marking",
					dice.chance(0.1) ? "PARTNERS" : null);
	}

	/** Developments go through NATO's life cycle. */
	private void writeStages(Outline program) {
		if (program.family() == Family.GRANT) {
			return;
		}
		int step = Math.max(2, (program.end() - program.start()) / STAGES.size());
		for (int i = 0; i < STAGES.size(); i++) {
			int entered = program.start() + i * step;
			int left = entered + step;
			if (entered < Math.min(Slice.YEAR, program.end())) {
				this.slice.sheets()
					.add("program_stages.csv", "program", program.key(), "stage", "NATO_LIFE_CYCLE/" + STAGES.get(i),
							"entered", entered, "left", (left < Slice.YEAR) ? left : null);
			}
		}
	}

	private void writeKey(Outline program) {
		String key = program.key("K");
		for (Partner partner : program.staying()) {
			this.slice.sheets()
				.add("cost_share_keys.csv", "key_id", key, "scheme", "Shares of " + program.key(), "valid_from",
						program.start(), "nation", partner.nation(), "share_pct", Shares.percent(partner.share()),
						"basis", "agreed shares", "programs", program.key(), "marking", "PARTNERS");
		}
		this.slice.sheets()
			.add("funding_mechanisms.csv", "mechanism_id", program.key("F"), "program", program.key(), "kind",
					(program.family() == Family.GRANT) ? "EU_GRANT_COFINANCING" : "FIXED_SHARES", "description",
					"Shares of the partners", "key_id", key, "marking", "PARTNERS");
	}

}
