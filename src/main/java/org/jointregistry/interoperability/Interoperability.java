package org.jointregistry.interoperability;

import java.util.List;

import org.jointregistry.read.FoundNode;

/**
 * What a set of programs or nations has in common, as
 * {@code schema/interoperability-insight.graphqls} describes it.
 *
 * @param members the set
 * @param standards each that a member has
 */
record Interoperability(List<FoundNode> members, List<StandardCoverage> standards) {

	/**
	 * Who of the set has a standard.
	 *
	 * @param standard the standard
	 * @param implementedBy members that have it
	 * @param missingFrom members that do not
	 * @param exercises that tested it
	 */
	record StandardCoverage(FoundNode standard, List<FoundNode> implementedBy, List<FoundNode> missingFrom,
			List<FoundNode> exercises) {

		public boolean shared() {
			return this.missingFrom.isEmpty();
		}

	}

}
