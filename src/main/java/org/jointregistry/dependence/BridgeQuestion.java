package org.jointregistry.dependence;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;

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
		return Cypher.listOf(this.weave.one(type, key, (node) -> told(node, type, this.organizations)));
	}

	private static <T> Expression all(List<T> kinds, Function<T, Expression> list) {
		return kinds.stream().map(list).reduce(Expression::concat).orElseThrow();
	}

	private Expression listed(String type, Projection projection) {
		Guarded record = this.weave.listed(type);
		return Cypher.collect(record.once(Cypher.noCondition())
			.with(record.node())
			.returning(told(record.node(), type, projection))
			.build());
	}

	private static Expression told(Node node, String type, Projection projection) {
		return Cypher.listOf(place(node, type), projection.of(node));
	}

	private Expression tied(Tie tie) {
		return all(tie.connected(), (path) -> tied(tie, path));
	}

	private Expression tied(Tie tie, String path) {
		String[] fields = path.split("/");
		Guarded record = this.weave.listed(tie.target());
		Guarded end = this.weave.follow(record.node(), tie.target(), fields[0]);
		String type = this.weave.target(tie.target(), fields[0]);
		OngoingReadingWithWhere reading = end.matchAfter(tie.reading(record, this.weave), Cypher.noCondition());
		for (String field : List.of(fields).subList(1, fields.length)) {
			end = this.weave.follow(end.node(), type, field);
			type = this.weave.target(type, field);
			reading = end.matchAfter(reading, Cypher.noCondition());
		}
		return Cypher.collect(
				reading.returning(Cypher.listOf(organizations(record.node(), tie), place(end.node(), type))).build());
	}

	private Expression organizations(Node record, Tie tie) {
		return tie.organizations().isEmpty() ? Cypher.listOf(place(record, tie.target()))
				: all(tie.organizations(), (field) -> organizations(record, tie.target(), field));
	}

	private Expression organizations(Node record, String type, String field) {
		Guarded organization = this.weave.follow(record, type, field);
		return Cypher.collect(organization.match(Cypher.noCondition())
			.returning(place(organization.node(), this.weave.target(type, field)))
			.build());
	}

	/** The type and key of a node, of a type that may be an interface. */
	private static Expression place(Node node, String type) {
		boolean isTold = ORGANIZATIONS.contains(type) || CONNECTED.contains(type);
		Expression told = isTold ? Cypher.literalOf(type + ":")
				: Cypher.head(node.labels()).concat(Cypher.literalOf(":"));
		return told.concat(node.property("key"));
	}

}
