package org.jointregistry.dependence;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Returned;
import org.jointregistry.read.Weaving;

/**
 * The first statement behind {@code bridges}: what ties organizations to what. Ties are
 * found from the records that name both ends, at the cost of those that the viewer sees,
 * and told by types and keys alone. Which few of all these are shown is known when they
 * are read, and {@link BridgesShown} asks for what is selected of those.
 */
final class BridgeQuestion {

	private static final SymbolicName TYING = Cypher.name("tying");

	private static final SymbolicName RECORDS = Cypher.name("records");

	/** What several relations lead to is told by its label. */
	private static final String ANY = "Organization";

	private final Weaving weave;

	private BridgeQuestion(Weaving weave) {
		this.weave = weave;
	}

	/**
	 * Asks who connects alone.
	 * @param only the organization that alone is asked about; null for all
	 * @param most how much is told at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<BridgesFound> of(@Nullable GlobalId only, BridgesFound.Most most, Weaving weave) {
		String asked = (only != null) ? only.type() + ":" + only.key() : null;
		return new Insight<>(BridgeQuestion.class, new BridgeQuestion(weave)::expression,
				(returned) -> BridgesFound.of(Returned.lists(returned), asked, most));
	}

	private Expression expression() {
		return List.of(Tie.values()).stream().map(this::tied).reduce(Expression::concat).orElseThrow();
	}

	/** Finds the records that tie once, and follows each path from them. */
	private Expression tied(Tie tie) {
		Guarded record = this.weave.listed(tie.target());
		Expression ways = tie.connected()
			.stream()
			.map((path) -> tied(tie, record.node(), path))
			.reduce(Expression::concat)
			.orElseThrow();
		return Cypher.last(Cypher.collect(
				tie.reading(record, this.weave).with(Cypher.collect(record.node()).as(TYING)).returning(ways).build()));
	}

	/** What the records lead to, each with the organizations of those that lead there. */
	private Expression tied(Tie tie, Node record, Tie.Path path) {
		Guarded end = this.weave.followAny(record, tie.target(), path.first());
		String type = (path.first().size() > 1) ? ANY : this.weave.target(tie.target(), path.first().getFirst());
		OngoingReadingWithWhere reading = end.matchAfter(Cypher.unwind(TYING).as(record.getRequiredSymbolicName()),
				Cypher.noCondition());
		if (path.next() != null) {
			end = this.weave.follow(end.node(), type, path.next());
			type = this.weave.target(type, path.next());
			reading = end.matchAfter(reading, Cypher.noCondition());
		}
		return Cypher.collect(reading.with(end.node(), Cypher.collect(record).as(RECORDS))
			.returning(Cypher.listOf(place(end.node(), type), organizations(record, tie)))
			.build());
	}

	private Expression organizations(Node record, Tie tie) {
		if (tie.organizations().isEmpty()) {
			SymbolicName each = record.getRequiredSymbolicName();
			return Cypher.listWith(each).in(RECORDS).returning(place(record, tie.target()));
		}
		Guarded organization = this.weave.followAny(record, tie.target(), tie.organizations());
		return Cypher.collect(organization
			.matchAfter(Cypher.unwind(RECORDS).as(record.getRequiredSymbolicName()), Cypher.noCondition())
			.returning(place(organization.node(), ANY))
			.build());
	}

	/** The type and key of a node, of a type that may be an interface. */
	private static Expression place(Node node, String type) {
		boolean isTold = BridgesFound.TYPES.contains(type);
		Expression told = isTold ? Cypher.literalOf(type + ":")
				: Cypher.head(node.labels()).concat(Cypher.literalOf(":"));
		return told.concat(node.property("key"));
	}

}
