package org.jointregistry.events;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.jointregistry.audit.LoggedChange;
import org.jointregistry.read.GlobalId;

/**
 * Which changes a subscriber asked for.
 *
 * @param types names of the records' types; empty for all
 * @param onlyNew whether only records are asked for that were made by the change
 * @param of the program that the records belong to; null for any
 * @param field name of the event's field that holds the record
 */
record Interest(Set<String> types, boolean onlyNew, @Nullable GlobalId of, String field) {

	/**
	 * Whether a change is asked for, as far as the change itself tells.
	 * @param change the change
	 * @return true where the record is worth a look
	 */
	boolean covers(LoggedChange change) {
		return (this.types.isEmpty() || this.types.contains(change.recordType())) && (!this.onlyNew || change.isNew());
	}

}
