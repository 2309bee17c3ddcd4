package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.NationalSums;
import org.jointregistry.read.FoundNode;

/**
 * What nations have of a program, as {@code schema/partner-balance.graphqls} describes
 * it.
 *
 * @param program the program
 * @param nations by key
 * @param dimensions what they have parts of
 * @param total how money is stated in one currency; null where that was not asked for
 */
record PartnerBalance(FoundNode program, List<NationBalance> nations, List<BalanceDimension> dimensions,
		NationalSums.@Nullable Stated total) {

	/**
	 * Puts together what the statements found.
	 * @param sums shares and money
	 * @param held seats and rights, and who takes part
	 * @param hosted what nations host
	 * @return the balance
	 */
	static PartnerBalance of(NationalSums sums, Portions held, Portions hosted) {
		Portions all = new Portions();
		all.addAll(held);
		all.addAll(hosted);
		all.addAll(sums);
		return new PartnerBalance(sums.program(), all.nations(), all.dimensions(), sums.stated());
	}

	/**
	 * What one nation has.
	 *
	 * @param nation the nation
	 * @param parts of each dimension that it has a part of
	 */
	record NationBalance(FoundNode nation, List<BalancePart> parts) {

	}

	/**
	 * A nation's part.
	 *
	 * @param of what it is a part of
	 * @param body that votes are on; null for every other kind
	 * @param amount how much
	 * @param share in percent of the whole; null where that is nothing
	 */
	record BalancePart(Dimension of, @Nullable FoundNode body, BigDecimal amount, @Nullable BigDecimal share) {

		public BalanceKind kind() {
			return this.of.kind();
		}

		public @Nullable String currency() {
			return this.of.currency();
		}

		public boolean stated() {
			return this.of.stated();
		}

	}

	/**
	 * How a dimension is spread.
	 *
	 * @param of the dimension
	 * @param body that votes are on; null for every other kind
	 * @param largest the nation with the largest part; null where several have it
	 * @param spread the parts
	 */
	record BalanceDimension(Dimension of, @Nullable FoundNode body, @Nullable FoundNode largest, Spread spread) {

		public BalanceKind kind() {
			return this.of.kind();
		}

		public @Nullable String currency() {
			return this.of.currency();
		}

		public boolean stated() {
			return this.of.stated();
		}

		public BigDecimal whole() {
			return this.spread.whole();
		}

		public int nations() {
			return this.spread.parts().size();
		}

		public @Nullable BigDecimal largestShare() {
			return this.spread.largestShare();
		}

		public @Nullable BigDecimal concentration() {
			return this.spread.concentration();
		}

	}

}
