package org.jointregistry.access;

import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.Relationship;

/**
 * By what the graph says today a nation or an organization holds a token. It is read both
 * ways: what a viewer holds, and who holds what a record is released to.
 */
enum Holding {

	/** A nation is a member of a community. */
	MEMBERSHIP(Audience.COMMUNITY, "Nation") {
		@Override
		Tie tie(Node nation, String names) {
			Node community = Cypher.node("Community").named(names + "Community");
			Relationship membership = nation.relationshipTo(community, "MEMBER_OF").named(names + "Membership");
			return Tie.direct(membership, community, Validity.isMember(membership));
		}
	},

	/** A nation takes part in a program. */
	PARTICIPATION(Audience.PARTNER, "Nation") {
		@Override
		Tie tie(Node nation, String names) {
			Node program = Cypher.node("Program").named(names + "Program");
			Relationship participation = nation.relationshipTo(program, "PARTICIPATES_IN")
				.named(names + "Participation");
			return Tie.direct(participation, program, Validity.takesPart(participation));
		}
	},

	/** A nation is party to an agreement in force. */
	AGREEMENT(Audience.PARTY, "Nation") {
		@Override
		Tie tie(Node nation, String names) {
			Node agreement = Cypher.node("Agreement").named(names + "Agreement");
			Relationship party = nation.relationshipTo(agreement, "PARTY_TO").named(names + "Party");
			return Tie.direct(party, agreement, Validity.isBound(party, agreement));
		}
	},

	/** A contractor works on a program. */
	WORK(Audience.INDUSTRY, "Contractor") {
		@Override
		Tie tie(Node contractor, String names) {
			return Tie.work(contractor, "PERFORMED_BY", names);
		}
	},

	/** An institution works on a program. */
	RESEARCH(Audience.INDUSTRY, "Institution") {
		@Override
		Tie tie(Node institution, String names) {
			return Tie.work(institution, "RESEARCHED_BY", names);
		}
	};

	private final String prefix;

	private final String holder;

	Holding(String prefix, String holder) {
		this.prefix = prefix;
		this.holder = holder;
	}

	/** What the token begins with, before the key of what is held. */
	String prefix() {
		return this.prefix;
	}

	/** The label of who holds. */
	String holder() {
		return this.holder;
	}

	/**
	 * What ties a holder to what it holds today.
	 * @param holder the holder's node
	 * @param names what the names of the other parts begin with
	 * @return the pattern from the holder on
	 */
	abstract Tie tie(Node holder, String names);

	/**
	 * A pattern that makes its one end a holder of a token of the other.
	 *
	 * @param pattern from the holder to what is held
	 * @param held the node whose key the token has
	 * @param records the nodes of the pattern but for the holder
	 * @param edges the relationships of the pattern that carry facts
	 * @param holds that it is so today
	 */
	record Tie(PatternElement pattern, Node held, List<Node> records, List<Relationship> edges, Condition holds) {

		private static Tie direct(Relationship edge, Node held, Condition holds) {
			return new Tie(edge, held, List.of(held), List.of(edge), holds);
		}

		private static Tie work(Node organization, String doneBy, String names) {
			Node work = Cypher.node("WorkShare").named(names + "Work");
			Node program = Cypher.node("Program").named(names + "Program");
			return new Tie(organization.relationshipFrom(work, doneBy).relationshipTo(program, "PART_OF_WORK"), program,
					List.of(work, program), List.of(), Validity.holds(work, "since", "until"));
		}

	}

}
