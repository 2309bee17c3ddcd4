package org.jointregistry.technology;

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
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Reached;
import org.jointregistry.read.Returned;
import org.jointregistry.read.Weaving;
import org.jointregistry.technology.LicenceEndings.EndingTransfer;
import org.jointregistry.technology.LicenceEndings.LicenceEnding;

/**
 * The statement behind {@code licenceEndings}: licences that end, each with its
 * transfers, and what depends on these.
 */
final class EndingQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String LICENCE = "ExportLicence";

	private static final String TRANSFER = "Transfer";

	private static final String KEY = "key";

	private static final SymbolicName END = Cypher.name("ends");

	private final Weaving weave;

	private final Projection licences;

	private final Projection transfers;

	private final Projection others;

	private final Projection technologies;

	private final Projection programs;

	private EndingQuestion(Weaving weave) {
		this.weave = weave;
		this.licences = weave.projection(LICENCE, "endings/licence");
		this.transfers = weave.projection(TRANSFER, "endings/transfers/transfer");
		this.others = weave.projection(LICENCE, "endings/transfers/carriedOnBy");
		this.technologies = weave.projection("Technology", "endings/technologies");
		this.programs = weave.projection("Program", "endings/programs");
	}

	/**
	 * Asks what ends.
	 * @param from the first day
	 * @param to the last day
	 * @param limit licences at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<LicenceEndings> of(String from, String to, int limit, Weaving weave) {
		EndingQuestion question = new EndingQuestion(weave);
		Parameter<Object> first = weave.parameter(from);
		Parameter<Object> last = weave.parameter(to);
		Parameter<Object> most = weave.parameter((long) limit + 1);
		return new Insight<>(EndingQuestion.class, () -> question.endings(first, last, most),
				(returned) -> question.read(returned, limit));
	}

	private Expression endings(Expression from, Expression to, Expression most) {
		Guarded licence = this.weave.listed(LICENCE);
		Node node = licence.node();
		Function<String, Expression> fact = (name) -> this.weave.value(node, LICENCE, name);
		Expression until = Flowing.firstDay(fact.apply("validUntil"));
		Condition ends = fact.apply("state")
			.isEqualTo(Cypher.literalOf("ISSUED"))
			.and(until.gte(from))
			.and(until.lte(to));
		return Cypher.collect(licence.once(ends)
			.with(node, until.as(END))
			.orderBy(END.ascending(), node.property(KEY).ascending())
			.limit(most)
			.returning(Cypher.listOf(this.licences.of(node), transfers(node)))
			.build());
	}

	private Expression transfers(Node licence) {
		Guarded transfer = this.weave.follow(licence, LICENCE, "transfers");
		Node node = transfer.node();
		Guarded program = this.weave.follow(node, TRANSFER, "program");
		Guarded technology = this.weave.follow(node, TRANSFER, "technology");
		return Cypher.collect(transfer.once(Flowing.condition((name) -> this.weave.value(node, TRANSFER, name)))
			.with(node)
			.orderBy(node.property(KEY).ascending())
			.returning(Cypher.listOf(this.transfers.of(node), others(node),
					Cypher.collect(program.match(SEEN).returning(keyed(program.node(), this.programs)).build()),
					Cypher.collect(technology.match(SEEN).returning(descendants(technology.node())).build())))
			.build());
	}

	/** Licences of a transfer that hold when the one ends, which does not. */
	private Expression others(Node transfer) {
		Guarded other = this.weave.follow(transfer, TRANSFER, "licences");
		Node node = other.node();
		Expression regime = this.weave.value(transfer, TRANSFER, "regime");
		return Cypher.collect(FlowRules.counting(other, transfer, regime, END, this.weave)
			.returning(this.others.of(node))
			.orderBy(node.property(KEY))
			.build());
	}

	private Expression descendants(Node technology) {
		Reached lineage = Lineage.descendants(this.weave, technology);
		Node node = lineage.node();
		Guarded program = this.weave.follow(node, "Technology", "programs");
		Condition uses = this.weave.fact(program.edge(), "TechnologyUse", "until").isNull();
		return Cypher.collect(lineage.match()
			.returning(Cypher.listOf(keyed(node, this.technologies),
					Cypher.collect(program.match(uses).returning(keyed(program.node(), this.programs)).build())))
			.build());
	}

	private static Expression keyed(Node node, Projection shown) {
		return Cypher.listOf(node.property(KEY), shown.of(node));
	}

	private LicenceEndings read(@Nullable Object returned, int limit) {
		List<?> found = Returned.list(returned);
		return new LicenceEndings(found.stream().limit(limit).map(this::ending).toList(), found.size() > limit);
	}

	private LicenceEnding ending(Object returned) {
		List<?> values = Returned.list(returned);
		List<EndingTransfer> ending = new ArrayList<>();
		Map<String, FoundNode> stopping = new TreeMap<>();
		Map<String, FoundNode> dependent = new TreeMap<>();
		for (Object each : Returned.list(values.get(1))) {
			List<?> transfer = Returned.list(each);
			List<FoundNode> carriedOnBy = Returned.list(transfer.get(1)).stream().map(this.others::read).toList();
			ending.add(new EndingTransfer(this.transfers.read(transfer.getFirst()), carriedOnBy));
			if (carriedOnBy.isEmpty()) {
				Returned.list(transfer.get(2)).forEach((program) -> add(dependent, program, this.programs));
				Returned.list(transfer.get(3))
					.forEach((technologies) -> Returned.list(technologies).forEach((technology) -> {
						add(stopping, Returned.list(technology).getFirst(), this.technologies);
						Returned.list(Returned.list(technology).get(1))
							.forEach((program) -> add(dependent, program, this.programs));
					}));
			}
		}
		return new LicenceEnding(this.licences.read(values.getFirst()), ending, List.copyOf(stopping.values()),
				List.copyOf(dependent.values()));
	}

	private static void add(Map<String, FoundNode> nodes, @Nullable Object keyed, Projection shown) {
		nodes.put((String) Returned.list(keyed).getFirst(), shown.read(Returned.list(keyed).get(1)));
	}

}
