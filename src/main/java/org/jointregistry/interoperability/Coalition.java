package org.jointregistry.interoperability;

import java.util.List;

import org.jointregistry.read.FoundNode;

/**
 * Nations that act together, as {@code schema/coalition-insight.graphqls} describes them.
 *
 * @param record the community, exercise or operation
 * @param nations its nations
 * @param standards each standard that was asked for
 */
record Coalition(FoundNode record, List<FoundNode> nations, List<CoalitionStandard> standards) {

	public boolean common() {
		return this.standards.stream().anyMatch((standard) -> standard.missingFrom().isEmpty());
	}

	/**
	 * Who of the coalition has a standard.
	 *
	 * @param standard the standard
	 * @param implementedBy nations that have it
	 * @param missingFrom nations that do not
	 */
	record CoalitionStandard(FoundNode standard, List<FoundNode> implementedBy, List<FoundNode> missingFrom) {

	}

}
