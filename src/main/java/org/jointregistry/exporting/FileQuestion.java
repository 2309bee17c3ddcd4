package org.jointregistry.exporting;

import java.util.List;

import org.jointregistry.read.Insight;
import org.jointregistry.read.Weaving;

/**
 * Asks for what stands in a file.
 */
sealed interface FileQuestion permits RecordQuestion, EdgeQuestion {

	/**
	 * Asks for a part of it, in the order of keys.
	 * @param weaving what the statement is built from
	 * @param after the record behind which it begins; an empty text to begin at the
	 * beginning
	 * @return the question
	 */
	Insight<FilePage> page(Weaving weaving, String after);

	/**
	 * The columns of the file.
	 * @return their names, in the order of the cells of rows
	 */
	List<String> header();

}
