package org.jointregistry.audit;

import java.time.OffsetDateTime;
import java.util.List;

import org.jointregistry.shared.Touched;

/**
 * A change of a record, as an entry of the audit trail tells it.
 *
 * @param chain number of the entry's chain
 * @param sequence the entry's number in its chain
 * @param at when the change was made
 * @param mutation name of the mutation
 * @param recordType name of the record's type in the schema
 * @param recordKey the record's key
 * @param touched what of the record was touched
 */
public record LoggedChange(int chain, long sequence, OffsetDateTime at, String mutation, String recordType,
		String recordKey, List<Touched> touched) {

	/**
	 * Whether the record was made by the change.
	 * @return false for a record that was there
	 */
	public boolean isNew() {
		return this.touched.contains(new Touched.Made());
	}

}
