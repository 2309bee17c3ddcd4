package org.jointregistry.dependence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.dependence.Loss.LostRecord;
import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.read.Weaving;
import org.jointregistry.shared.RegistryException;

/**
 * The statement behind {@code lossOf}: what is reached from a party in one step or two,
 * along {@link Reliance}.
 */
final class LossQuestion {

	private static final String KEY = "key";

	private static final SymbolicName ROWS = Cypher.name("rows");

	private static final SymbolicName ROW = Cypher.name("row");

	private static final SymbolicName WAYS = Cypher.name("ways");

	private static final SymbolicName STEPS = Cypher.name("steps");

	private static final SymbolicName FOUND = Cypher.name("found");

	/** Names what patterns of the guard's have found. */
	private static final Node LOST = Cypher.anyNode("lost");

	private static final Node THROUGH = Cypher.anyNode("through");

	private final String type;

	private final Expression most;

	private final Weaving weave;

	private final Projection parties;

	private final Projection records;

	private final Projection between;

	private LossQuestion(String type, int limit, Weaving weave) {
		this.type = type;
		this.most = weave.parameter((long) limit);
		this.weave = weave;
		this.parties = weave.projection("Party", "party");
		this.records = weave.projection("Record", "records/record");
		this.between = weave.projection("Record", "records/through");
	}

	/**
	 * Asks what would be lost.
	 * @param party who would go: a nation or a contractor
	 * @param limit records at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<Loss> of(GlobalId party, int limit, Weaving weave) {
		LossQuestion question = new LossQuestion(party.type(), limit, weave);
		Parameter<Object> key = weave.parameter(party.key());
		return new Insight<>(List.of(LossQuestion.class, party.type()),
				() -> weave.one(party.type(), key, (of) -> Cypher.listOf(question.parties.of(of), question.lost(of))),
				question::read);
	}

	/** How many records are lost, and the first of them. */
	private Expression lost(Node party) {
		SymbolicName lost = LOST.getRequiredSymbolicName();
		SymbolicName through = THROUGH.getRequiredSymbolicName();
		Condition isNear = Cypher.count(through).lt(Cypher.count(Cypher.asterisk()));
		Expression steps = Cypher.caseExpression()
			.when(isNear)
			.then(Cypher.literalOf(1))
			.elseDefault(Cypher.literalOf(2));
		return Cypher.last(Cypher.collect(Cypher.unwind(reached(party))
			.as(ROWS)
			.unwind(ROWS)
			.as(ROW)
			.with(Cypher.valueAt(ROW, 0).as(lost), Cypher.valueAt(ROW, 1).as(through))
			.where(lost.isNotEqualTo(party.getRequiredSymbolicName()))
			.with(LOST, steps.as(STEPS), Cypher.collect(through).as(WAYS))
			.orderBy(STEPS.ascending(), Cypher.head(Cypher.labels(LOST)).ascending(), LOST.property(KEY).ascending())
			.with(Cypher.collect(Cypher.listOf(lost, STEPS, WAYS)).as(FOUND))
			.returning(Cypher.listOf(Cypher.size(FOUND), shown()))
			.build()));
	}

	private Expression shown() {
		return Cypher.collect(Cypher.unwind(Cypher.subListUntil(FOUND, this.most))
			.as(ROW)
			.with(Cypher.valueAt(ROW, 0).as(LOST.getRequiredSymbolicName()), Cypher.valueAt(ROW, 1).as(STEPS),
					Cypher.valueAt(ROW, 2).as(WAYS))
			.returning(Cypher.listOf(this.records.of(LOST), STEPS,
					Cypher.caseExpression().when(STEPS.gt(Cypher.literalOf(1))).then(first())))
			.build());
	}

	/** The first record between. */
	private Expression first() {
		return Cypher.last(Cypher.collect(Cypher.unwind(WAYS)
			.as(THROUGH.getRequiredSymbolicName())
			.with(THROUGH)
			.orderBy(Cypher.head(Cypher.labels(THROUGH)).ascending(), THROUGH.property(KEY).ascending())
			.limit(1)
			.returning(this.between.of(THROUGH))
			.build()));
	}

	/** A list of lists of records, each with the record between. */
	private Expression reached(Node party) {
		List<Expression> found = new ArrayList<>();
		for (Reliance first : Reliance.of(this.type)) {
			found.add(Cypher.listOf(reached(first, party, null)));
			for (Reliance second : Reliance.of(first.target())) {
				found.add(beyond(first, second, party));
			}
		}
		return found.stream().reduce(Expression::concat).orElseThrow();
	}

	/** A list of lists, one for each record between. */
	private Expression beyond(Reliance first, Reliance second, Node party) {
		Guarded between = first.from(party, this.weave);
		return Cypher.collect(
				first.reading(between, this.weave).returning(reached(second, between.node(), between.node())).build());
	}

	private Expression reached(Reliance step, Node from, @Nullable Node through) {
		Guarded reached = step.from(from, this.weave);
		Expression between = (through != null) ? through.getRequiredSymbolicName() : Cypher.literalNull();
		return Cypher.collect(step.reading(reached, this.weave)
			.returning(Cypher.listOf(reached.node().getRequiredSymbolicName(), between))
			.build());
	}

	private Loss read(@Nullable Object returned) {
		if (!(returned instanceof List<?> values)) {
			throw RegistryException.notFound();
		}
		List<?> lost = Returned.list(values.get(1));
		return new Loss(this.parties.read(values.getFirst()), (Long) Objects.requireNonNull(lost.getFirst()),
				Returned.lists(lost.get(1)).stream().map(this::record).toList());
	}

	private LostRecord record(List<?> row) {
		Object through = row.get(2);
		return new LostRecord(this.records.read(row.getFirst()), (Long) Objects.requireNonNull(row.get(1)),
				(through != null) ? this.between.read(through) : null);
	}

}
