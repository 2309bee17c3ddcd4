package org.jointregistry.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.renderer.Configuration;
import org.neo4j.cypherdsl.core.renderer.Dialect;
import org.neo4j.cypherdsl.core.renderer.Renderer;
import org.neo4j.driver.TransactionContext;

/**
 * Asks, for a write, the rules that reads weave into their statements: what the viewer
 * does not see, the viewer cannot name.
 */
public final class Sight {

	private static final Renderer RENDERER = Renderer
		.getRenderer(Configuration.newConfig().withDialect(Dialect.NEO4J_5_CYPHER_25).build());

	private final TransactionContext transaction;

	private final Viewer viewer;

	/**
	 * What a viewer sees within a transaction.
	 * @param transaction the transaction that writes
	 * @param viewer who asks
	 */
	public Sight(TransactionContext transaction, Viewer viewer) {
		this.transaction = transaction;
		this.viewer = viewer;
	}

	/**
	 * Whether there is a record, and the viewer sees it today.
	 * @param rule the rule that records of the label stand under
	 * @param label the record's label, never a client's text
	 * @param key the record's key
	 * @return false for an absent record and for a hidden one
	 */
	public boolean sees(AccessRule rule, String label, String key) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("key", key);
		parameters.putAll(ViewerTokens.parameters(this.viewer, LocalDate.now(Clock.systemUTC())));
		return this.transaction.run(statement(rule, label, this.viewer.kind()), parameters)
			.single()
			.get("seen")
			.asBoolean();
	}

	static String statement(AccessRule rule, String label, ViewerKind viewer) {
		Node record = Cypher.node(label).named("record");
		Condition seen = record.property("key")
			.isEqualTo(Cypher.parameter("key"))
			.and(rule.visibilityOf(record, viewer).condition());
		Statement found = Cypher.match(record).where(seen).returning(record).build();
		return RENDERER.render(Cypher.with(ViewerTokens.expression(viewer).as(ViewerTokens.NAME))
			.returning(Cypher.exists(found).as("seen"))
			.build());
	}

}
