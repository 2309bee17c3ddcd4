package org.jointregistry.oracle;

import java.util.List;

/**
 * Names that GraphQL allows and that mean something else further inside: keywords of
 * Cypher, variables and parameters of the engine's statements, properties of its own.
 */
final class HostileNames {

	static final List<String> ALL = List.of("match", "viewer", "n0", "token", "r0", "answer", "k0", "p0", "where",
			"return", "today", "viewerTokens", "exists", "null", "type", "__n0", "key", "releasedTo", "held", "named",
			"here", "there", "step", "stations", "stations0", "edges", "edges0", "scope", "viewerNation",
			"viewerUnanchored", "viewerMembership", "true", "query", "MATCH", "CALL", "_", "id", "labels", "figuresTo",
			"figuresMarking");

	private HostileNames() {
	}

	/**
	 * A name that no smaller number has.
	 * @param number from 0
	 * @return one of the names, with a number behind it once all have been given
	 */
	static String at(int number) {
		int round = number / ALL.size();
		return ALL.get(number % ALL.size()) + ((round > 0) ? "_" + round : "");
	}

}
