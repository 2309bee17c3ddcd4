package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * What came back in work of what nations gave, as
 * {@code schema/cost-sharing-insight.graphqls} describes it.
 *
 * @param positions by program, nation and currency
 * @param balance over all programs, by nation and currency
 * @param leftOut how many entries and work shares are in no sum
 */
record JusteRetour(List<ProgramReturn> positions, List<NationReturn> balance, long leftOut) {

	/**
	 * What came back from one program.
	 *
	 * @param program the program
	 * @param key the nation's
	 * @param nation the nation
	 * @param money the sums
	 */
	record ProgramReturn(FoundNode program, String key, FoundNode nation, ReturnedMoney money) {

	}

	/**
	 * What came back from all programs.
	 *
	 * @param key the nation's
	 * @param nation the nation
	 * @param money the sums
	 */
	record NationReturn(String key, FoundNode nation, ReturnedMoney money) {

	}

	/**
	 * A nation's part of sums in one currency.
	 *
	 * @param currency the currency
	 * @param own the nation's sums
	 * @param all the sums of all nations
	 */
	record ReturnedMoney(String currency, Sums own, Sums all) {

		public @Nullable BigDecimal given() {
			return this.own.given();
		}

		public @Nullable BigDecimal planned() {
			return this.own.planned();
		}

		public @Nullable BigDecimal contracted() {
			return this.own.contracted();
		}

		public @Nullable BigDecimal paid() {
			return this.own.paid();
		}

		public @Nullable BigDecimal givenShare() {
			return Proportion.percent(this.own.given(), this.all.given());
		}

		public @Nullable BigDecimal plannedShare() {
			return Proportion.percent(this.own.planned(), this.all.planned());
		}

		public @Nullable BigDecimal contractedShare() {
			return Proportion.percent(this.own.contracted(), this.all.contracted());
		}

		public @Nullable BigDecimal paidShare() {
			return Proportion.percent(this.own.paid(), this.all.paid());
		}

		/**
		 * The share of the work contracted less that of what was given.
		 * @return in percentage points; null where one of the wholes is not known
		 */
		public @Nullable BigDecimal difference() {
			BigDecimal given = Proportion.percent(orZero(this.own.given()), this.all.given());
			BigDecimal contracted = Proportion.percent(orZero(this.own.contracted()), this.all.contracted());
			return (given != null && contracted != null) ? contracted.subtract(given).stripTrailingZeros() : null;
		}

		private static BigDecimal orZero(@Nullable BigDecimal amount) {
			return (amount != null) ? amount : BigDecimal.ZERO;
		}

	}

	/**
	 * Sums in one currency, each null where no amount is known.
	 *
	 * @param given what was paid and delivered
	 * @param planned work that was planned
	 * @param contracted work that contracts were placed for
	 * @param paid work that was paid for
	 */
	record Sums(@Nullable BigDecimal given, @Nullable BigDecimal planned, @Nullable BigDecimal contracted,
			@Nullable BigDecimal paid) {

		static final Sums NONE = new Sums(null, null, null, null);

		Sums plus(Sums other) {
			return new Sums(sum(this.given, other.given), sum(this.planned, other.planned),
					sum(this.contracted, other.contracted), sum(this.paid, other.paid));
		}

		private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
			return (one == null || other == null) ? ((one != null) ? one : other) : one.add(other);
		}

	}

}
