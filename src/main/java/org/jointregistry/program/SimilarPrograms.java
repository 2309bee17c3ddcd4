package org.jointregistry.program;

import java.util.List;

import org.jointregistry.read.FoundNode;

/**
 * Programs that are like one, as {@code schema/program-insight.graphqls} describes them.
 *
 * @param program the program
 * @param alike the others, the most alike first
 * @param hasMore whether there are more than were asked for
 */
record SimilarPrograms(FoundNode program, List<SimilarProgram> alike, boolean hasMore) {

	/**
	 * A program that is like another.
	 *
	 * @param program the other program
	 * @param key its key
	 * @param sameDomain whether both are of one domain
	 * @param technologies that both use
	 * @param partners that take part in both
	 * @param contractors that work on both
	 */
	record SimilarProgram(FoundNode program, String key, boolean sameDomain, List<FoundNode> technologies,
			List<FoundNode> partners, List<FoundNode> contractors) {

	}

}
