package org.jointregistry.access;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * The audience tokens of a viewer, computed at the start of the statement that answers:
 * those that the access token gives, and those that follow from today's memberships,
 * participations, agreements and work shares.
 */
public final class ViewerTokens {

	/** The name that the viewer's tokens have in a statement. */
	public static final SymbolicName NAME = Cypher.name("viewer");

	/**
	 * The name of those of the tokens that a record which is anchored in nothing may be
	 * released to: those that the access token gives, and those of communities; none of
	 * participations and agreements, of which a nation may have thousands.
	 */
	public static final SymbolicName UNANCHORED = Cypher.name("viewerUnanchored");

	/** What the names of the viewer's holdings in a statement begin with. */
	private static final String NAMES = "viewer";

	private static final Parameter<Object> OWN = Cypher.parameter("viewerTokens");

	static final Parameter<Object> NATION = Cypher.parameter("viewerNation");

	private static final Parameter<Object> ORGANIZATION = Cypher.parameter("viewerOrganization");

	private ViewerTokens() {
	}

	/**
	 * Reads the tokens that a viewer of a kind holds, under both names.
	 * @param kind the kind of viewer
	 * @return the beginning of a statement, over the parameters of {@link #parameters}
	 */
	public static OrderableOngoingReadingAndWithWithoutWhere reading(ViewerKind kind) {
		return Cypher.with(unanchored(kind).as(UNANCHORED)).with(UNANCHORED, anchored(UNANCHORED, kind).as(NAME));
	}

	/**
	 * The list of tokens that a viewer of a kind holds.
	 * @param kind the kind of viewer
	 * @return an expression over the parameters of {@link #parameters}
	 */
	public static Expression expression(ViewerKind kind) {
		return anchored(unanchored(kind), kind);
	}

	private static Expression unanchored(ViewerKind kind) {
		return kind.national() ? OWN.concat(held(Holding.MEMBERSHIP, NATION)) : OWN;
	}

	private static Expression anchored(Expression before, ViewerKind kind) {
		Expression tokens = before;
		if (kind.national()) {
			tokens = tokens.concat(held(Holding.PARTICIPATION, NATION)).concat(held(Holding.AGREEMENT, NATION));
		}
		if (kind.industry()) {
			tokens = tokens.concat(held(Holding.WORK, ORGANIZATION)).concat(held(Holding.RESEARCH, ORGANIZATION));
		}
		return tokens;
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

	private static Expression held(Holding holding, Parameter<Object> key) {
		Node holder = Cypher.node(holding.holder()).withProperties("key", key);
		Holding.Tie tie = holding.tie(holder, NAMES);
		return Cypher.collect(Cypher.match(tie.pattern())
			.where(tie.holds())
			.returningDistinct(Cypher.literalOf(holding.prefix()).concat(tie.held().property("key")).as("held"))
			.build());
	}

}
