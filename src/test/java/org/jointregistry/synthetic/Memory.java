package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What earlier programs left for later ones to refer to.
 */
final class Memory {

	/** A contractor for each of its participations, by the nation of its seat. */
	private final Map<String, List<Contractor>> participations = new HashMap<>();

	/** Technologies of which others may be derived. */
	private final List<Technology> technologies = new ArrayList<>();

	/** Nations with a bilateral agreement, once for each agreement. */
	private final List<List<String>> pairs = new ArrayList<>();

	private int contractors;

	List<Contractor> participations(String nation) {
		return this.participations.computeIfAbsent(nation, (of) -> new ArrayList<>());
	}

	List<Technology> technologies() {
		return this.technologies;
	}

	List<List<String>> pairs() {
		return this.pairs;
	}

	/** The number of a contractor that is new. */
	int nextContractor() {
		return this.contractors++;
	}

	/**
	 * A contractor that is written already.
	 *
	 * @param key its key
	 * @param nation its seat
	 * @param depth how many owners are above it
	 */
	record Contractor(String key, String nation, int depth) {

	}

	/**
	 * A technology that is written already.
	 *
	 * @param key its key
	 * @param owner its owner's nation
	 * @param depth how many derivations are behind it, on the longest way
	 * @param releasedTo nations that it is released to; none where it is for all
	 */
	record Technology(String key, String owner, int depth, List<String> releasedTo) {

	}

}
