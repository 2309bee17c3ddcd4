package org.jointregistry.recording;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An input that is wrong in one field.
 *
 * @param place the field
 * @param input the whole input
 * @param answer what it is refused with: a code of the request, or a code of an input
 * error
 */
record Wrong(Place place, Map<String, @Nullable Object> input, String answer) {

	@Override
	public String toString() {
		String value = this.input.toString();
		return this.place + " is " + this.answer + " in " + value.substring(0, Math.min(300, value.length()));
	}

}
