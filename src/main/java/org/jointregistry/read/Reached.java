package org.jointregistry.read;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * Records that are reached from another by a relation that is followed any number of
 * times.
 * <p>
 * Nothing is asked of a way but its end and the fewest steps to it: so Neo4j goes to each
 * record once, however many ways lead there.
 *
 * @param ways the pattern of the ways
 */
public record Reached(Guarded ways) {

	/** The name of a way in the statement. */
	static final SymbolicName WAY = Cypher.name("way");

	private static final SymbolicName DEPTH = Cypher.name("depth");

	/**
	 * Matches the records.
	 * @return a reading in which {@link #node()} and {@link #depth()} are known, with
	 * each record once
	 */
	public OrderableOngoingReadingAndWithWithoutWhere match() {
		return match(Cypher.noCondition());
	}

	/**
	 * Matches some of the records.
	 * @param further what must hold besides of a record, whatever lies between
	 * @return a reading as that of {@link #match()}
	 */
	public OrderableOngoingReadingAndWithWithoutWhere match(Condition further) {
		return once(this.ways.match(further));
	}

	/**
	 * Matches the records that are reached from any of those that a reading knows. The
	 * ways from each of these are gone anew, and what they reach is found once.
	 * @param before a reading in which what they are reached from is known by its name
	 * @return a reading as that of {@link #match()}
	 */
	public OrderableOngoingReadingAndWithWithoutWhere matchAfter(ExposesMatch before) {
		return once(this.ways.matchAfter(before, Cypher.noCondition()));
	}

	private OrderableOngoingReadingAndWithWithoutWhere once(ExposesWith reading) {
		Expression length = Cypher.call("length").withArgs(WAY).asFunction();
		return reading.with(node(), Cypher.min(length).as(DEPTH));
	}

	/**
	 * A record that is reached.
	 * @return a named node
	 */
	public Node node() {
		return this.ways.node();
	}

	/**
	 * How often the relation is followed at least to reach it.
	 * @return 0 for a record that it is asked of
	 */
	public Expression depth() {
		return DEPTH;
	}

}
