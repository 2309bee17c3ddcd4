package org.jointregistry.access;

import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PropertyContainer;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * What a viewer of a kind is told of a record's audience, as expressions of a statement:
 * all of it where the viewer sees every record, else what rests on what the viewer sees.
 */
final class Told {

	/** The name that the tokens told have in a statement. */
	static final SymbolicName TOLD = Cypher.name("audienceTold");

	private static final String NAMES = "audience";

	private static final SymbolicName TOKEN = Cypher.name("audienceToken");

	private static final SymbolicName NAMED = Cypher.name("audienceNamed");

	private final Node record;

	private final ViewerKind viewer;

	Told(Node record, ViewerKind viewer) {
		this.record = record;
		this.viewer = viewer;
	}

	/**
	 * The tokens that the record is released to: those that its own fields name, those of
	 * which it is itself the anchor, and those of what the viewer sees it tied to.
	 * @return a list of tokens
	 */
	Expression tokens() {
		Expression all = this.record.property("releasedTo");
		return this.viewer.seesEveryRecord() ? all
				: Cypher.listWith(TOKEN).in(all).where(isOpen()).returning(TOKEN).concat(tied());
	}

	/**
	 * The tokens of the record's own fields, for nations and communities are reference
	 * data (sentence 1), and those of which it is itself the anchor.
	 */
	private Expression open() {
		Expression originator = Cypher.literalOf(Audience.NATION).concat(this.record.property("originator"));
		return Cypher.listOf(Cypher.literalOf(Audience.PUBLIC), originator)
			.concat(Cypher.coalesce(this.record.property("releasableTo"), Cypher.listOf()))
			.concat(Tied.ownTokens(this.record));
	}

	private Expression tied() {
		Node other = Cypher.anyNode(NAMES + "Other");
		Relationship tie = this.record.relationshipBetween(other).named(NAMES + "Tie");
		Condition seen = isSeen(AccessRule.EDGE, tie).and(isSeen(AccessRule.RECORD, other));
		return Cypher.collect(Cypher.unwind(this.record.property("releasedTo"))
			.as(TOKEN)
			.with(TOKEN)
			.where(isOpen().not())
			.match(tie)
			.where(TOKEN.in(Tied.tokens(other)).and(seen))
			.returningDistinct(TOKEN)
			.build());
	}

	private Condition isOpen() {
		return Cypher.coalesce(TOKEN.in(open()), Cypher.literalFalse()).asCondition();
	}

	/**
	 * The nations that the record names, among {@link #TOLD}.
	 * @return a list of codes
	 */
	Expression namedNations() {
		return Cypher.listWith(NAMED)
			.in(Cypher.coalesce(this.record.property("namedNations"), Cypher.listOf()))
			.where(Cypher.literalOf(Audience.NATION).concat(NAMED).in(TOLD))
			.returning(NAMED);
	}

	/**
	 * Who holds the tokens {@link #TOLD} today by membership, participation, agreement or
	 * work.
	 * @param holding by which of them
	 * @return a list of pairs of a token and the key of a holder
	 */
	Expression holders(Holding holding) {
		Node holder = Cypher.node(holding.holder()).named(NAMES + "Holder");
		Holding.Tie tie = holding.tie(holder, NAMES);
		Expression key = Cypher.substring(TOKEN, Cypher.literalOf(holding.prefix().length()), Cypher.size(TOKEN));
		Condition seen = isSeen(AccessRule.RECORD, holder);
		for (Node node : tie.records()) {
			seen = seen.and(isSeen(AccessRule.RECORD, node));
		}
		for (Relationship edge : tie.edges()) {
			seen = seen.and(isSeen(AccessRule.EDGE, edge));
		}
		return Cypher.collect(Cypher.unwind(TOLD)
			.as(TOKEN)
			.with(TOKEN)
			.where(TOKEN.startsWith(Cypher.literalOf(holding.prefix())))
			.match(tie.pattern())
			.where(tie.held().property("key").isEqualTo(key).and(tie.holds()).and(seen))
			.returningDistinct(Cypher.listOf(TOKEN, holder.property("key")))
			.build());
	}

	private Condition isSeen(AccessRule rule, PropertyContainer part) {
		return rule.visibilityOf(part, this.viewer).condition();
	}

}
