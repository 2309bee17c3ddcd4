package org.jointregistry.synthetic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jointregistry.synthetic.Outline.Family;

/**
 * Shares of a cost or of work, in hundredths of a percent.
 */
final class Shares {

	private static final int WHOLE = 10_000;

	private final Dice dice;

	Shares(Dice dice) {
		this.dice = dice;
	}

	/**
	 * What partners bear: equal, by what each takes off, or fixed. Two in a hundred keys
	 * are off by one percent.
	 * @param family the program's
	 * @param left the year in which each partner left; 0 where it did not
	 * @return a share for each; 0 for those who left
	 */
	List<Integer> of(Family family, List<Integer> left) {
		int staying = (int) left.stream().filter((year) -> year == 0).count();
		List<Double> weights = weights(family, staying);
		int whole = this.dice.chance(0.02) ? (this.dice.chance(0.5) ? WHOLE - 100 : WHOLE + 100) : WHOLE;
		List<Integer> shares = new ArrayList<>(parts(weights, whole));
		return left.stream().map((year) -> (year == 0) ? shares.removeFirst() : 0).toList();
	}

	private List<Double> weights(Family family, int partners) {
		double mechanism = this.dice.part();
		if (mechanism < 0.2) {
			return Collections.nCopies(partners, 1.0);
		}
		if (mechanism < 0.5 && family != Family.GRANT) {
			List<Double> quantities = new ArrayList<>();
			for (int i = 0; i < partners; i++) {
				quantities.add((double) this.dice.between(4, 180));
			}
			return quantities;
		}
		return this.dice.divided(partners);
	}

	/**
	 * Divides a whole, so that the parts add up to it.
	 * @param weights of the parts
	 * @param whole what they add up to
	 * @return a part for each weight, at least 1
	 */
	static List<Integer> parts(List<Double> weights, int whole) {
		double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
		List<Integer> parts = new ArrayList<>();
		int left = whole;
		for (double weight : weights) {
			int part = Math.max(1, (int) StrictMath.floor(weight / sum * whole));
			parts.add(part);
			left -= part;
		}
		int largest = parts.indexOf(parts.stream().max(Integer::compare).orElseThrow());
		parts.set(largest, parts.get(largest) + left);
		return parts;
	}

	/**
	 * A share as files say it.
	 * @param hundredths of a percent
	 * @return percent; blank where there is none
	 */
	static String percent(int hundredths) {
		return (hundredths > 0) ? BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString() : "";
	}

}
