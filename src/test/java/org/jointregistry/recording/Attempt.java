package org.jointregistry.recording;

import java.util.List;
import java.util.Map;

/**
 * An input of a mutation that is right, and who may send it.
 *
 * @param mutation name of the mutation
 * @param input all of the input but its idempotency key; names records that every demo
 * client sees, but for those of the office, and has an element in each list of objects
 * @param permitted demo clients that may do it; everyone else is refused
 */
public record Attempt(String mutation, Map<String, Object> input, List<String> permitted) {

	/**
	 * Whether the input names a record that registrar and auditor alone see.
	 */
	boolean isOffice() {
		return this.mutation.startsWith("importMatch");
	}

	@Override
	public String toString() {
		return this.mutation + " as " + this.permitted;
	}

}
