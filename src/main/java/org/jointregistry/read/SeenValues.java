package org.jointregistry.read;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PropertyContainer;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.ViewerKind;
import org.jointregistry.access.Visibility;

/**
 * Stored values as the viewer sees them, in one statement: a figure that is not seen is
 * null, of keys of other records those are told that are seen, and where the statement is
 * about the past the values are those of then.
 */
final class SeenValues {

	/** A record keeps its key for good, so that an index finds it at any time. */
	private static final String KEY = "key";

	private final Guard guard;

	private final GraphModel model;

	private final ViewerKind viewer;

	private final boolean past;

	/** The names that former states of nodes have where they are known. */
	private final Map<String, SymbolicName> states = new HashMap<>();

	private int former;

	SeenValues(Guard guard, GraphModel model, ViewerKind viewer, boolean past) {
		this.guard = guard;
		this.model = model;
		this.viewer = viewer;
		this.past = past;
	}

	/**
	 * A stored value as the viewer sees it.
	 * @param container the node or relationship that holds it
	 * @param property which value
	 * @return the value, or null in the database's sense for a figure that is not seen
	 */
	Expression of(PropertyContainer container, Property property) {
		Expression value = stored(container, property.name());
		if (property.reference() != null) {
			return referenced(property, value, this.model.node(property.reference()).concrete());
		}
		if (!property.figure()) {
			return value;
		}
		return switch (AccessRule.FIGURE.visibilityOf(container, this.viewer)) {
			case Visibility.Always always -> value;
			case Visibility.Never never -> Cypher.literalNull();
			case Visibility.Where where -> Cypher.caseExpression().when(where.condition()).then(value);
		};
	}

	/**
	 * A stored value, whoever sees it, as it was at the time that is asked for.
	 * @param container the node or relationship that holds it
	 * @param property its name
	 * @return the value
	 */
	Expression stored(PropertyContainer container, String property) {
		Expression value = container.property(property);
		if (!this.past || property.equals(KEY) || !(container instanceof Node node)) {
			return value;
		}
		SymbolicName state = this.states.get(node.getRequiredSymbolicName().getValue());
		return (state != null) ? Past.value(value, state, property)
				: then(node, (former) -> Past.value(value, former, property));
	}

	/**
	 * Values of a node, for which its former state is looked up once.
	 * @param node the node
	 * @param values computes them by {@link #of}
	 * @return the values
	 */
	Expression then(Node node, Supplier<Expression> values) {
		if (!this.past) {
			return values.get();
		}
		String name = node.getRequiredSymbolicName().getValue();
		return then(node, (state) -> {
			this.states.put(name, state);
			Expression computed = values.get();
			this.states.remove(name);
			return computed;
		});
	}

	private Expression then(Node node, Function<SymbolicName, Expression> values) {
		SymbolicName state = Cypher.name("s" + this.former++);
		return Cypher.head(Cypher.listWith(state).in(Cypher.listOf(Past.state(node))).returning(values.apply(state)));
	}

	/**
	 * The keys among those stored whose records the viewer sees.
	 */
	private Expression referenced(Property property, Expression stored, NodeType.Concrete type) {
		Guarded record = this.guard.all(type);
		Expression key = record.node().property("key");
		if (!property.list()) {
			return Cypher.caseExpression().when(found(record, key.isEqualTo(stored))).then(stored);
		}
		SymbolicName named = Cypher.name("named");
		return Cypher.listWith(named)
			.in(Cypher.coalesce(stored, Cypher.listOf()))
			.where(found(record, key.isEqualTo(named)))
			.returning(named);
	}

	private static Condition found(Guarded record, Condition further) {
		return Cypher.exists(record.match(further).returning(record.node()).build());
	}

}
