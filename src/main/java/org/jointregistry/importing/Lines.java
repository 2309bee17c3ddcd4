package org.jointregistry.importing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.importing.CsvTable.Line;

/**
 * The lines of a file, one after the other. Reading never fails: what cannot be read
 * becomes a finding.
 */
interface Lines {

	/**
	 * The names of the columns.
	 * @return in the order of the cells of lines; none where the file is empty
	 */
	List<String> header();

	/**
	 * Reads on.
	 * @return the next line that can be read; null at the end
	 */
	@Nullable Line next();

	/**
	 * What was found since this was asked last.
	 * @return the findings, which are not told again
	 */
	List<Finding> takeFindings();

}
