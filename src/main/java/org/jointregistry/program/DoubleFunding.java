package org.jointregistry.program;

import java.math.BigDecimal;
import java.util.List;

import org.jointregistry.read.FoundNode;

/**
 * Contractors that may be funded twice, as {@code schema/double-funding-insight.graphqls}
 * describes them.
 *
 * @param program the program
 * @param cases by the other program and the contractor
 * @param hasMore whether there are more than were asked for
 */
record DoubleFunding(FoundNode program, List<DoubleFundingCase> cases, boolean hasMore) {

	/**
	 * A contractor that works on two programs alike.
	 *
	 * @param contractor who works
	 * @param other the other program
	 * @param here its work on the program
	 * @param there its work on the other program
	 */
	record DoubleFundingCase(FoundNode contractor, FoundNode other, FundedWork here, FundedWork there) {

	}

	/**
	 * What a contractor does for a program, and where the money comes from.
	 *
	 * @param workShares shares of the work
	 * @param contracts signed contracts
	 * @param contracted what they are worth
	 * @param mechanisms that fund the program
	 * @param funders who gives to it
	 */
	record FundedWork(List<FoundNode> workShares, List<FoundNode> contracts, List<ContractedMoney> contracted,
			List<FoundNode> mechanisms, List<FoundNode> funders) {

	}

	/**
	 * What contracts are worth.
	 *
	 * @param currency three letters
	 * @param amount in whole units of it
	 */
	record ContractedMoney(String currency, BigDecimal amount) {

	}

}
