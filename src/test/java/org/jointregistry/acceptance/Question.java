package org.jointregistry.acceptance;

import java.util.List;

/**
 * A question about the curated data, and what the files answer.
 *
 * @param name what is asked
 * @param document in GraphQL
 * @param lines the answer's lines, as {@link Flat} writes them, in any order
 */
record Question(String name, String document, List<String> lines) {

	private static final String REAL = "where: {fictional: {eq: false}}, first: 500";

	private static final String REAL_EDGES = "where: {node: {fictional: {eq: false}}}, first: 500";

	/**
	 * What a list holds.
	 */
	static Question list(String field, String selection, String file, String... columns) {
		return new Question(field, "{ %s(%s) { nodes { %s } } }".formatted(field, REAL, selection),
				Csv.lines(file, columns));
	}

	/**
	 * What a relation without facts leads to.
	 */
	static Question relation(String field, String relation, String file, String... columns) {
		return new Question(field + "." + relation,
				"{ %s(%s) { nodes { key %s(%s) { nodes { key } } } } }".formatted(field, REAL, relation, REAL),
				Csv.lines(file, columns));
	}

	/**
	 * What a relation to at most one leads to.
	 */
	static Question single(String field, String relation, String file, String... columns) {
		return new Question(field + "." + relation,
				"{ %s(first: 500, where: {fictional: {eq: false}, %s: {key: {isNull: false}}}) { nodes { key %2$s { key } } } }"
					.formatted(field, relation),
				Csv.lines(file, columns));
	}

	/**
	 * What a relation with facts leads to.
	 */
	static Question edges(String field, String relation, String facts, String file, String... columns) {
		return new Question(field + "." + relation, "{ %s(%s) { nodes { key %s(%s) { edges { %s node { key } } } } } }"
			.formatted(field, REAL, relation, REAL_EDGES, facts), Csv.lines(file, columns));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
