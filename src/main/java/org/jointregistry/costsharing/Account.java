package org.jointregistry.costsharing;

import java.util.Map;

import org.jointregistry.recording.NodeRef;

/**
 * What one party gives to one program. Writers that judge by its entries wait for each
 * other.
 *
 * @param program key of the program
 * @param party who gives
 */
record Account(String program, NodeRef party) {

	/**
	 * The name under which writers wait for each other.
	 * @return unique among accounts
	 */
	String lock() {
		return "account/" + this.program + "/" + this.party.label() + ":" + this.party.key();
	}

	Map<String, Object> row() {
		return Map.of("program", this.program, "party", this.party.key());
	}

}
