package org.jointregistry.dependence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;

import org.jointregistry.access.Validity;
import org.jointregistry.dependence.SoleSupplies.SoleSupply;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.read.Weaving;
import org.jointregistry.shared.RegistryException;

/**
 * The statement behind {@code soleSupplies}: the work of each program that is done today,
 * with the nations of its contractors.
 */
final class SoleSupplyQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String WORK = "WorkShare";

	private static final String KEY = "key";

	private final Weaving weave;

	private final Projection programs;

	private final Projection nations;

	private final Projection works;

	private SoleSupplyQuestion(Weaving weave) {
		this.weave = weave;
		this.programs = weave.projection("Program", "supplies/program");
		this.nations = weave.projection("Nation", "supplies/nation");
		this.works = weave.projection(WORK, "supplies/workShares");
	}

	/**
	 * Asks what one nation alone supplies.
	 * @param keys of the programs
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<SoleSupplies> of(List<String> keys, Weaving weave) {
		SoleSupplyQuestion question = new SoleSupplyQuestion(weave);
		Parameter<Object> asked = weave.parameter(keys);
		return new Insight<>(SoleSupplyQuestion.class, () -> question.expression(asked),
				(returned) -> question.read(returned, keys.size()));
	}

	private Expression expression(Expression keys) {
		Guarded program = this.weave.all("Program");
		Node node = program.node();
		return Cypher.collect(program.match(node.property(KEY).in(keys))
			.returning(Cypher.listOf(this.programs.of(node), works(node)))
			.orderBy(node.property(KEY))
			.build());
	}

	private Expression works(Node program) {
		Guarded work = this.weave.follow(program, "Program", "workShares");
		Node node = work.node();
		Function<String, Expression> fact = (name) -> this.weave.value(node, WORK, name);
		Condition done = fact.apply("component")
			.isNotNull()
			.and(Validity.holds(fact.apply("since"), fact.apply("until")));
		return Cypher.collect(work.once(done)
			.with(node)
			.returning(Cypher.listOf(fact.apply("component"), this.works.of(node), nations(node)))
			.orderBy(node.property(KEY))
			.build());
	}

	private Expression nations(Node work) {
		Guarded contractor = this.weave.follow(work, WORK, "contractor");
		Guarded nation = this.weave.follow(contractor.node(), "Contractor", "nation");
		return Cypher.collect(nation.matchAfter(contractor.match(SEEN), SEEN)
			.returning(Cypher.listOf(nation.node().property(KEY), this.nations.of(nation.node())))
			.build());
	}

	private SoleSupplies read(@Nullable Object returned, int asked) {
		List<?> programs = Returned.list(returned);
		if (programs.size() < asked) {
			throw RegistryException.notFound();
		}
		List<SoleSupply> supplies = new ArrayList<>();
		long undecided = 0;
		for (Object each : programs) {
			List<?> program = Returned.list(each);
			FoundNode shown = this.programs.read(program.getFirst());
			Map<String, Component> components = new TreeMap<>();
			Returned.list(program.get(1)).forEach((work) -> add(components, Returned.list(work)));
			for (Map.Entry<String, Component> component : components.entrySet()) {
				Component of = component.getValue();
				undecided += (of.unknown() && of.nations().size() < 2) ? 1 : 0;
				if (!of.unknown() && of.nations().size() == 1) {
					supplies.add(new SoleSupply(shown, component.getKey(), of.nations().values().iterator().next(),
							of.works()));
				}
			}
		}
		return new SoleSupplies(supplies, undecided);
	}

	private void add(Map<String, Component> components, List<?> work) {
		Component component = components.getOrDefault((String) work.getFirst(), Component.NONE);
		Map<String, FoundNode> nations = new TreeMap<>(component.nations());
		for (Object each : Returned.list(work.get(2))) {
			nations.put((String) Returned.list(each).getFirst(), this.nations.read(Returned.list(each).get(1)));
		}
		List<FoundNode> works = new ArrayList<>(component.works());
		works.add(this.works.read(work.get(1)));
		components.put((String) work.getFirst(),
				new Component(works, nations, component.unknown() || Returned.list(work.get(2)).isEmpty()));
	}

	/**
	 * Who supplies a component.
	 *
	 * @param works that it is supplied by
	 * @param nations of the contractors, by key
	 * @param unknown whether the nation of one is not known
	 */
	private record Component(List<FoundNode> works, Map<String, FoundNode> nations, boolean unknown) {

		private static final Component NONE = new Component(List.of(), Map.of(), false);

	}

}
