package org.jointregistry.dependence;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code bridges}: all organizations with what they are tied to, and
 * all that they may connect.
 */
final class BridgeQuestion {

	private static final Condition SEEN = Cypher.noCondition();

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
		Expression tied = tied("Contractor", Tie.ofContractors()).concat(tied("Institution", Tie.ofInstitutions()))
			.concat(tied("InnovationHub", Tie.ofHubs()));
		Expression connected = connected("Community").concat(connected("Nation")).concat(connected("Program"));
		return Cypher.listOf(tied, connected);
	}

	private Expression tied(String type, List<TieWay> ways) {
		Guarded organization = this.weave.listed(type);
		Node node = organization.node();
		List<Expression> ties = new ArrayList<>();
		ways.forEach((way) -> ties.add(reached(node, way)));
		return Cypher.collect(organization.once(SEEN)
			.with(node)
			.returning(Cypher.listOf(place(type, node), this.organizations.of(node), Cypher.listOf(ties)))
			.build());
	}

	/** As many lists in lists as the way has relations. */
	private Expression reached(Node from, TieWay way) {
		Hop hop = way.hop();
		Guarded next = hop.from(from, this.weave);
		List<Expression> further = way.further().stream().map((each) -> reached(next.node(), each)).toList();
		return Cypher.collect(hop.reading(next, this.weave)
			.returning(further.isEmpty() ? place(hop.target(), next.node()) : Cypher.listOf(further))
			.build());
	}

	private Expression connected(String type) {
		Guarded record = this.weave.listed(type);
		Node node = record.node();
		return Cypher.collect(record.once(SEEN)
			.with(node)
			.returning(Cypher.listOf(place(type, node), this.connected.of(node)))
			.build());
	}

	private static Expression place(String type, Node node) {
		return Cypher.literalOf(type + ":").concat(node.property("key"));
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
