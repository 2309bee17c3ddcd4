package org.jointregistry.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SymbolicName;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

import org.jointregistry.shared.CypherText;

/**
 * Asks, for a write, the rules that reads weave into their statements: what the viewer
 * does not see, the viewer cannot name.
 */
public final class Sight {

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
	 * The records that there are and that the viewer sees today.
	 * @param rule the rule that records of the label stand under
	 * @param label the records' label, never a client's text
	 * @param keys keys of records, there or not
	 * @return those of the keys, without absent records and hidden ones
	 */
	public Set<String> seen(AccessRule rule, String label, Collection<String> keys) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("keys", List.copyOf(keys));
		parameters.putAll(ViewerTokens.parameters(this.viewer, LocalDate.now(Clock.systemUTC())));
		return Set.copyOf(this.transaction.run(statement(rule, label, this.viewer.kind()), parameters)
			.list((row) -> row.get("key").asString()));
	}

	/**
	 * The relationships that there are and that the viewer sees today, both their ends
	 * included.
	 * @param label the label of the records at one end
	 * @param relationship their type
	 * @param outgoing whether they start there
	 * @param rows for each, the key {@code of} the record and its own {@code key}
	 * @return for each that is seen, its {@code key}, the key of the {@code other} record
	 * at its end, and its {@code facts} as the graph stores them
	 */
	public List<Record> seenTies(String label, String relationship, boolean outgoing, List<Map<String, String>> rows) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("rows", rows);
		parameters.putAll(ViewerTokens.parameters(this.viewer, LocalDate.now(Clock.systemUTC())));
		return this.transaction.run(ties(label, relationship, outgoing, this.viewer.kind()), parameters).list();
	}

	/**
	 * Whether the viewer's organization works on a program today (sentence 9).
	 * @param program the program's key, there or not
	 * @return false for a viewer without the role INDUSTRY
	 */
	public boolean worksOn(String program) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("token", Audience.industry(program));
		parameters.putAll(ViewerTokens.parameters(this.viewer, LocalDate.now(Clock.systemUTC())));
		return this.transaction.run(holds(this.viewer.kind()), parameters).single().get("held").asBoolean();
	}

	private static String holds(ViewerKind viewer) {
		return CypherText.of(Cypher.with(ViewerTokens.expression(viewer).as(ViewerTokens.NAME))
			.returning(Cypher.parameter("token").in(ViewerTokens.NAME).as("held"))
			.build());
	}

	private static String ties(String label, String relationship, boolean outgoing, ViewerKind viewer) {
		SymbolicName row = Cypher.name("row");
		Node record = Cypher.node(label).named("record");
		Node other = Cypher.anyNode("other");
		Relationship tie = (outgoing ? record.relationshipTo(other, relationship)
				: record.relationshipFrom(other, relationship))
			.named("tie");
		Condition seen = AccessRule.EDGE.visibilityOf(tie, viewer)
			.condition()
			.and(AccessRule.RECORD.visibilityOf(record, viewer).condition())
			.and(AccessRule.RECORD.visibilityOf(other, viewer).condition());
		return CypherText.of(Cypher.with(ViewerTokens.expression(viewer).as(ViewerTokens.NAME))
			.unwind(Cypher.parameter("rows"))
			.as(row)
			.match(tie)
			.where(record.property("key")
				.isEqualTo(Cypher.property(row, "of"))
				.and(tie.property("key").isEqualTo(Cypher.property(row, "key")))
				.and(seen))
			.returning(tie.property("key").as("key"), other.property("key").as("other"),
					Cypher.properties(tie).as("facts"))
			.build());
	}

	static String statement(AccessRule rule, String label, ViewerKind viewer) {
		Node record = Cypher.node(label).named("record");
		Expression key = record.property("key");
		Condition seen = key.in(Cypher.parameter("keys")).and(rule.visibilityOf(record, viewer).condition());
		return CypherText.of(Cypher.with(ViewerTokens.expression(viewer).as(ViewerTokens.NAME))
			.match(record)
			.where(seen)
			.returning(key.as("key"))
			.build());
	}

}
