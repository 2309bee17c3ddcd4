package org.jointregistry.technology;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The nations that parties are of, in a statement: a nation itself, or that of an
 * organization's seat as far as the viewer sees it.
 *
 * @param weave what the statement is built from
 * @param nations what is shown of nations
 */
record PartyNations(Weaving weave, Projection nations) {

	private static final Condition SEEN = Cypher.noCondition();

	/**
	 * The nations of a party.
	 * @param party a node that the viewer sees
	 * @return a list of nations, each as {@link #shown}; none for a community, a role,
	 * and where the seat is unknown
	 */
	Expression of(Node party) {
		// Organizations of all types are tied to their seat alike
		Guarded seat = this.weave.follow(party, "Contractor", "nation");
		Expression seats = Cypher
			.collect(seat.match(SEEN).returning(shown(seat.node())).orderBy(seat.node().property("key")).build());
		return Cypher.caseExpression()
			.when(party.hasLabels("Nation"))
			.then(Cypher.listOf(shown(party)))
			.when(party.hasLabels("Community"))
			.then(Cypher.listOf())
			.elseDefault(seats);
	}

	/**
	 * A nation with its key.
	 * @param nation a node that the viewer sees
	 * @return a list of two
	 */
	Expression shown(Node nation) {
		return Cypher.listOf(nation.property("key"), this.nations.of(nation));
	}

}
