package org.jointregistry.synthetic;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes agreements: one under each program, with supplements, and bilateral ones that
 * nations have besides, with who signed and ratified when and what follows from them.
 */
final class Agreements {

	/** Agreements that never came into force. */
	private static final double NEVER = 0.08;

	/** Agreements whose entry into force is not known. */
	private static final double UNKNOWN = 0.55;

	private static final int BILATERALS = 2;

	private static final int DEEPEST = 5;

	private static final List<String> DUTIES = List.of("FUNDING", "CONFIDENTIALITY", "PRIOR_CONSENT", "PERSONNEL",
			"WORK_SHARE", "CONSULTATION");

	private final Slice slice;

	Agreements(Slice slice) {
		this.slice = slice;
	}

	/** The agreement of a program, and what supplements it. */
	void write(Outline program) {
		Dice dice = this.slice.dice("agreement", program.number());
		String instrument = (program.family() == Outline.Family.GRANT) ? "PROJECT_ARRANGEMENT" : "MOU";
		int year = program.start();
		Treaty treaty = new Treaty(program.agreement(), "", "JOINT_DEVELOPMENT", instrument, year, program.nations());
		write(treaty, dice);
		oblige(program, dice);
		String above = program.agreement();
		for (int i = 1; i <= DEEPEST && dice.chance(0.25) && year + i < Slice.YEAR; i++) {
			String key = program.key("A", i);
			write(new Treaty(key, above, "JOINT_DEVELOPMENT", instrument, year + i, program.nations()), dice);
			above = key;
		}
	}

	/** Bilateral agreements; nations that have one are the likelier to have another. */
	void writeBilaterals() {
		for (int i = 0; i < BILATERALS; i++) {
			int number = this.slice.number() * BILATERALS + i;
			Dice dice = this.slice.dice("bilateral", number);
			List<List<String>> before = this.slice.memory().pairs();
			List<String> pair = before.isEmpty() || dice.chance(Measured.NEW_PAIRS)
					? dice.several(2, Measured.AGREEING).stream().sorted().toList() : dice.pick(before);
			before.add(pair);
			int year = Math.min(Slice.YEAR - 1, Slice.YEAR - (int) dice.exponential(12));
			write(new Treaty(Slice.key("D", number), "", "BILATERAL", "AGREEMENT", Math.max(1980, year), pair), dice);
		}
	}

	private void write(Treaty treaty, Dice dice) {
		LocalDate signed = LocalDate.of(treaty.year(), dice.between(1, 12), dice.between(1, 28));
		int days = Measured.DAYS_TO_FORCE.wholeAt(dice.part());
		boolean never = dice.chance(NEVER) || signed.plusDays(days).getYear() >= Slice.YEAR;
		LocalDate force = never ? null : signed.plusDays(days);
		boolean told = force != null && !(treaty.type().equals("BILATERAL") && dice.chance(UNKNOWN));
		Slice.Release release = Slice.release(dice, treaty.nations().getFirst(), 60, 0);
		this.slice.sheets()
			.add("agreements.csv", "agreement_id", treaty.key(), "title",
					"Invented agreement " + treaty.key().substring(5), "type", treaty.type(), "instrument",
					treaty.instrument(), "subject", "Defence cooperation (invented)", "signed", signed, "in_force",
					told ? force : null, "status", never ? "SIGNED" : "IN_FORCE", "ratification", "REQUIRED",
					"supplements", treaty.above(), "marking", release.marking(), "releasable_to",
					release.releasableTo());
		writeParties(treaty, signed, force, dice);
	}

	private void writeParties(Treaty treaty, LocalDate signed, @Nullable LocalDate force, Dice dice) {
		for (String nation : treaty.nations()) {
			boolean ratified = force != null || dice.chance(0.5);
			LocalDate day = (force != null) ? force : signed.plusDays(dice.between(1, 300));
			this.slice.sheets()
				.add("agreement_parties.csv", "agreement_id", treaty.key(), "nation", nation, "role", "PARTY", "since",
						force, "signed", signed, "ratified", (ratified && day.getYear() < Slice.YEAR) ? day : null);
		}
	}

	private void oblige(Outline program, Dice dice) {
		int count = dice.between(5, 12);
		for (int i = 1; i <= count; i++) {
			String kind = dice.pick(DUTIES);
			String nation = dice.pick(program.nations());
			boolean money = kind.equals("FUNDING");
			boolean open = dice.chance(0.4);
			int year = dice.between(program.start(), Math.max(program.start(), program.end()));
			this.slice.sheets()
				.add("obligations.csv", "obligation_id", program.key("O", i), "agreement_id", program.agreement(),
						"program", program.key(), "obligor", "NATION:" + nation, "beneficiary",
						"PROGRAM:" + program.key(), "kind", kind, "text_own_words", "Invented duty", "amount_millions",
						money ? Contributions.millions(program.cost() / 20) : null, "currency",
						money ? program.currency() : null, "due", LocalDate.of(year, dice.between(1, 12), 28), "status",
						(open || year >= Slice.YEAR) ? "IN_PROGRESS" : dice.chance(0.05) ? "BREACHED" : "FULFILLED",
						"marking", "PARTNERS");
		}
	}

	/**
	 * An agreement before it is written.
	 *
	 * @param key its key
	 * @param above the agreement that it supplements; blank where there is none
	 * @param type its type
	 * @param instrument its instrument
	 * @param year the year in which it was signed
	 * @param nations its parties
	 */
	private record Treaty(String key, String above, String type, String instrument, int year, List<String> nations) {

	}

}
