package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.NationalSums;
import org.jointregistry.costsharing.NationalSums.Held;
import org.jointregistry.evaluation.PartnerBalance.BalanceDimension;
import org.jointregistry.evaluation.PartnerBalance.BalancePart;
import org.jointregistry.evaluation.PartnerBalance.NationBalance;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;

/**
 * Reads what the statement behind {@code partnerBalance} returns.
 */
final class BalanceReading {

	/** Where a row goes on after the nation. */
	private static final int MORE = 3;

	private final NationalSums sums;

	private final Projection nations;

	private final Projection largest;

	private final Projection bodies;

	private final Projection spread;

	private final Map<String, Held> found = new TreeMap<>();

	private final Map<String, Held> governing = new TreeMap<>();

	private final Map<Dimension, Map<String, BigDecimal>> parts = new TreeMap<>();

	BalanceReading(NationalSums sums, Projection nations, Projection largest, Projection bodies, Projection spread) {
		this.sums = sums;
		this.nations = nations;
		this.largest = largest;
		this.bodies = bodies;
		this.spread = spread;
	}

	/**
	 * The answer.
	 * @param returned nested lists
	 * @return what nations have
	 */
	PartnerBalance read(@Nullable Object returned) {
		List<?> lists = (List<?>) Objects.requireNonNull(returned);
		String today = LocalDate.now(Clock.systemUTC()).toString();
		this.found.putAll(this.sums.nations());
		rows(lists, 0);
		rows(lists, 1).stream().filter((row) -> holds(row, MORE + 4, today)).forEach(this::vote);
		Set<List<?>> rights = new HashSet<>();
		List.of(2, 3)
			.forEach((place) -> rows(lists, place).stream()
				.filter((row) -> isHeld(row, today) && rights.add(List.of(row.getFirst(), row.get(MORE))))
				.forEach((row) -> add(Dimension.of(BalanceKind.valueOf(row.get(MORE + 1) + "_RIGHTS")),
						(String) row.getFirst(), BigDecimal.ONE)));
		hosts(lists, 4, BalanceKind.HUBS);
		hosts(lists, 5, BalanceKind.TEST_SITES);
		hosts(lists, 6, BalanceKind.EXERCISES);
		hosts(lists, 7, BalanceKind.BODIES);
		this.sums.sums()
			.stream()
			.filter((sum) -> this.found.containsKey(sum.nation()))
			.forEach((sum) -> add(
					new Dimension(BalanceKind.valueOf(sum.kind().name()), sum.currency(), sum.stated(), null),
					sum.nation(), sum.amount()));
		return answer();
	}

	/** The rows of a list, whose nations are then known. */
	private List<List<?>> rows(List<?> lists, int place) {
		List<List<?>> rows = new ArrayList<>();
		for (Object each : (List<?>) lists.get(place)) {
			List<?> row = (List<?>) each;
			this.found.computeIfAbsent((String) row.getFirst(),
					(key) -> new Held(this.nations.read(row.get(1)), this.largest.read(row.get(2))));
			rows.add(row);
		}
		return rows;
	}

	private void vote(List<?> row) {
		String body = (String) row.get(MORE);
		this.governing.computeIfAbsent(body,
				(key) -> new Held(this.bodies.read(row.get(MORE + 1)), this.spread.read(row.get(MORE + 2))));
		add(new Dimension(BalanceKind.VOTES, null, false, body), (String) row.getFirst(),
				BigDecimal.valueOf((Long) row.get(MORE + 3)));
	}

	private static boolean isHeld(List<?> row, String today) {
		Object confirmation = row.get(MORE + 2);
		return (confirmation == null || confirmation.equals("CONFIRMED")) && holds(row, MORE + 3, today);
	}

	/**
	 * From the first day until the first one without it; an unknown date limits nothing.
	 */
	private static boolean holds(List<?> row, int since, String today) {
		String first = (String) row.get(since);
		String end = (String) row.get(since + 1);
		return (first == null || first.compareTo(today) <= 0) && (end == null || end.compareTo(today) > 0);
	}

	private void hosts(List<?> lists, int place, BalanceKind kind) {
		Set<List<?>> once = new HashSet<>();
		for (List<?> row : rows(lists, place)) {
			if (once.add(List.of(row.getFirst(), row.get(MORE)))) {
				add(Dimension.of(kind), (String) row.getFirst(), BigDecimal.ONE);
			}
		}
	}

	private void add(Dimension dimension, String nation, BigDecimal amount) {
		this.parts.computeIfAbsent(dimension, (key) -> new TreeMap<>()).merge(nation, amount, BigDecimal::add);
	}

	private PartnerBalance answer() {
		List<NationBalance> each = new ArrayList<>();
		this.found.forEach((key, nation) -> each.add(new NationBalance(nation.each(), partsOf(key))));
		List<BalanceDimension> dimensions = new ArrayList<>();
		this.parts.forEach((dimension, parts) -> {
			Spread of = new Spread(parts);
			String most = of.largest();
			FoundNode nation = (most != null) ? Objects.requireNonNull(this.found.get(most)).single() : null;
			dimensions.add(new BalanceDimension(dimension, body(dimension, Held::single), nation, of));
		});
		return new PartnerBalance(this.sums.program(), each, dimensions, this.sums.stated());
	}

	private List<BalancePart> partsOf(String nation) {
		List<BalancePart> own = new ArrayList<>();
		this.parts.forEach((dimension, parts) -> {
			BigDecimal amount = parts.get(nation);
			if (amount != null) {
				own.add(new BalancePart(dimension, body(dimension, Held::each), amount,
						new Spread(parts).share(nation)));
			}
		});
		return own;
	}

	private @Nullable FoundNode body(Dimension dimension, Function<Held, FoundNode> as) {
		String body = dimension.body();
		return (body != null) ? as.apply(Objects.requireNonNull(this.governing.get(body))) : null;
	}

}
