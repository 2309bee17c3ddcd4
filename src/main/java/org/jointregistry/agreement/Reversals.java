package org.jointregistry.agreement;

import java.util.List;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;

/**
 * Completes the records that take steps back.
 */
final class Reversals {

	private Reversals() {
	}

	/**
	 * A record that takes a stage back, shown as that is.
	 * @param reversal the record, with its reason
	 * @param agreement the agreement
	 * @param step the stage
	 */
	static void ofStage(Entry reversal, AgreementOnRecord agreement, Step step) {
		reversal.set("what", "STAGE");
		reversal.set("date", step.date());
		Life.belong(reversal, agreement);
		reversal.showAs(step.facts()::get);
		if (reversal.findNamed("step").isEmpty()) {
			reversal.link("step", List.of(new NodeRef("AgreementStep", step.key())));
		}
	}

}
