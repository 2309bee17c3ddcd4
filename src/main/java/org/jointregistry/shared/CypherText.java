package org.jointregistry.shared;

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

	private CypherText() {
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
