package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;
import org.jointregistry.shared.ExactDecimal;

/**
 * Totals of several currencies, stated in one.
 *
 * @param in the currency, and the day of the rates
 * @param totals the totals, one for each currency
 * @param stated rates between that currency and others, the first of two currencies
 * counts
 */
record StatedTotal(TotalIn in, List<MoneyPosition> totals, List<Rate> stated) {

	/** Digits of an amount after the point. */
	private static final int CENTS = 2;

	public String currency() {
		return this.in.currency();
	}

	public String ratesOf() {
		return this.in.ratesOf();
	}

	public @Nullable BigDecimal pledged() {
		return sum("PLEDGED");
	}

	public @Nullable BigDecimal called() {
		return sum("CALLED");
	}

	public @Nullable BigDecimal paid() {
		return sum("PAID");
	}

	public @Nullable BigDecimal delivered() {
		return sum("DELIVERED");
	}

	public @Nullable BigDecimal contracted() {
		return sum("CONTRACTED");
	}

	public @Nullable BigDecimal granted() {
		return sum("GRANT");
	}

	/**
	 * The rates that the sums are stated at.
	 * @return one for each other currency of the totals that has one
	 */
	public List<FoundNode> rates() {
		return converted().stream().map(this::find).filter(Objects::nonNull).map(Rate::record).toList();
	}

	/**
	 * Currencies of the totals without a rate.
	 * @return their codes in order
	 */
	public List<String> missing() {
		return converted().stream().filter((currency) -> find(currency) == null).toList();
	}

	/** Currencies of known amounts, but the one that they are stated in. */
	private List<String> converted() {
		Set<String> currencies = new TreeSet<>();
		this.totals.stream()
			.filter((total) -> !total.sums().isEmpty())
			.map(MoneyPosition::currency)
			.filter(Objects::nonNull)
			.forEach(currencies::add);
		currencies.remove(currency());
		return List.copyOf(currencies);
	}

	@Nullable Rate find(String currency) {
		return this.stated.stream().filter((rate) -> rate.currency().equals(currency)).findFirst().orElse(null);
	}

	/**
	 * The sum of one kind in all currencies, rounded once: to a hundredth, half even.
	 * @return null where no amount is known, or one has no rate
	 */
	private @Nullable BigDecimal sum(String kind) {
		List<BigDecimal> parts = new ArrayList<>();
		for (MoneyPosition total : this.totals) {
			BigDecimal amount = total.sums().get(kind);
			if (amount != null) {
				BigDecimal part = (total.currency() != null) ? converted(amount, total.currency()) : null;
				if (part == null) {
					return null;
				}
				parts.add(part);
			}
		}
		return parts.stream()
			.reduce(BigDecimal::add)
			.map((sum) -> ExactDecimal.plain(sum.setScale(CENTS, RoundingMode.HALF_EVEN)))
			.orElse(null);
	}

	@Nullable BigDecimal converted(BigDecimal amount, String currency) {
		if (currency.equals(currency())) {
			return amount;
		}
		Rate rate = find(currency);
		return (rate != null) ? rate.convert(amount) : null;
	}

	/**
	 * A rate between the currency that totals are stated in and another.
	 *
	 * @param currency the other currency
	 * @param value units of the quoted currency for one of the base, greater than 0
	 * @param quoted whether it is stated in the currency of the totals
	 * @param record the rate as the client selects it
	 */
	record Rate(String currency, BigDecimal value, boolean quoted, FoundNode record) {

		/** A product is exact; a quotient has 34 digits. */
		BigDecimal convert(BigDecimal amount) {
			return this.quoted ? amount.multiply(this.value) : amount.divide(this.value, MathContext.DECIMAL128);
		}

	}

}
