package org.jointregistry.importing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is in the files of one name: rows of the registry's own, or published ones that
 * say such rows in another form.
 */
sealed interface Layout permits FileFormat, PublishedFile {

	/**
	 * Whether a header is that of such a file.
	 * @param header the names of the columns
	 * @return true where it is
	 */
	boolean accepts(List<String> header);

	/**
	 * The columns that a file leaves out.
	 * @param given the names of those that it has
	 * @return the names of all others that such a file may have
	 */
	List<String> missing(Collection<String> given);

	/**
	 * The columns that a header must begin with.
	 * @return their names
	 */
	List<String> required();

	/**
	 * The columns that a file may have, in the order in which one is written.
	 * @return their names
	 */
	List<String> header();

	/**
	 * What a row says.
	 * @param row the row as it stands in the file
	 * @return rows of the registry's formats
	 */
	List<Told> rows(Cells row);

	/**
	 * What a row is about, where it has not the registry's key of it.
	 * @param row the row as it stands in the file
	 * @return empty where the registry's keys tell
	 */
	Optional<Identity> identity(Cells row);

	default Finding badHeader() {
		return Finding.rejected(FindingCode.BAD_HEADER, 1L, null,
				"The header must begin with " + String.join(",", required()));
	}

}
