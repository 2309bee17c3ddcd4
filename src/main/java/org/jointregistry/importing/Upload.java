package org.jointregistry.importing;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.jointregistry.access.Viewer;

/**
 * A file that somebody sent.
 *
 * @param set the set of files that it belongs to
 * @param name its name, which says what is in it: {@code Contribution.csv}
 * @param content where it is
 * @param sha256 the hash of its bytes, in hexadecimal
 * @param mode what a row that cannot be loaded means for the others
 * @param sender who sent it; null where the operator has it imported at the start
 */
record Upload(String set, String name, Path content, String sha256, ImportMode mode, @Nullable Viewer sender) {

	/**
	 * Who sent the file.
	 * @return the sender's subject; null where the operator has it imported at the start
	 */
	@Nullable String sentBy() {
		return (this.sender != null) ? this.sender.subject() : null;
	}

	/**
	 * The key of the file's record.
	 * @return the same for the same bytes under the same name in the same set
	 */
	String key() {
		return this.set + "/" + this.name + "@" + this.sha256.substring(0, 12);
	}

}
