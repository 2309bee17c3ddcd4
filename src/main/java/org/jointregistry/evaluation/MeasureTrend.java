package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;
import org.jointregistry.shared.ExactDecimal;

/**
 * What evaluators told of one measure in one unit.
 *
 * @param measure what was measured
 * @param unit what the values count; null where there is none
 * @param points by date
 */
record MeasureTrend(String measure, @Nullable String unit, List<Point> points) {

	/**
	 * Trends of evaluations.
	 * @param told the evaluations, by measure, unit and date
	 * @return one for each measure and unit, in their order
	 */
	static List<MeasureTrend> of(List<Point> told) {
		Map<List<@Nullable String>, MeasureTrend> trends = new LinkedHashMap<>();
		for (Point point : told) {
			List<@Nullable String> of = new ArrayList<>();
			of.add(point.measure());
			of.add(point.unit());
			trends.computeIfAbsent(of, (key) -> new MeasureTrend(point.measure(), point.unit(), new ArrayList<>()))
				.points()
				.add(point);
		}
		return List.copyOf(trends.values());
	}

	public List<FoundNode> evaluations() {
		return this.points.stream().map(Point::evaluation).toList();
	}

	/**
	 * The latest known value less the earliest.
	 * @return null where fewer than two are known, or the first or the last date has
	 * several
	 */
	public @Nullable BigDecimal change() {
		List<Point> known = this.points.stream().filter((point) -> point.value() != null).toList();
		if (known.size() < 2) {
			return null;
		}
		BigDecimal first = findOnly(known, known.getFirst().asOf());
		BigDecimal last = findOnly(known, known.getLast().asOf());
		return (first != null && last != null) ? ExactDecimal.plain(last.subtract(first)) : null;
	}

	private static @Nullable BigDecimal findOnly(List<Point> points, String asOf) {
		List<Point> those = points.stream().filter((point) -> point.asOf().equals(asOf)).toList();
		return (those.size() == 1) ? those.getFirst().value() : null;
	}

	/**
	 * What one evaluator told.
	 *
	 * @param indicator of what it tells
	 * @param measure what was measured
	 * @param unit what the value counts; null where there is none
	 * @param asOf the date
	 * @param value the value; null where unknown, not seen, or no number
	 * @param evaluation the evaluation as selected
	 */
	record Point(Indicator indicator, String measure, @Nullable String unit, String asOf, @Nullable BigDecimal value,
			FoundNode evaluation) {

	}

}
