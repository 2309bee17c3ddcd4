package org.jointregistry.dependence;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Who controls contractors on a day, by the shares that are known of them.
 *
 * @param owned contractors by key
 */
record Control(Map<String, Owned> owned) {

	/** The day of shares of which no day is known: before every other. */
	static final String UNKNOWN = "";

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private static final BigDecimal HALF = BigDecimal.valueOf(50);

	private static final Comparator<Stake> LATEST = Comparator.comparing(Stake::asOf)
		.reversed()
		.thenComparing(Stake::owner);

	/**
	 * The days for which any share is known.
	 * @return in their order
	 */
	NavigableSet<String> days() {
		return this.owned.values()
			.stream()
			.flatMap((each) -> each.stakes().stream())
			.map(Stake::asOf)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * The nation under whose control a contractor is.
	 * @param contractor its key
	 * @param day the day
	 * @return the nation with its part; null where none has more than half
	 */
	@Nullable Held held(String contractor, String day) {
		return held(contractor, day, new HashMap<>());
	}

	/**
	 * Each contractor is looked at once: one whose owners are being looked at counts for
	 * its seat meanwhile.
	 */
	private @Nullable Held held(String contractor, String day, Map<String, @Nullable String> nations) {
		Owned of = this.owned.get(contractor);
		if (of == null) {
			return null;
		}
		nations.put(contractor, of.seat());
		Map<String, BigDecimal> parts = new TreeMap<>();
		BigDecimal rest = WHOLE;
		for (Stake stake : of.on(day)) {
			BigDecimal part = rest.min((stake.share() != null) ? stake.share() : BigDecimal.ZERO);
			rest = rest.subtract(part);
			String nation = nation(stake.owner(), day, nations);
			if (nation != null) {
				parts.merge(nation, part, BigDecimal::add);
			}
		}
		return parts.entrySet()
			.stream()
			.filter((part) -> part.getValue().compareTo(HALF) > 0)
			.findFirst()
			.map((part) -> new Held(part.getKey(), part.getValue()))
			.orElse(null);
	}

	/** The nation that an owner counts for. */
	private @Nullable String nation(String owner, String day, Map<String, @Nullable String> nations) {
		if (!nations.containsKey(owner)) {
			Held held = held(owner, day, nations);
			if (held != null) {
				nations.put(owner, held.nation());
			}
		}
		return nations.get(owner);
	}

	/**
	 * That a nation controls a contractor.
	 *
	 * @param nation its code
	 * @param part in percent that its owners have together
	 */
	record Held(String nation, BigDecimal part) {

	}

	/**
	 * A contractor with what is known of its owners.
	 *
	 * @param seat code of the nation of its seat; null where unknown
	 * @param stakes shares of its owners, on whatever day
	 */
	record Owned(@Nullable String seat, Collection<Stake> stakes) {

		/**
		 * The last known share of each owner.
		 * @param day the day
		 * @return the latest known first
		 */
		List<Stake> on(String day) {
			Map<String, Stake> last = new LinkedHashMap<>();
			this.stakes.stream()
				.filter((stake) -> stake.asOf().compareTo(day) <= 0)
				.sorted(LATEST)
				.forEach((stake) -> last.putIfAbsent(stake.owner(), stake));
			return List.copyOf(last.values());
		}

	}

	/**
	 * A share of an owner.
	 *
	 * @param owner key of the owner
	 * @param share in percent; null where unknown
	 * @param asOf the day for which it is known; {@link #UNKNOWN} where none is told
	 * @param source of it; null where it was recorded in the registry itself
	 */
	record Stake(String owner, @Nullable BigDecimal share, String asOf, @Nullable String source) {

	}

}
