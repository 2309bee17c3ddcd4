package org.jointregistry.recording;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input; {@code InputError} in the schema.
 *
 * @param code for programs
 * @param message for people
 * @param field names of the input's fields down to the wrong one
 * @param currentVersion of the record, where the input names another; null otherwise
 */
record Refusal(String code, String message, List<String> field, @Nullable Long currentVersion) {

	Refusal(RefusalCode code, List<String> field) {
		this(code.name(), code.message(), field, null);
	}

}
