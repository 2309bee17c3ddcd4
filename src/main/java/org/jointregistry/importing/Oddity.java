package org.jointregistry.importing;

/**
 * A rule for what is odd in rows that were loaded.
 *
 * @param file the file whose rows it looks at, after they were loaded
 * @param code what it is about, for programs
 * @param subjectFile the file that names the records to look at
 * @param subjectColumn the column in which it does
 * @param reason the reason, for people; {@code %s} stands for the record's key and then
 * for the value found
 * @param statement returns {@code key} and, where there is a figure, {@code value} of
 * each odd record among {@code $subjects}; {@code $today} is the date
 */
record Oddity(String file, String code, String subjectFile, String subjectColumn, String reason, String statement) {

}
