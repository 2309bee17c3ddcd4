package org.jointregistry.dependence;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * What would be lost with a party, as {@code schema/dependence-insight.graphqls}
 * describes it.
 *
 * @param party who would go
 * @param recordCount how many records depend on it
 * @param records the first of them
 */
record Loss(FoundNode party, long recordCount, List<LostRecord> records) {

	/**
	 * What depends on a party.
	 *
	 * @param record the record
	 * @param steps between the party and it
	 * @param through the record between; null for one step
	 */
	record LostRecord(FoundNode record, long steps, @Nullable FoundNode through) {

	}

}
