package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.NodeType;
import org.jointregistry.read.Relation;

/**
 * A mutation, as the schema declares it.
 *
 * @param name its name
 * @param act what it does
 * @param type the type of the records
 * @param relation the relationship that it makes or changes; null where it does so with
 * records
 * @param prefix what the keys of new records begin with; null where the input gives the
 * key
 * @param entries the input's list of records; null where the input is one record
 * @param most most records of the list
 * @param fields the input's fields for one record
 * @param permits who may do it: one is enough
 */
record Mutation(String name, WriteAct act, NodeType type, @Nullable Relation relation, @Nullable String prefix,
		@Nullable String entries, int most, List<InputField> fields, List<Permit> permits) {

	/** The field of every input that makes a command have one effect. */
	static final String KEY = "idempotencyKey";

	/** The field that names the version that was seen. */
	static final String VERSION = "version";

	/** The field that says why something is changed. */
	static final String REASON = "reason";

	/**
	 * A field of the input for one record.
	 * @param field its name
	 * @return the field
	 * @throws IllegalStateException if there is none
	 */
	InputField field(String field) {
		return this.fields.stream()
			.filter((one) -> one.name().equals(field))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No field " + field + " of " + this.name));
	}

	/**
	 * The field that names the record to change, or the one whose relationship is.
	 * @return its name
	 * @throws IllegalStateException if there is none
	 */
	String subject() {
		return this.fields.stream()
			.filter((field) -> field.target() instanceof InputField.Subject)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No record to change in the input of " + this.name))
			.name();
	}

	/**
	 * What an input says of each record.
	 * @param input the input
	 * @return one entry for each
	 */
	@SuppressWarnings("unchecked")
	List<Entry> entriesOf(Map<String, @Nullable Object> input) {
		if (this.entries == null) {
			return List.of(new Entry(this.fields, List.of(), input));
		}
		List<Map<String, @Nullable Object>> each = (List<Map<String, @Nullable Object>>) Objects
			.requireNonNull(input.get(this.entries));
		List<Entry> all = new ArrayList<>();
		for (int place = 0; place < each.size(); place++) {
			all.add(new Entry(this.fields, List.of(this.entries, String.valueOf(place)), each.get(place)));
		}
		return all;
	}

}
