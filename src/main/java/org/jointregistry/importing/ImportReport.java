package org.jointregistry.importing;

/**
 * What became of a file.
 *
 * @param set the set that the file belongs to
 * @param name the file's name
 * @param rows rows in the file, without the header
 * @param loaded rows that were loaded
 * @param rejected rows that were not
 * @param oddities findings about rows that were loaded
 * @param skipped whether the same file had been imported before, so that nothing was done
 */
public record ImportReport(String set, String name, int rows, int loaded, int rejected, int oddities, boolean skipped) {

	static ImportReport skipped(String set, String name) {
		return new ImportReport(set, name, 0, 0, 0, 0, true);
	}

}
