package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * A program by the four indicators, as {@code schema/evaluation-insight.graphqls}
 * describes it.
 *
 * @param program the program
 * @param indicators all four, in their order
 */
record ProgramEvaluation(FoundNode program, List<IndicatorEvaluation> indicators) {

	/**
	 * A program by one indicator.
	 *
	 * @param indicator the indicator
	 * @param told what evaluators told
	 * @param reckoned what the registry reckons
	 */
	record IndicatorEvaluation(Indicator indicator, List<MeasureTrend> told, List<ReckonedMeasure> reckoned) {

	}

	/**
	 * A measure that the registry reckons.
	 *
	 * @param own of the program
	 * @param peers the same in programs alike
	 */
	record ReckonedMeasure(Reckoned own, PeerComparison peers) {

		public Measure measure() {
			return this.own.measure();
		}

		public String unit() {
			return this.own.measure().unit();
		}

		public @Nullable String currency() {
			return this.own.currency();
		}

		public @Nullable BigDecimal value() {
			return this.own.value();
		}

		public int records() {
			return this.own.records();
		}

		public List<Reckoned.YearOfMeasure> years() {
			return this.own.years();
		}

	}

}
