package org.jointregistry.dependence;

import java.util.List;

/**
 * A way from an organization to what it is tied to.
 *
 * @param hop the relation that it goes first
 * @param further ways on from there; none where it ends
 */
record TieWay(Hop hop, List<TieWay> further) {

	/**
	 * A way that ends, or goes on by several.
	 * @param hop the relation that it goes first
	 * @param further ways on from there
	 * @return the way
	 */
	static TieWay of(Hop hop, TieWay... further) {
		return new TieWay(hop, List.of(further));
	}

}
