package org.jointregistry.audit;

import java.time.OffsetDateTime;

/**
 * A change of a record, as an entry of the audit trail tells it.
 *
 * @param chain number of the entry's chain
 * @param sequence the entry's number in its chain
 * @param at when the change was made
 * @param mutation name of the mutation
 * @param recordType name of the record's type in the schema
 * @param recordKey the record's key
 * @param isNew whether the record was made by the change
 */
public record LoggedChange(int chain, long sequence, OffsetDateTime at, String mutation, String recordType,
		String recordKey, boolean isNew) {

}
