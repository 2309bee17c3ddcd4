package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.Proportion;
import org.jointregistry.evaluation.Reckoned.YearOfMeasure;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.PartialDates;

/**
 * What measures of one program are reckoned from, as {@link FactsQuestion} returns it.
 *
 * @param lists the milestones, requests for consent, sums of money, standards and threats
 * @param today the day, by which milestones are due
 */
record ProgramFacts(List<?> lists, String today) {

	private static final String KEPT = "KEPT";

	private static final int YEAR = 4;

	private static final int FULL_DATE = 10;

	/**
	 * Reckons every measure.
	 * @return at least one for each, and for money one for each currency that was pledged
	 */
	List<Reckoned> reckon() {
		return Stream.of(Stream.of(milestones(), consents()), money(), Stream.of(standards(), threats()))
			.flatMap(Function.identity())
			.toList();
	}

	private List<List<?>> rows(int place) {
		List<List<?>> rows = new ArrayList<>();
		((List<?>) this.lists.get(place)).forEach((row) -> rows.add((List<?>) row));
		return rows;
	}

	private Reckoned milestones() {
		List<List<?>> due = rows(0).stream().filter(this::isDue).toList();
		return reckoned(Measure.MILESTONES_KEPT, due, (milestone) -> year(milestone, 0), ProgramFacts::kept);
	}

	private boolean isDue(List<?> milestone) {
		return (milestone.get(1) != null) ? milestone.get(2) != null
				: PartialDates.lastDay((String) milestone.getFirst()).compareTo(this.today) < 0;
	}

	/** One that is not reached may stand to its forecast, which keeps nothing. */
	private static @Nullable BigDecimal kept(Collection<List<?>> due) {
		long kept = due.stream().filter((each) -> KEPT.equals(each.get(2))).count();
		return Proportion.percent(BigDecimal.valueOf(kept), BigDecimal.valueOf(due.size()));
	}

	private Reckoned consents() {
		List<List<?>> decided = new ArrayList<>();
		for (List<?> request : rows(1)) {
			String last = findLast(request);
			if (last != null && isDay(request.getFirst())) {
				LocalDate asked = LocalDate.parse((String) request.getFirst());
				decided.add(List.of(last, BigDecimal.valueOf(ChronoUnit.DAYS.between(asked, LocalDate.parse(last)))));
			}
		}
		return reckoned(Measure.CONSENT_DAYS, decided, (request) -> year(request, 0), ProgramFacts::middle);
	}

	/**
	 * The day of the last decision, where every nation asked has decided on a known day.
	 */
	private static @Nullable String findLast(List<?> request) {
		Set<Object> open = new LinkedHashSet<>((List<?>) request.get(1));
		String last = null;
		for (Object each : (List<?>) request.get(2)) {
			List<?> decision = (List<?>) each;
			if (!isDay(decision.get(1))) {
				return null;
			}
			String day = (String) decision.get(1);
			last = (last == null || day.compareTo(last) > 0) ? day : last;
			open.remove(decision.getFirst());
		}
		return open.isEmpty() ? last : null;
	}

	private static boolean isDay(@Nullable Object date) {
		return date instanceof String text && text.length() == FULL_DATE;
	}

	private static @Nullable BigDecimal middle(Collection<List<?>> requests) {
		return Median.of(requests.stream().map((request) -> (BigDecimal) request.get(1)).toList()).orElse(null);
	}

	private Stream<Reckoned> money() {
		Map<String, List<List<?>>> currencies = rows(2).stream()
			.collect(Collectors.groupingBy((row) -> (String) row.getFirst(), TreeMap::new, Collectors.toList()));
		return currencies.entrySet()
			.stream()
			.filter((each) -> sum(each.getValue(), Set.of("PLEDGED")) != null)
			.map((each) -> new Reckoned(Measure.CONTRIBUTIONS_DELIVERED, each.getKey(), delivered(each.getValue()),
					each.getValue().stream().mapToInt((row) -> ((Long) row.get(3)).intValue()).sum(), List.of()));
	}

	private static @Nullable BigDecimal delivered(List<List<?>> sums) {
		return Proportion.percent(sum(sums, Set.of("PAID", "DELIVERED")), sum(sums, Set.of("PLEDGED")));
	}

	private static @Nullable BigDecimal sum(List<List<?>> sums, Set<String> kinds) {
		return sums.stream()
			.filter((row) -> kinds.contains(String.valueOf(row.get(1))) && (Long) row.get(3) > 0)
			.map((row) -> ExactDecimal.fromSums((List<?>) row.get(2)))
			.reduce(BigDecimal::add)
			.orElse(null);
	}

	private Reckoned standards() {
		return reckoned(Measure.STANDARDS_GAINED, rows(3), (standard) -> year(standard, 1), ProgramFacts::number);
	}

	private Reckoned threats() {
		return reckoned(Measure.THREATS_EXERCISED, rows(4),
				(threat) -> (threat.get(1) != null) ? ((Long) threat.get(1)).intValue() : null, ProgramFacts::number);
	}

	/** How many different things rows name. */
	private static @Nullable BigDecimal number(Collection<List<?>> rows) {
		long different = rows.stream().map(List::getFirst).distinct().count();
		return (different > 0) ? BigDecimal.valueOf(different) : null;
	}

	private static @Nullable Integer year(List<?> row, int place) {
		String date = (String) row.get(place);
		return (date != null) ? Integer.valueOf(date.substring(0, YEAR)) : null;
	}

	private static Reckoned reckoned(Measure measure, List<List<?>> rows, Function<List<?>, @Nullable Integer> yearOf,
			Function<Collection<List<?>>, @Nullable BigDecimal> value) {
		Map<Integer, List<List<?>>> dated = new TreeMap<>();
		for (List<?> row : rows) {
			Integer year = yearOf.apply(row);
			if (year != null) {
				dated.computeIfAbsent(year, (key) -> new ArrayList<>()).add(row);
			}
		}
		List<YearOfMeasure> years = new ArrayList<>();
		dated.forEach((year, those) -> years.add(new YearOfMeasure(year, Objects.requireNonNull(value.apply(those)))));
		return new Reckoned(measure, null, value.apply(rows), rows.size(), years);
	}

}
