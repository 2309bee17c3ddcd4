package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jointregistry.synthetic.Outline.Family;
import org.jointregistry.synthetic.Outline.Partner;

/**
 * Draws the outlines of programs.
 */
final class Outlines {

	private static final Map<String, Double> DOMAINS = Measured
		.weights("AIR 30 C4ISR 20 MISSILE 20 LAND 12 SEA 12 CYBER 6");

	private static final Map<String, String> CURRENCIES = Map.of("USA", "USD", "GBR", "GBP", "SWE", "SEK", "NOR",
			"NOK");

	private static final double MILLION = 1_000_000;

	/** Mean and deviation of the logarithm of a development's cost in millions. */
	private static final double[] DEVELOPMENT = { 5.5, 1 };

	private final Slice slice;

	Outlines(Slice slice) {
		this.slice = slice;
	}

	/**
	 * Draws a program.
	 * @param number which it is, of all slices
	 * @return its outline, always the same for the same number
	 */
	Outline draw(int number) {
		Dice dice = this.slice.dice("program", number);
		Family family = Family.of(dice);
		double size = dice.part();
		String domain = dice.weighted(DOMAINS);
		int start = start(dice, family);
		int planned = start + months(dice, family) / 12;
		int cancelled = cancelled(dice, start, planned);
		int end = Math.min(planned, cancelled);
		List<Partner> partners = partners(dice, family, size, start, end);
		String leader = partners.getFirst().nation();
		String currency = (family == Family.GRANT) ? "EUR" : CURRENCIES.getOrDefault(leader, "EUR");
		return new Outline(number, family, domain, start, end, cancelled < planned, partners, cost(dice, family),
				currency, Slice.release(dice, leader, 50, 5), size);
	}

	private static int start(Dice dice, Family family) {
		return switch (family) {
			case GRANT -> dice.between(2017, 2025);
			case BILATERAL -> dice.between(1990, 2023);
			case MULTINATIONAL -> dice.between(1982, 2020);
			case GIANT -> dice.between(1980, 2000);
		};
	}

	private static int months(Dice dice, Family family) {
		return switch (family) {
			case GRANT -> Measured.MONTHS.wholeAt(dice.part());
			case BILATERAL -> dice.between(72, 180);
			case MULTINATIONAL -> dice.between(144, 300);
			case GIANT -> 480;
		};
	}

	/** The year in which it is cancelled: each year has a chance of 1.5 percent. */
	private static int cancelled(Dice dice, int start, int planned) {
		for (int year = start + 1; year < Math.min(planned, Slice.YEAR); year++) {
			if (dice.chance(0.015)) {
				return year;
			}
		}
		return planned;
	}

	private static double cost(Dice dice, Family family) {
		if (family == Family.GRANT) {
			return dice.logNormal(Measured.GRANT[0], Measured.GRANT[1]) / MILLION;
		}
		return dice.logNormal(DEVELOPMENT[0], DEVELOPMENT[1]) * ((family == Family.GIANT) ? 40 : 1);
	}

	private static List<Partner> partners(Dice dice, Family family, double size, int start, int end) {
		int nations = switch (family) {
			case GRANT -> Measured.NATIONS.wholeAt(size);
			case BILATERAL -> 2;
			case MULTINATIONAL -> dice.between(3, 9);
			case GIANT -> dice.between(10, 32);
		};
		List<String> names = dice.several(nations,
				(family == Family.GRANT) ? Measured.PARTICIPATIONS : Measured.DEVELOPERS);
		List<Integer> joined = new ArrayList<>();
		List<Integer> left = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			boolean founder = i < 2 || !dice.chance(Math.min(0.4, (end - start) * 0.02));
			joined.add(founder ? start : dice.between(start, Math.max(start, Math.min(end, Slice.YEAR - 1) - 1)));
			left.add(left(dice, i, joined.getLast(), Math.min(end, Slice.YEAR)));
		}
		List<Integer> shares = new Shares(dice).of(family, left);
		List<Partner> partners = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			partners.add(new Partner(names.get(i), joined.get(i), left.get(i), shares.get(i)));
		}
		return partners;
	}

	/** Each year a partner has a chance of 1 percent to leave; its first two stay. */
	private static int left(Dice dice, int partner, int joined, int end) {
		for (int year = joined + 1; partner > 1 && year < end; year++) {
			if (dice.chance(0.01)) {
				return year;
			}
		}
		return 0;
	}

}
