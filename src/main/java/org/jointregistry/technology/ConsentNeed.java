package org.jointregistry.technology;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * Whose consent it takes to pass a technology on, as
 * {@code schema/consent-insight.graphqls} describes it.
 *
 * @param technology what would be passed on
 * @param program from which program
 * @param from by whom
 * @param to to whom
 * @param on the day that it counts for
 * @param toPartner whether the receiver is a partner, whom it takes no consent to give to
 * @param nations whose consent is needed, by key
 * @param coveredBy requests whose consents suffice
 * @param licenceRequired whether the regime asks for a licence
 * @param licences those that are valid on the day
 */
record ConsentNeed(FoundNode technology, FoundNode program, FoundNode from, FoundNode to, String on, boolean toPartner,
		List<NeededConsent> nations, List<FoundNode> coveredBy, boolean licenceRequired, List<FoundNode> licences) {

	/**
	 * A nation whose consent is needed.
	 *
	 * @param nation the nation
	 * @param grounds why, at least one
	 * @param decisions what it decided by the day, and stands
	 * @param given whether it consents
	 */
	record NeededConsent(FoundNode nation, List<Ground> grounds, List<FoundNode> decisions, boolean given) {

	}

	/**
	 * What makes a nation's consent needed.
	 *
	 * @param kind by a right, or by a regime
	 * @param technology what the right is in, or what came under the regime; null where
	 * it would be passed on under it
	 * @param depth derivations between that and what would be passed on; null with it
	 * @param holder of the right; null for regimes
	 * @param right its key; null for regimes
	 * @param rightClass whether it was brought in; null for regimes
	 * @param restriction of the right; null for regimes, and where there is none
	 * @param regime that asks; null for rights
	 * @param transfer by which it came; null for all but what came under a regime
	 */
	record Ground(String kind, @Nullable FoundNode technology, @Nullable Long depth, @Nullable FoundNode holder,
			@Nullable String right, @Nullable String rightClass, @Nullable String restriction,
			@Nullable FoundNode regime, @Nullable FoundNode transfer) {

	}

}
