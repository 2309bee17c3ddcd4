package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithWhere;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * Paths from one node to another, all of whose nodes and relationships the viewer sees,
 * and none of which meets a node twice.
 * <p>
 * Each hop follows relationships in the direction in which they are taken, and those that
 * lead nowhere else to the end alone: a pattern of undirected relationships would read
 * all that each node has before it asks which way they lead.
 */
public final class Paths {

	private static final SymbolicName HERE = Cypher.name("here");

	private final PathGuard guard;

	private final Node from;

	private final Node to;

	private final List<Hop> hops;

	private final Function<Relationship, Condition> taken;

	Paths(PathGuard guard, Node from, Node to, List<Hop> hops, Function<Relationship, Condition> taken) {
		this.guard = guard;
		this.from = from;
		this.to = to;
		this.hops = List.copyOf(hops);
		this.taken = taken;
	}

	/**
	 * Finds the paths.
	 * @return a reading in which {@link #stations()} and {@link #edges()} are known, each
	 * path once
	 */
	public OrderableOngoingReadingAndWithWithoutWhere match() {
		OrderableOngoingReadingAndWithWithoutWhere reading = Cypher
			.with(Cypher.listOf(this.from.getRequiredSymbolicName()).as(stations(0)), Cypher.listOf().as(edges(0)));
		for (int hop = 0; hop < this.hops.size(); hop++) {
			reading = reading.call(hop(hop), Cypher.asterisk()).with(stations(hop + 1), edges(hop + 1));
		}
		return reading
			.where(Cypher.last(stations())
				.isEqualTo(this.to.getRequiredSymbolicName())
				.and(Cypher.size(edges()).gt(Cypher.literalOf(0))))
			.with(stations(), edges());
	}

	/**
	 * What a path meets.
	 * @return a list of nodes, its first and its last among them
	 */
	public SymbolicName stations() {
		return stations(this.hops.size());
	}

	/**
	 * What a path takes.
	 * @return a list of relationships, one fewer than nodes
	 */
	public SymbolicName edges() {
		return edges(this.hops.size());
	}

	/** What has arrived before, and where the others lead. */
	private Statement hop(int hop) {
		List<Statement> found = new ArrayList<>();
		found.add(here(hop, HERE.isEqualTo(this.to.getRequiredSymbolicName()))
			.returning(stations(hop).as(stations(hop + 1)), edges(hop).as(edges(hop + 1)))
			.build());
		Node here = Cypher.anyNode(HERE);
		for (boolean along : new boolean[] { true, false }) {
			String[] onwards = relationships(this.hops.get(hop).onwards(), along);
			if (onwards.length > 0) {
				found.add(taking(hop, this.guard.step(here, onwards, along)));
			}
			String[] arriving = relationships(this.hops.get(hop).arriving(), along);
			if (arriving.length > 0) {
				found.add(taking(hop, this.guard.step(here, this.to, arriving, along)));
			}
		}
		return (found.size() > 1) ? Cypher.unionAll(found) : found.getFirst();
	}

	private Statement taking(int hop, Guarded step) {
		SymbolicName there = step.node().getRequiredSymbolicName();
		return step
			.matchAfter(here(hop, HERE.isNotEqualTo(this.to.getRequiredSymbolicName())),
					this.taken.apply(step.edge()).and(there.in(stations(hop)).not()))
			.returning(stations(hop).concat(Cypher.listOf(there)).as(stations(hop + 1)),
					edges(hop).concat(Cypher.listOf(step.edge().getRequiredSymbolicName())).as(edges(hop + 1)))
			.build();
	}

	private static OrderableOngoingReadingAndWithWithWhere here(int hop, Condition where) {
		return Cypher.with(Cypher.last(stations(hop)).as(HERE)).where(where);
	}

	private static String[] relationships(List<Step> steps, boolean along) {
		return steps.stream().filter((step) -> step.along() == along).map(Step::relationship).toArray(String[]::new);
	}

	private static SymbolicName stations(int hops) {
		return Cypher.name("stations" + hops);
	}

	private static SymbolicName edges(int hops) {
		return Cypher.name("edges" + hops);
	}

	/**
	 * A relationship that a path may take.
	 *
	 * @param relationship its type, between types under the rule RECORD
	 * @param along whether it is taken in its direction
	 */
	public record Step(String relationship, boolean along) {

	}

	/**
	 * What a path may take at one place. A step stands in one of the lists.
	 *
	 * @param onwards wherever they lead
	 * @param arriving where they lead to the end
	 */
	public record Hop(List<Step> onwards, List<Step> arriving) {

	}

}
