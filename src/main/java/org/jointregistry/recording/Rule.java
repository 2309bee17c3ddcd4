package org.jointregistry.recording;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What must hold of the records that some mutations write, beyond what the schema says of
 * their input; and what follows from the input without being said. A bean of the module
 * that the records belong to.
 */
public interface Rule {

	/**
	 * The mutations that it is for.
	 * @return their names in the schema
	 */
	Set<String> mutations();

	/**
	 * The names under which writers wait for each other: held until the transaction ends,
	 * those of all rules in one order, and before what is to be changed is held and
	 * compared with the version that its author saw, so that no two writers wait for each
	 * other.
	 * @param writing the entries; whoever asks sees all that they name and is permitted
	 * to write
	 * @return names that follow from the input; none unless a rule says so
	 */
	default Collection<String> locks(Writing writing) {
		return List.of();
	}

	/**
	 * Judges and completes what is to be written. Whoever asks sees all that the entries
	 * name and is permitted to write.
	 * @param writing the entries, the transaction, and where refusals are told
	 */
	void judge(Writing writing);

}
