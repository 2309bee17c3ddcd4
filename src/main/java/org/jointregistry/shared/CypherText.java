package org.jointregistry.shared;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.renderer.Configuration;
import org.neo4j.cypherdsl.core.renderer.Dialect;
import org.neo4j.cypherdsl.core.renderer.Renderer;

/**
 * Writes statements in the one dialect of Cypher that the registry speaks.
 */
public final class CypherText {

	private static final Renderer RENDERER = Renderer
		.getRenderer(Configuration.newConfig().withDialect(Dialect.NEO4J_5_CYPHER_25).build());

	private static final String RETURN = "RETURN ";

	private CypherText() {
	}

	/**
	 * The text of a condition, for a statement that is text.
	 * @param condition as it was built
	 * @return Cypher 25, in parentheses
	 */
	public static String of(Condition condition) {
		String returned = of(Cypher.returning(condition).build());
		return "(" + returned.substring(returned.indexOf(RETURN) + RETURN.length()) + ")";
	}

	/**
	 * The text of a statement.
	 * @param statement as it was built
	 * @return Cypher 25, the same for the same statement
	 */
	public static String of(Statement statement) {
		return RENDERER.render(statement);
	}

}
