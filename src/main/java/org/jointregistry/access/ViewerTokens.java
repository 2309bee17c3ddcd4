package org.jointregistry.access;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * The audience tokens of a viewer, computed at the start of the statement that answers:
 * those that the access token gives, and those that follow from today's memberships,
 * participations, agreements and work shares.
 */
public final class ViewerTokens {

	/** The name that the viewer's tokens have in a statement. */
	public static final SymbolicName NAME = Cypher.name("viewer");

	private static final Parameter<Object> OWN = Cypher.parameter("viewerTokens");

	private static final Parameter<Object> NATION = Cypher.parameter("viewerNation");

	private static final Parameter<Object> ORGANIZATION = Cypher.parameter("viewerOrganization");

	private ViewerTokens() {
	}

	/**
	 * The list of tokens that a viewer of a kind holds.
	 * @param kind the kind of viewer
	 * @return an expression over the parameters of {@link #parameters}
	 */
	public static Expression expression(ViewerKind kind) {
		Expression tokens = OWN;
		if (kind.national()) {
			tokens = tokens.concat(communities()).concat(programs()).concat(agreements());
		}
		return kind.industry() ? tokens.concat(programsWorkedOn()) : tokens;
	}

	/**
	 * The values that a viewer gives to the expression.
	 * @param viewer who asks
	 * @param today the day of the answer, in UTC
	 * @return the parameters, by name
	 */
	public static Map<String, Object> parameters(Viewer viewer, LocalDate today) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("viewerTokens", viewer.ownTokens());
		parameters.put(Validity.TODAY, today.toString());
		if (viewer.nation() != null) {
			parameters.put("viewerNation", viewer.nation());
		}
		if (viewer.organization() != null) {
			parameters.put("viewerOrganization", viewer.organization());
		}
		return parameters;
	}

	private static Expression communities() {
		Node community = Cypher.node("Community").named("viewerCommunity");
		Relationship membership = nation().relationshipTo(community, "MEMBER_OF").named("viewerMembership");
		return tokens(membership, Validity.isMember(membership), Audience.COMMUNITY, community);
	}

	private static Expression programs() {
		Node program = Cypher.node("Program").named("viewerProgram");
		Relationship participation = nation().relationshipTo(program, "PARTICIPATES_IN").named("viewerParticipation");
		return tokens(participation, Validity.takesPart(participation), Audience.PARTNER, program);
	}

	private static Expression agreements() {
		Node agreement = Cypher.node("Agreement").named("viewerAgreement");
		Relationship party = nation().relationshipTo(agreement, "PARTY_TO").named("viewerParty");
		return tokens(party, Validity.holds(party, "since", "until").and(Validity.holds(agreement, "inForce", "ended")),
				Audience.PARTY, agreement);
	}

	private static Expression programsWorkedOn() {
		Node work = Cypher.node("WorkShare").named("viewerWork");
		Node program = Cypher.node("Program").named("viewerProgram");
		Node organization = Cypher.node("Contractor").withProperties("key", ORGANIZATION);
		return Cypher.collect(Cypher
			.match(organization.relationshipFrom(work, "PERFORMED_BY").relationshipTo(program, "PART_OF_WORK"))
			.where(Validity.holds(work, "since", "until"))
			.returningDistinct(Cypher.literalOf(Audience.INDUSTRY).concat(program.property("key")).as("held"))
			.build());
	}

	private static Node nation() {
		return Cypher.node("Nation").withProperties("key", NATION);
	}

	private static Expression tokens(Relationship pattern, Condition holds, String prefix, Node held) {
		Statement statement = Cypher.match(pattern)
			.where(holds)
			.returningDistinct(Cypher.literalOf(prefix).concat(held.property("key")).as("held"))
			.build();
		return Cypher.collect(statement);
	}

}
