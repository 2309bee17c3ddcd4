package org.jointregistry.recording;

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
	 * Judges and completes what is to be written. Whoever asks sees all that the entries
	 * name and is permitted to write.
	 * @param writing the entries, the transaction, and where refusals are told
	 */
	void judge(Writing writing);

}
