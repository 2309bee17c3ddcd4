package org.jointregistry.technology;

import java.util.List;

import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Paths;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code technologyFlow}: both parties, and the paths between them
 * that follow {@link FlowStep}s and meet no record twice.
 */
final class FlowQuestion {

	private static final SymbolicName STATIONS = Cypher.name("stations");

	private static final SymbolicName EDGES = Cypher.name("edges");

	private final Weaving weave;

	private final Projection records;

	private FlowQuestion(Weaving weave, Projection records) {
		this.weave = weave;
		this.records = records;
	}

	/**
	 * Asks how technology may flow.
	 * @param from the party that the flow starts from
	 * @param to the party that it leads to
	 * @param maxHops relationships of a path at most
	 * @param limit paths at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<TechnologyFlow> of(GlobalId from, GlobalId to, int maxHops, int limit, Weaving weave) {
		Projection start = weave.projection("Party", "from");
		Projection end = weave.projection("Party", "to");
		Projection stepFrom = weave.projection("Record", "paths/steps/from");
		Projection stepTo = weave.projection("Record", "paths/steps/to");
		FlowQuestion question = new FlowQuestion(weave, stepFrom);
		Parameter<Object> begin = weave.parameter(from.key());
		Parameter<Object> goal = weave.parameter(to.key());
		Parameter<Object> most = weave.parameter((long) limit + 1);
		return new Insight<>(List.of(FlowQuestion.class, from.type(), to.type(), maxHops),
				() -> weave.one(from.type(), begin, (first) -> Cypher.listOf(start.of(first), weave.one(to.type(), goal,
						(last) -> Cypher.listOf(end.of(last), question.paths(first, last, stepTo,
								FlowStep.hops(from.type(), to.type(), maxHops), most))))),
				new FlowReading(start, end, stepFrom, stepTo, limit)::read);
	}

	private Expression paths(Node from, Node to, Projection stepTo, List<Paths.Hop> hops, Expression most) {
		Paths paths = this.weave.paths(from, to, hops, FlowStep::flows);
		return Cypher.collect(paths.match()
			.with(paths.stations().as(STATIONS), paths.edges().as(EDGES), keys(paths.stations()).as("stationKeys"),
					keys(paths.edges()).as("edgeKeys"))
			.orderBy(Cypher.size(EDGES).ascending(), Cypher.name("stationKeys").ascending(),
					Cypher.name("edgeKeys").ascending())
			.limit(most)
			.returning(Cypher.listOf(visited(stepTo), taken()))
			.build());
	}

	private static Expression keys(Expression list) {
		SymbolicName each = Cypher.name("each");
		return Cypher.listWith(each)
			.in(list)
			.returning(Cypher.coalesce(Cypher.property(each, "key"), Cypher.literalOf("")));
	}

	private Expression visited(Projection stepTo) {
		Node station = Cypher.anyNode("station");
		return Cypher.collect(Cypher.unwind(STATIONS)
			.as(station.getRequiredSymbolicName())
			.returning(Cypher.listOf(this.records.of(station), stepTo.of(station), this.weave.stored(station, "regime"),
					this.weave.stored(station, "instrument"), this.weave.stored(station, "status"),
					this.weave.stored(station, "until")))
			.build());
	}

	private Expression taken() {
		SymbolicName edge = Cypher.name("taken");
		return Cypher.listWith(edge)
			.in(EDGES)
			.returning(Cypher.listOf(this.weave.type(edge),
					Cypher.coalesce(Cypher.property(edge, "until"), Cypher.property(edge, "left")),
					Cypher.property(edge, "restriction")));
	}

}
