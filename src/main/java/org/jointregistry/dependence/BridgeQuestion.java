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
 * those that the viewer sees: from the organizations on, each would be asked for by each
 * of the viewer's releases.
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
	 * @param only type and key of the organization that alone is asked about; null for
	 * all
	 * @param most how much is told at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<Bridges> of(@Nullable String only, BridgeReading.Most most, Weaving weave) {
		BridgeQuestion question = new BridgeQuestion(weave);
		return new Insight<>(BridgeQuestion.class, question::expression,
				new BridgeReading(only, most, question.organizations, question.connected)::read);
	}

	private Expression expression() {
		return Cypher.listOf(all(ORGANIZATIONS, (type) -> told(type, this.organizations)),
				all(CONNECTED, (type) -> told(type, this.connected)), all(List.of(Tie.values()), this::tied));
	}

	private static <T> Expression all(List<T> kinds, Function<T, Expression> list) {
		return kinds.stream().map(list).reduce(Expression::concat).orElseThrow();
	}

	private Expression told(String type, Projection projection) {
		Guarded record = this.weave.listed(type);
		return Cypher.collect(record.once(Cypher.noCondition())
			.with(record.node())
			.returning(Cypher.listOf(place(record.node()), projection.of(record.node())))
			.build());
	}

	private Expression tied(Tie tie) {
		Guarded record = this.weave.listed(tie.target());
		return Cypher.collect(tie.reading(record, this.weave)
			.returning(Cypher.listOf(ends(record.node(), tie, tie.organizations()),
					ends(record.node(), tie, tie.connected())))
			.build());
	}

	private Expression ends(Node record, Tie tie, List<String> fields) {
		return fields.isEmpty() ? Cypher.listOf(place(record))
				: all(fields, (field) -> reached(record, tie.target(), field));
	}

	/** A list of what a field leads to, or of such lists where another one leads on. */
	private Expression reached(Node from, String type, String fields) {
		String[] field = fields.split("/", 2);
		Guarded next = this.weave.follow(from, type, field[0]);
		Expression reached = (field.length > 1) ? reached(next.node(), this.weave.target(type, field[0]), field[1])
				: place(next.node());
		return Cypher.collect(next.once(Cypher.noCondition()).with(next.node()).returning(reached).build());
	}

	private static Expression place(Node node) {
		return Cypher.head(node.labels()).concat(Cypher.literalOf(":")).concat(node.property("key"));
	}

	/**
	 * A record as the statement names it.
	 * @param id its global id
	 * @return its type and key
	 */
	static String place(GlobalId id) {
		return id.type() + ":" + id.key();
	}

}
