package org.jointregistry.synthetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.jointregistry.synthetic.Outline.Partner;
import org.jointregistry.synthetic.Slice.Release;

/**
 * Writes what partners pledge, are called for and pay, quarter by quarter along an S
 * curve, with corrections.
 */
final class Contributions {

	/**
	 * How many quarters in a hundred have a call, so that a program has about 50 entries.
	 */
	private static final double CALLED = 0.22;

	/** Payments that never come. */
	private static final double UNPAID = 0.03;

	private static final double IN_KIND = 0.1;

	private static final double CORRECTED = 0.01;

	private static final double REVERSED = 0.005;

	/**
	 * Mean and deviation of the logarithm of the days from call to payment: median 45.
	 */
	private static final double[] LAG = { 3.807, 0.6 };

	/**
	 * Mean and deviation of the logarithm of cost growth: median 1.2, nine in ten below
	 * 2.
	 */
	private static final double[] GROWTH = { 0.182, 0.4 };

	private static final int QUARTERS = 4;

	private final Slice slice;

	private final Outline program;

	private int entries;

	Contributions(Slice slice, Outline program) {
		this.slice = slice;
		this.program = program;
	}

	void write() {
		Dice dice = this.slice.dice("contributions", this.program.number());
		double cost = this.program.cost() * dice.logNormal(GROWTH[0], GROWTH[1]);
		for (Partner partner : this.program.staying()) {
			Dice own = this.slice.dice("contributions of " + partner.nation(), this.program.number());
			double part = partner.share() / 10_000.0;
			LocalDate promised = LocalDate.of(partner.joined(), own.between(1, 12), 1);
			add(own, partner.nation(), "PLEDGED", "CASH", this.program.cost() * part, promised);
			int quarters = (this.program.end() - partner.joined()) * QUARTERS;
			for (int quarter = 0; quarter < quarters && partner.joined() + quarter / QUARTERS < Slice.YEAR; quarter++) {
				if (own.chance(CALLED)) {
					double amount = cost * part * (reached(quarter + 1, quarters) - reached(quarter, quarters))
							/ CALLED;
					call(own, partner, amount, quarter);
				}
			}
		}
	}

	/** The part of the cost that is spent after some of the quarters. */
	private static double reached(int quarter, int quarters) {
		double part = (double) quarter / quarters;
		return part * part * (3 - 2 * part);
	}

	private void call(Dice dice, Partner partner, double amount, int quarter) {
		LocalDate called = LocalDate.of(partner.joined() + quarter / QUARTERS, 1 + quarter % QUARTERS * 3, 1);
		add(dice, partner.nation(), "CALLED", "CASH", amount, called);
		LocalDate paid = called.plusDays((long) dice.logNormal(LAG[0], LAG[1]));
		boolean inKind = dice.chance(IN_KIND);
		if (dice.chance(UNPAID) || paid.getYear() >= Slice.YEAR) {
			return;
		}
		String kind = inKind ? "DELIVERED" : "PAID";
		String form = inKind ? "IN_KIND" : "CASH";
		String entry = add(dice, partner.nation(), kind, form, amount, paid);
		if (dice.chance(CORRECTED)) {
			String correction = add(dice, partner.nation(), kind, form, amount * 0.9, paid);
			this.slice.sheets().add("contribution_successions.csv", "contribution_id", correction, "supersedes", entry);
		}
		else if (dice.chance(REVERSED)) {
			row(dice, partner.nation(), "REVERSED", form, amount, paid.plusDays(30)).set("reverses", entry, "reason",
					"Booked to the wrong program");
		}
	}

	private String add(Dice dice, String nation, String kind, String form, double amount, LocalDate date) {
		row(dice, nation, kind, form, amount, date);
		return this.program.key("B", this.entries);
	}

	private Sheets.Row row(Dice dice, String nation, String kind, String form, double amount, LocalDate date) {
		Release release = Slice.release(dice, nation, 0, 70);
		return this.slice.sheets()
			.add("contributions.csv", "contribution_id", this.program.key("B", ++this.entries), "program",
					this.program.key(), "contributor", "NATION:" + nation, "contributor_type", "NATION", "phase",
					"DEVELOPMENT", "kind", kind, "form", form, "amount_millions", millions(amount), "currency",
					this.program.currency(), "price_year", this.program.start(), "period", quarter(date),
					"agreement_id", this.program.agreement(), "value_date", date, "marking", release.marking(),
					"releasable_to", release.releasableTo(), "originator", nation);
	}

	private static String quarter(LocalDate date) {
		return date.getYear() + "-Q" + ((date.getMonthValue() + 2) / 3);
	}

	/**
	 * An amount as files say it.
	 * @param millions in millions
	 * @return to a hundred units of the currency, and at least so much
	 */
	static String millions(double millions) {
		BigDecimal amount = BigDecimal.valueOf(Math.max(0.0001, millions)).setScale(4, RoundingMode.HALF_UP);
		return amount.stripTrailingZeros().toPlainString();
	}

}
