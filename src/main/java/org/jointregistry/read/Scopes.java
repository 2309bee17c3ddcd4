package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.ReleasePlace;
import org.jointregistry.access.ReleaseStore;
import org.jointregistry.access.ViewerTokens;

/**
 * The scopes of the indexes over relationships to audiences in which a viewer finds
 * records of some types. What the viewer does not see is in none of them, so that a
 * search there costs what the viewer sees.
 *
 * @param loops what a statement goes through, one row for each scope; may be none
 * @param scope the scope of a row
 */
record Scopes(List<Loop> loops, Expression scope) {

	/** What the name of one of the viewer's tokens begins with. */
	private static final String HELD = "held";

	/** The name that a scope has where there are several types. */
	private static final SymbolicName SCOPE = Cypher.name("within");

	private static final SymbolicName TOKEN = Cypher.name(HELD);

	/**
	 * Those of the tokens that a viewer holds.
	 * @param types the types of the records
	 * @return a scope for each token and type
	 */
	static Scopes held(List<NodeType.Concrete> types) {
		List<Expression> scopes = types.stream()
			.map((type) -> (Expression) Cypher.literalOf(ReleaseStore.scope(type.label())).concat(TOKEN))
			.toList();
		boolean anchored = types.stream().anyMatch(NodeType.Concrete::anchored);
		return of(List.of(new Loop(anchored ? ViewerTokens.NAME : ViewerTokens.UNANCHORED, TOKEN)), scopes);
	}

	/**
	 * Those of viewers who see every record.
	 * @param types the types of the records
	 * @return a scope for each type
	 */
	static Scopes ofEveryRecord(List<NodeType.Concrete> types) {
		List<Expression> scopes = types.stream()
			.map((type) -> (Expression) Cypher.literalOf(ReleaseStore.everyRecord(type.label())))
			.toList();
		return of(List.of(), scopes);
	}

	/**
	 * Those of the tokens that a viewer holds, at a node, where it keeps tokens by which
	 * there is something to find.
	 * @param place where the records are found
	 * @param at the node
	 * @param number of the pattern in the statement, which may be within another's scopes
	 * @return a scope for each token
	 */
	static Scopes held(ReleasePlace place, Node at, int number) {
		Loop tokens = new Loop(place.everywhere() ? ViewerTokens.NAME : kept(place, at), Cypher.name(HELD + number));
		return new Scopes(List.of(tokens), Cypher.literalOf(place.scope()).concat(tokens.element()));
	}

	/**
	 * That of viewers who see every record, at a place.
	 * @param place where the records are found
	 * @return one scope
	 */
	static Scopes ofEveryRecord(ReleasePlace place) {
		return new Scopes(List.of(), Cypher.literalOf(place.everyRecord()));
	}

	private static Expression kept(ReleasePlace place, Node at) {
		SymbolicName token = Cypher.name("token");
		return Cypher.listWith(token).in(at.property(place.scope())).where(token.in(ViewerTokens.NAME)).returning();
	}

	private static Scopes of(List<Loop> before, List<Expression> scopes) {
		if (scopes.size() == 1) {
			return new Scopes(before, scopes.getFirst());
		}
		List<Loop> loops = new ArrayList<>(before);
		loops.add(new Loop(Cypher.listOf(scopes), SCOPE));
		return new Scopes(loops, SCOPE);
	}

	/**
	 * Whether an entry is in the scope of the row.
	 * @param entry a relationship to an audience
	 * @return the condition
	 */
	Condition holds(Relationship entry) {
		return entry.property("scope").isEqualTo(this.scope);
	}

	/**
	 * A reading with a row for each scope.
	 * @return the reading
	 * @throws IllegalStateException if there is one scope, which needs no reading
	 */
	OngoingReading reading() {
		OngoingReading reading = null;
		for (Loop loop : this.loops) {
			reading = (reading != null) ? reading.unwind(loop.list()).as(loop.element())
					: Cypher.unwind(loop.list()).as(loop.element());
		}
		if (reading == null) {
			throw new IllegalStateException("One scope only");
		}
		return reading;
	}

	/**
	 * Goes through a list.
	 *
	 * @param list what to go through
	 * @param element the name of an element
	 */
	record Loop(Expression list, SymbolicName element) {

	}

}
