package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * What it would mean if a nation left, as {@code schema/cost-sharing-insight.graphqls}
 * describes it.
 *
 * @param costShareKey the key
 * @param nation who would leave
 * @param share in percent; null where unknown or not seen
 * @param owes by currency
 * @param others who would stay
 */
record WithdrawalProposal(FoundNode costShareKey, FoundNode nation, @Nullable BigDecimal share, List<OwedMoney> owes,
		List<ProposedShare> others) {

	/**
	 * What a nation owes in one currency.
	 *
	 * @param currency the currency
	 * @param called and not paid
	 * @param pledged and neither paid nor delivered
	 */
	record OwedMoney(String currency, BigDecimal called, BigDecimal pledged) {

	}

	/**
	 * What a nation that stays would bear.
	 *
	 * @param nation the nation
	 * @param share in percent; null where unknown or not seen
	 * @param proposedShare in percent; null where one of the shares is
	 * @param takesOver by currency; none without a proposed share
	 */
	record ProposedShare(FoundNode nation, @Nullable BigDecimal share, @Nullable BigDecimal proposedShare,
			List<MoneyTakenOver> takesOver) {

	}

	/**
	 * What a nation would take over in one currency.
	 *
	 * @param currency the currency
	 * @param amount in whole units of it
	 */
	record MoneyTakenOver(String currency, BigDecimal amount) {

	}

}
