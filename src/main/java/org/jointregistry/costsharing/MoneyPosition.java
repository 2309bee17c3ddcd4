package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Sums of contributions in one currency.
 *
 * @param currency the currency; null for entries that are not stated in money
 * @param sums the sum of each kind of which an amount is known
 * @param whole the sums of which these are a part; null where they are the whole
 * @param entries how many entries there are
 */
record MoneyPosition(@Nullable String currency, Map<String, BigDecimal> sums, @Nullable MoneyPosition whole,
		long entries) {

	/**
	 * Sums of entries, one for each currency.
	 * @param entries the entries
	 * @param wholes the sums of which they are parts, by currency; empty where they are
	 * the wholes
	 * @return by currency, what is not stated in money last
	 */
	static List<MoneyPosition> of(Collection<EntrySum> entries, Collection<MoneyPosition> wholes) {
		Map<String, MoneyPosition> positions = new TreeMap<>();
		for (EntrySum entry : entries) {
			String currency = Objects.requireNonNullElse(entry.currency(), "~");
			MoneyPosition position = positions.computeIfAbsent(currency,
					(key) -> new MoneyPosition(entry.currency(), Map.of(), whole(entry.currency(), wholes), 0));
			positions.put(currency, position.plus(entry));
		}
		return List.copyOf(positions.values());
	}

	private static @Nullable MoneyPosition whole(@Nullable String currency, Collection<MoneyPosition> wholes) {
		return wholes.stream().filter((whole) -> Objects.equals(whole.currency(), currency)).findFirst().orElse(null);
	}

	private MoneyPosition plus(EntrySum entry) {
		Map<String, BigDecimal> sums = new TreeMap<>(this.sums);
		if (entry.amount() != null) {
			sums.merge(entry.kind(), entry.amount(), BigDecimal::add);
		}
		return new MoneyPosition(this.currency, sums, this.whole, this.entries + entry.entries());
	}

	public @Nullable BigDecimal pledged() {
		return this.sums.get("PLEDGED");
	}

	public @Nullable BigDecimal called() {
		return this.sums.get("CALLED");
	}

	public @Nullable BigDecimal paid() {
		return this.sums.get("PAID");
	}

	public @Nullable BigDecimal delivered() {
		return this.sums.get("DELIVERED");
	}

	public @Nullable BigDecimal contracted() {
		return this.sums.get("CONTRACTED");
	}

	public @Nullable BigDecimal granted() {
		return this.sums.get("GRANT");
	}

	/**
	 * What was pledged and neither paid nor delivered.
	 * @return the rest; null where nothing is known to be pledged
	 */
	public @Nullable BigDecimal outstanding() {
		BigDecimal pledged = pledged();
		return (pledged != null) ? pledged.subtract(orZero(paid())).subtract(orZero(delivered())) : null;
	}

	public @Nullable BigDecimal pledgedShare() {
		return share(MoneyPosition::pledged);
	}

	public @Nullable BigDecimal paidShare() {
		return share(MoneyPosition::paid);
	}

	private @Nullable BigDecimal share(Function<MoneyPosition, @Nullable BigDecimal> sum) {
		BigDecimal part = sum.apply(this);
		BigDecimal all = (this.whole != null) ? sum.apply(this.whole) : null;
		return Proportion.percent(part, all);
	}

	private static BigDecimal orZero(@Nullable BigDecimal amount) {
		return (amount != null) ? amount : BigDecimal.ZERO;
	}

	/**
	 * The sum of a group's entries of one kind in one currency.
	 *
	 * @param contributors who gave them, each as type and key
	 * @param severalPrograms whether they went to several programs
	 * @param currency the currency; null where they are not stated in money
	 * @param kind the kind of contribution
	 * @param amount the sum; null where no amount is known
	 * @param entries how many
	 */
	record EntrySum(List<String> contributors, boolean severalPrograms, @Nullable String currency, String kind,
			@Nullable BigDecimal amount, long entries) {

		boolean isOfOne() {
			return this.contributors.size() == 1 && !this.severalPrograms;
		}

	}

}
