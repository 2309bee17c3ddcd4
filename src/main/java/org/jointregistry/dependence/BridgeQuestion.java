package org.jointregistry.dependence;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code bridges}: all organizations, all that they may connect, and
 * what ties them. Ties are found from the records that name both ends, at the cost of
 * those that the viewer sees.
 */
final class BridgeQuestion {

	private static final List<String> ORGANIZATIONS = List.of("Contractor", "Institution", "InnovationHub");

	private static final List<String> CONNECTED = List.of("Community", "Nation", "Program");

	private final Weaving weave;

	private final Projection organizations;

	private final Projection connected;

	private BridgeQuestion(Weaving weave) {
		this.weave = weave;
		this.organizations = weave.projection("Organization", "bridges/organization");
		this.connected = weave.projection("Record", "bridges/parts/records");
	}

	/**
	 * Asks who connects alone.
	 * @param only the organization that alone is asked about, which is none where its
	 * type is another one; null for all
	 * @param most how much is told at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<Bridges> of(@Nullable GlobalId only, BridgeReading.Most most, Weaving weave) {
		BridgeQuestion question = new BridgeQuestion(weave);
		BridgeReading reading = new BridgeReading(most, question.organizations, question.connected);
		if (only == null) {
			return new Insight<>(BridgeQuestion.class,
					() -> question
						.expression(all(ORGANIZATIONS, (type) -> question.listed(type, question.organizations))),
					reading::read);
		}
		if (!ORGANIZATIONS.contains(only.type())) {
			return new Insight<>(List.of(BridgeQuestion.class, ""), () -> question.expression(Cypher.listOf()),
					reading::read);
		}
		Expression key = weave.parameter(only.key());
		return new Insight<>(List.of(BridgeQuestion.class, only.type()),
				() -> question.expression(question.asked(only.type(), key)), reading::read);
	}

	private Expression expression(Expression organizations) {
		return Cypher.listOf(organizations, all(CONNECTED, (type) -> listed(type, this.connected)),
				all(List.of(Tie.values()), this::tied));
	}

	/** A list of null where the viewer sees no such organization. */
	private Expression asked(String type, Expression key) {
		return Cypher.listOf(this.weave.one(type, key, (node) -> told(node, this.organizations)));
	}

	private static <T> Expression all(List<T> kinds, Function<T, Expression> list) {
		return kinds.stream().map(list).reduce(Expression::concat).orElseThrow();
	}

	private Expression listed(String type, Projection projection) {
		Guarded record = this.weave.listed(type);
		return Cypher.collect(record.once(Cypher.noCondition())
			.with(record.node())
			.returning(told(record.node(), projection))
			.build());
	}

	private static Expression told(Node node, Projection projection) {
		return Cypher.listOf(place(node), projection.of(node));
	}

	private Expression tied(Tie tie) {
		Guarded record = this.weave.listed(tie.target());
		return Cypher.collect(tie.reading(record, this.weave)
			.returning(Cypher.listOf(ends(record.node(), tie, tie.organizations()),
					ends(record.node(), tie, tie.connected())))
			.build());
	}

	private Expression ends(Node record, Tie tie, List<String> paths) {
		return paths.isEmpty() ? Cypher.listOf(place(record))
				: all(paths, (path) -> reached(record, tie.target(), path));
	}

	/** A list of what a path leads to, in as many lists as it has steps. */
	private Expression reached(Node from, String type, String path) {
		String[] steps = path.split("/", 2);
		Guarded next = this.weave.follow(from, type, steps[0]);
		Expression reached = (steps.length > 1) ? reached(next.node(), this.weave.target(type, steps[0]), steps[1])
				: place(next.node());
		return Cypher.collect(next.once(Cypher.noCondition()).with(next.node()).returning(reached).build());
	}

	private static Expression place(Node node) {
		return Cypher.head(node.labels()).concat(Cypher.literalOf(":")).concat(node.property("key"));
	}

}
