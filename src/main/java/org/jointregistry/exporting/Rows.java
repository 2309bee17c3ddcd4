package org.jointregistry.exporting;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a file go.
 */
interface Rows {

	/**
	 * Begins the file.
	 * @param header the names of its columns
	 * @throws IOException if it cannot be written
	 */
	void begin(List<String> header) throws IOException;

	/**
	 * Writes a row.
	 * @param cells a value for each column: a text, a number, true or false, a list of
	 * texts, or null
	 * @throws IOException if it cannot be written
	 */
	void row(List<@Nullable Object> cells) throws IOException;

	/**
	 * Ends the file, and has everything written.
	 * @throws IOException if it cannot be written
	 */
	void end() throws IOException;

}
