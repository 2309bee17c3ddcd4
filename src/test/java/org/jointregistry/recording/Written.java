package org.jointregistry.recording;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger that a client was told of.
 *
 * @param mutation that wrote it
 * @param input the mutation's input; {@code idempotencyKey} stands in the entry too
 * @param id its global id
 * @param key its key
 * @param reverses the entry that it takes back; null for one that takes back none
 */
record Written(String mutation, Map<String, Object> input, String id, String key, @Nullable Written reverses) {

	String mark() {
		return String.valueOf(this.input.get(Mutation.KEY));
	}

	String fact(String name) {
		return String.valueOf(this.input.get(name));
	}

}
