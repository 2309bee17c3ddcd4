package org.jointregistry.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.Touched;

/**
 * A change of one record.
 *
 * @param at when it is made
 * @param mutation name of the mutation
 * @param recordType name of the record's type in the schema
 * @param recordKey the record's key
 * @param before the record's facts before the change; null for a new record
 * @param after the record's facts after the change
 * @param version the record's version after the change; null where it has none
 * @param touched what of the record was touched
 */
public record Change(Instant at, String mutation, String recordType, String recordKey, @Nullable Map<String, ?> before,
		Map<String, ?> after, @Nullable Long version, List<Touched> touched) {

	/**
	 * A record that is made, and has no versions.
	 * @param at when it is made
	 * @param mutation name of the mutation
	 * @param recordType name of the record's type in the schema
	 * @param recordKey the record's key
	 * @param before the record's facts before the change; null for a new record
	 * @param after the record's facts after the change
	 */
	public Change(Instant at, String mutation, String recordType, String recordKey, @Nullable Map<String, ?> before,
			Map<String, ?> after) {
		this(at, mutation, recordType, recordKey, before, after, null, List.of(new Touched.Made()));
	}

}
