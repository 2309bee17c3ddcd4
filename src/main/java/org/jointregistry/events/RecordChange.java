package org.jointregistry.events;

import java.time.OffsetDateTime;

import org.jointregistry.audit.LoggedChange;
import org.jointregistry.read.FoundNode;

/**
 * An event: a record that the subscriber sees was changed.
 *
 * @param cursor where the subscriber stands after it
 * @param at when the change was made
 * @param mutation name of the mutation
 * @param kind whether the record is new
 * @param record what the subscriber sees of it now
 */
record RecordChange(String cursor, OffsetDateTime at, String mutation, Kind kind, FoundNode record) {

	static RecordChange of(String cursor, LoggedChange change, FoundNode record) {
		return new RecordChange(cursor, change.at(), change.mutation(), change.isNew() ? Kind.CREATED : Kind.CHANGED,
				record);
	}

	/**
	 * The record of an event about contributions.
	 * @return the same
	 */
	public FoundNode contribution() {
		return this.record;
	}

	/**
	 * What was done to a record, as the schema describes it.
	 */
	enum Kind {

		/** It was made. */
		CREATED,

		/** It was changed. */
		CHANGED

	}

}
