package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jointregistry.synthetic.Slice.Release;

/**
 * What earlier programs left for later ones to refer to.
 */
final class Memory {

	/** How many technologies are kept for others to be derived of: the last ones. */
	private static final int REACH = 2_000;

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

	/** Keeps technologies, in place of the earliest ones. */
	void keep(List<Technology> made) {
		this.technologies.addAll(made);
		this.technologies.subList(0, Math.max(0, this.technologies.size() - REACH)).clear();
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
	 * @param depth how many derivations are behind it, on the longest way
	 * @param release to whom it is shown
	 */
	record Technology(String key, int depth, Release release) {

	}

}
