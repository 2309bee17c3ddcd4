package org.jointregistry.dependence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
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
import org.jointregistry.read.Weaving;
import org.jointregistry.shared.RegistryException;

/**
 * The statement behind {@code lossOf}: what is reached from a party in one step or two,
 * along {@link Reliance}.
 */
final class LossQuestion {

	private static final SymbolicName ROWS = Cypher.name("rows");

	private static final SymbolicName ROW = Cypher.name("row");

	/** Names what patterns of the guard's have found. */
	private static final Node LOST = Cypher.anyNode("lost");

	private static final Node THROUGH = Cypher.anyNode("through");

	private static final Comparator<Found> ORDER = Comparator.comparingLong(Found::steps)
		.thenComparing(Found::label)
		.thenComparing(Found::key)
		.thenComparing(Found::throughLabel)
		.thenComparing(Found::throughKey);

	private final GlobalId party;

	private final Weaving weave;

	private final Projection parties;

	private final Projection records;

	private final Projection between;

	private LossQuestion(GlobalId party, Weaving weave) {
		this.party = party;
		this.weave = weave;
		this.parties = weave.projection("Party", "party");
		this.records = weave.projection("Record", "records/record");
		this.between = weave.projection("Record", "records/through");
	}

	/**
	 * Asks what would be lost.
	 * @param party who would go: a nation or a contractor
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<Loss> of(GlobalId party, Weaving weave) {
		LossQuestion question = new LossQuestion(party, weave);
		Parameter<Object> key = weave.parameter(party.key());
		return new Insight<>(List.of(LossQuestion.class, party.type()),
				() -> weave.one(party.type(), key, (of) -> Cypher.listOf(question.parties.of(of), question.shown(of))),
				question::read);
	}

	private Expression shown(Node party) {
		List<Expression> found = new ArrayList<>();
		for (Reliance first : Reliance.of(this.party.type())) {
			found.add(Cypher.listOf(reached(first, party, null)));
			for (Reliance second : Reliance.of(first.target())) {
				found.add(beyond(first, second, party));
			}
		}
		Expression all = found.stream().reduce(Expression::concat).orElseThrow();
		return Cypher.collect(Cypher.unwind(all)
			.as(ROWS)
			.unwind(ROWS)
			.as(ROW)
			.with(Cypher.valueAt(ROW, 0).as(LOST.getRequiredSymbolicName()),
					Cypher.valueAt(ROW, 1).as(THROUGH.getRequiredSymbolicName()))
			.returning(Cypher.listOf(Cypher.head(Cypher.labels(LOST)), LOST.property("key"), this.records.of(LOST),
					Cypher.head(Cypher.labels(THROUGH)), THROUGH.property("key"),
					Cypher.caseExpression()
						.when(THROUGH.getRequiredSymbolicName().isNotNull())
						.then(this.between.of(THROUGH))))
			.build());
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
		List<?> rows = (List<?>) Objects.requireNonNull(values.get(1));
		Set<String> met = new HashSet<>(Set.of(this.party.type() + ":" + this.party.key()));
		List<LostRecord> records = rows.stream()
			.map((row) -> found((List<?>) Objects.requireNonNull(row)))
			.sorted(ORDER)
			.filter((found) -> met.add(found.label() + ":" + found.key()))
			.map(Found::record)
			.toList();
		return new Loss(this.parties.read(values.getFirst()), records);
	}

	private Found found(List<?> row) {
		boolean near = row.get(5) == null;
		LostRecord lost = new LostRecord(this.records.read(row.get(2)), near ? 1 : 2,
				near ? null : this.between.read(row.get(5)));
		return new Found(text(row.getFirst()), text(row.get(1)), text(row.get(3)), text(row.get(4)), lost);
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? (String) value : "";
	}

	/**
	 * A record by one way.
	 *
	 * @param label its label
	 * @param key its key
	 * @param throughLabel label of the record between; empty for one step
	 * @param throughKey key of the record between; empty for one step
	 * @param record as it is shown
	 */
	private record Found(String label, String key, String throughLabel, String throughKey, LostRecord record) {

		long steps() {
			return this.record.steps();
		}

	}

}
