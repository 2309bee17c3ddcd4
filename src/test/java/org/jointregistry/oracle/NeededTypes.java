package org.jointregistry.oracle;

import java.util.List;
import java.util.Map;

/**
 * The types that must be common in a graph for some conditions to decide anything there.
 */
final class NeededTypes {

	/** Types that make the programs an organization works on. */
	private static final List<String> WORK = List.of("Program", "WorkShare", "Contractor", "Institution");

	private static final List<String> AGREED = List.of("Agreement");

	private static final List<String> FLOW = List.of("Technology", "Contractor", "Transfer", "Institution");

	/** Types without whose objects a condition decides nothing. */
	private static final Map<String, List<String>> NEEDED = Map.ofEntries(Map.entry("holder, PERFORMED_BY", WORK),
			Map.entry("holder, RESEARCHED_BY", WORK), Map.entry("validity, viewerWork.since", WORK),
			Map.entry("validity, viewerWork.until", WORK), Map.entry("holder, PARTY_TO", AGREED),
			Map.entry("validity, viewerParty.since", AGREED), Map.entry("validity, viewerParty.until", AGREED),
			Map.entry("validity, viewerAgreement.inForce", AGREED),
			Map.entry("validity, viewerAgreement.entryIntoForce", AGREED),
			Map.entry("validity, viewerAgreement.status", AGREED), Map.entry("validity, viewerAgreement.ended", AGREED),
			Map.entry("edge, path", FLOW), Map.entry("node, path", FLOW), Map.entry("node, hop, some, interface", FLOW),
			Map.entry("node, hop, order, interface", List.of("Program", "Contribution", "Contractor")));

	private NeededTypes() {
	}

	/**
	 * What a condition needs.
	 * @param place a kind of place, as {@link Conditions} names it
	 * @return names of object types; none where it needs none
	 */
	static List<String> of(String place) {
		return NEEDED.getOrDefault(place, List.of());
	}

}
