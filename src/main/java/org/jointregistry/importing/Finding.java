package org.jointregistry.importing;

import org.jspecify.annotations.Nullable;

/**
 * Something found in a file.
 *
 * @param rejected whether the row was not loaded; false for an oddity, which was
 * @param code what it is about
 * @param line line in the file, the header being 1; null where it is about several lines
 * @param column the column; null where it is about the row or the file
 * @param reason the reason, for people
 * @param remedy what to do about it, for people; null for an oddity
 */
record Finding(boolean rejected, String code, @Nullable Long line, @Nullable String column, String reason,
		@Nullable String remedy) {

	static Finding rejected(FindingCode code, @Nullable Long line, @Nullable String column, String reason) {
		return new Finding(true, code.name(), line, column, reason, code.remedy());
	}

	static Finding oddity(String code, @Nullable Long line, String reason) {
		return new Finding(false, code, line, null, reason, null);
	}

	String severity() {
		return this.rejected ? "REJECTED" : "ODDITY";
	}

}
