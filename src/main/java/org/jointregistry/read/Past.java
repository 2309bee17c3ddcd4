package org.jointregistry.read;

import java.time.OffsetDateTime;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.PropertyContainer;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * The registry as it was recorded at a time. What was is kept beside what is: the former
 * values of a node in nodes {@code Was} under it, a former relationship in one whose type
 * begins with {@code WAS_}. What is unknown of a time limits nothing.
 */
final class Past {

	/** The parameter with the time that is asked for. */
	static final String AT = "asOf";

	private static final String WAS = "WAS_";

	private static final Parameter<Object> TIME = Cypher.parameter(AT);

	private Past() {
	}

	/**
	 * Whether an operation is about the past.
	 * @param field a field of it
	 * @return false where it is about what is recorded now
	 */
	static boolean isAsked(DataFetchingEnvironment field) {
		return field.getGraphQlContext().hasKey(AsOf.class);
	}

	/**
	 * The parameters of the operation's statements that tell the time.
	 * @param field a field of it
	 * @return none where it is about what is recorded now
	 */
	static Map<String, Object> parameters(DataFetchingEnvironment field) {
		return parameters((OffsetDateTime) field.getGraphQlContext().get(AsOf.class));
	}

	/**
	 * The parameters of a statement that tell the time.
	 * @param time that is asked for; null for now
	 * @return none for now
	 */
	static Map<String, Object> parameters(@Nullable OffsetDateTime time) {
		return (time != null) ? Map.of(AT, time.toZonedDateTime()) : Map.of();
	}

	/**
	 * The types that a relationship may have had.
	 * @param type its type today
	 * @return its type today, and that of what it was
	 */
	static String[] types(String type) {
		return new String[] { type, WAS + type };
	}

	/**
	 * The type of a relationship today.
	 * @param edge a relationship of today, or what one was
	 * @return the type
	 */
	static Expression type(SymbolicName edge) {
		return Cypher.call("replace")
			.withArgs(Cypher.type(edge), Cypher.literalOf(WAS), Cypher.literalOf(""))
			.asFunction();
	}

	/**
	 * That a node was recorded.
	 * @param node the node
	 * @return the condition
	 */
	static Condition recorded(Node node) {
		return notLater(node.property("recordedAt"));
	}

	/**
	 * That a relationship was as it is in this one.
	 * @param edge a relationship of today, or what one was
	 * @return the condition
	 */
	static Condition held(Relationship edge) {
		return notLater(edge.property("recordedFrom")).and(notEnded(edge));
	}

	/**
	 * The former state of a node.
	 * @param node the node
	 * @return the node that keeps it, null in the database's sense where the node is
	 * still as it was
	 */
	static Expression state(Node node) {
		Node was = Cypher.node("Was").named("was");
		return Cypher.head(Cypher.collect(Cypher.match(node.relationshipTo(was, "WAS"))
			.where(notLater(was.property("recordedFrom")).and(notEnded(was)))
			.returning(was)
			.build()));
	}

	/**
	 * A value of a node.
	 * @param now the value today
	 * @param state the former state, or null in the database's sense
	 * @param property the value's name
	 * @return the value then
	 */
	static Expression value(Expression now, SymbolicName state, String property) {
		return Cypher.caseExpression().when(state.isNull()).then(now).elseDefault(Cypher.property(state, property));
	}

	private static Condition notLater(Expression from) {
		return from.isNull().or(from.lte(TIME));
	}

	private static Condition notEnded(PropertyContainer state) {
		return state.property("recordedUntil").isNull().or(state.property("recordedUntil").gt(TIME));
	}

}
