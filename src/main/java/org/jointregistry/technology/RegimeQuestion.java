package org.jointregistry.technology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.Validity;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Reached;
import org.jointregistry.read.Returned;
import org.jointregistry.read.Weaving;
import org.jointregistry.shared.RegistryException;
import org.jointregistry.technology.RegimeDependence.Arrival;
import org.jointregistry.technology.RegimeDependence.RegimeDependent;

/**
 * The statement behind {@code regimeDependence}: the technologies that a nation's
 * programs use, each with how it and what is inside it came there under a regime.
 */
final class RegimeQuestion {

	private static final String KEY = "key";

	private static final String REGIME = "ControlRegime";

	private static final String TRANSFER = "Transfer";

	private static final SymbolicName CAME = Cypher.name("came");

	private final Weaving weave;

	private final Parameter<Object> nation;

	private final Parameter<Object> regime;

	private final Projection nations;

	private final Projection regimes;

	private final Projection programs;

	private final Projection technologies;

	private final Projection arrived;

	private final Projection transfers;

	private RegimeQuestion(String nation, String regime, Weaving weave) {
		this.weave = weave;
		this.nation = weave.parameter(nation);
		this.regime = weave.parameter(regime);
		this.nations = weave.projection("Nation", "nation");
		this.regimes = weave.projection(REGIME, "regime");
		this.programs = weave.projection("Program", "dependents/program");
		this.technologies = weave.projection("Technology", "dependents/technology");
		this.arrived = weave.projection("Technology", "dependents/arrivals/technology");
		this.transfers = weave.projection("Transfer", "dependents/arrivals/transfer");
	}

	/**
	 * Asks what depends on a regime.
	 * @param nation key of the nation
	 * @param regime key of the regime
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<RegimeDependence> of(String nation, String regime, Weaving weave) {
		RegimeQuestion question = new RegimeQuestion(nation, regime, weave);
		return new Insight<>(RegimeQuestion.class, question::expression, question::read);
	}

	private Expression expression() {
		Expression programs = this.weave.one("Nation", this.nation,
				(of) -> Cypher.listOf(this.nations.of(of), programs(of)));
		Expression asking = this.weave.one(REGIME, this.regime,
				(under) -> Cypher.listOf(this.regimes.of(under), this.weave.value(under, REGIME, "consentRequired")));
		return Cypher.listOf(programs, asking);
	}

	private Expression programs(Node nation) {
		Guarded program = this.weave.follow(nation, "Nation", "programs");
		Node node = program.node();
		return Cypher.collect(program.match(Validity.takesPart(program.edge()))
			.withDistinct(node)
			.with(node, came(node).as(CAME))
			.orderBy(node.property(KEY).ascending())
			.returning(Cypher.listOf(this.programs.of(node), technologies(node)))
			.build());
	}

	/** What came to a program under the regime: keys of technologies, with transfers. */
	private Expression came(Node program) {
		Guarded transfer = this.weave.follow(program, "Program", "transfers");
		Node node = transfer.node();
		Guarded technology = this.weave.follow(node, TRANSFER, "technology");
		Function<String, Expression> fact = (name) -> this.weave.value(node, TRANSFER, name);
		Condition isUnder = Flowing.condition(fact).and(fact.apply("regime").isEqualTo(this.regime));
		return Cypher.collect(technology.matchAfter(transfer.once(isUnder).with(node), Cypher.noCondition())
			.with(node, technology.node())
			.orderBy(node.property(KEY).ascending())
			.returning(Cypher.listOf(technology.node().property(KEY), this.transfers.of(node)))
			.build());
	}

	private Expression technologies(Node program) {
		Guarded technology = this.weave.follow(program, "Program", "technologies");
		Node node = technology.node();
		Condition used = this.weave.fact(technology.edge(), "TechnologyUse", "until").isNull();
		return Cypher.collect(technology.match(used)
			.withDistinct(node)
			.orderBy(node.property(KEY).ascending())
			.returning(Cypher.listOf(node.property(KEY), this.technologies.of(node), inside(node)))
			.build());
	}

	/** What is inside a technology of a program to which something came, as it came. */
	private Expression inside(Node technology) {
		Reached lineage = Lineage.ancestors(this.weave, technology);
		SymbolicName each = Cypher.name("each");
		Expression key = lineage.node().property(KEY);
		Expression keys = Cypher.listWith(each).in(CAME).returning(Cypher.valueAt(each, 0));
		Expression transfers = Cypher.listWith(each)
			.in(CAME)
			.where(Cypher.valueAt(each, 0).isEqualTo(key))
			.returning(Cypher.valueAt(each, 1));
		return Cypher.collect(lineage.match(Cypher.size(CAME).gt(Cypher.literalOf(0)))
			.where(key.in(keys))
			.returning(Cypher.listOf(lineage.depth(), this.arrived.of(lineage.node()), transfers))
			.orderBy(Cypher.sort(lineage.depth()).ascending(), key.ascending())
			.build());
	}

	private RegimeDependence read(@Nullable Object returned) {
		List<?> values = Returned.list(returned);
		if (!(values.getFirst() instanceof List<?> nation) || !(values.get(1) instanceof List<?> asking)) {
			throw RegistryException.notFound();
		}
		boolean asks = Boolean.TRUE.equals(asking.get(1));
		Set<String> used = new HashSet<>();
		Set<String> under = new HashSet<>();
		List<RegimeDependent> dependents = new ArrayList<>();
		for (Object each : Returned.list(nation.get(1))) {
			List<?> program = Returned.list(each);
			FoundNode shown = this.programs.read(program.getFirst());
			for (Object one : Returned.list(program.get(1))) {
				List<?> technology = Returned.list(one);
				used.add((String) technology.getFirst());
				List<Arrival> arrivals = asks ? arrivals(Returned.list(technology.get(2))) : List.of();
				if (!arrivals.isEmpty()) {
					under.add((String) technology.getFirst());
					dependents.add(new RegimeDependent(shown, this.technologies.read(technology.get(1)), arrivals));
				}
			}
		}
		return new RegimeDependence(this.nations.read(nation.getFirst()), this.regimes.read(asking.getFirst()),
				used.size(), under.size(), dependents);
	}

	private List<Arrival> arrivals(List<?> inside) {
		List<Arrival> arrivals = new ArrayList<>();
		for (Object each : inside) {
			List<?> row = Returned.list(each);
			FoundNode technology = this.arrived.read(row.get(1));
			Returned.list(row.get(2))
				.forEach((transfer) -> arrivals
					.add(new Arrival(technology, (Long) row.getFirst(), this.transfers.read(transfer))));
		}
		return arrivals;
	}

}
