package org.jointregistry.importing;

import java.util.List;

/**
 * Some rows of a file, which are written together.
 *
 * @param rows how many were gone through since the chunk before; none where they waited
 * @param line the last line that was gone through
 * @param drafts what the rows say that could be read
 * @param findings what could not be read
 * @param waiting rows besides these that wait for rows after them
 * @param last whether these wait no more: what they name and is not there will not come
 */
record Chunk(int rows, long line, List<Draft> drafts, List<Finding> findings, List<Draft> waiting, boolean last) {

	/** Rows that may wait for others at once: so much of a file is kept in memory. */
	static final int MOST_WAITING = 10_000;

	/**
	 * Whether rows of the chunk may wait for rows after them.
	 * @param many how many of them
	 * @return false where too many wait already
	 */
	boolean mayWait(int many) {
		return !this.last && this.waiting.size() + many <= MOST_WAITING;
	}

	/**
	 * How many of the chunk's rows are not loaded.
	 * @param loaded how many are
	 * @param waiting how many wait
	 * @return the others
	 */
	int rejected(int loaded, int waiting) {
		return Math.max(this.rows, this.drafts.size()) - loaded - waiting;
	}

	/**
	 * What became of a chunk.
	 *
	 * @param loaded how many rows were loaded
	 * @param waiting those that wait for rows after them
	 */
	record Written(int loaded, List<Draft> waiting) {

	}

	/** Writes chunks. */
	interface Writer {

		/**
		 * Writes a chunk.
		 * @param chunk the rows
		 * @return what became of them
		 */
		Written write(Chunk chunk);

	}

}
