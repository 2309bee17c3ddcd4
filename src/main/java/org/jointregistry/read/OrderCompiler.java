package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.SortItem;

/**
 * Compiles the order of a connection and the bounds that cursors set in it. An element's
 * place is the list of the values that it is ordered by, the last of which no two
 * elements share. Nulls come last ascending and first descending.
 * <p>
 * The database orders stored texts by code points and compares them with a cursor's by
 * UTF-16 code units, which differ beyond U+D7FF: a list would end at the first cursor
 * there. So each text is made a computed one, which is ordered and compared by UTF-16
 * alike. Where an index gives the order, it also compares, and both are by code points.
 */
final class OrderCompiler {

	private final GraphModel model;

	private final Guard guard;

	OrderCompiler(GraphModel model, Guard guard) {
		this.model = model;
		this.guard = guard;
	}

	/**
	 * The number of values in the place of an element.
	 * @param target type of the nodes
	 * @param orders the orders asked for
	 * @return the orders and what breaks ties
	 */
	static int size(NodeType target, List<Plan.Order> orders) {
		return orders.size() + (target.isAbstract() ? 2 : 1);
	}

	/**
	 * The values that elements are ordered by.
	 * @param of the pattern of the elements
	 * @param relation the relation followed, or null at the root
	 * @param target type of the nodes
	 * @param orders the orders asked for
	 * @return one for each order, then what breaks ties; the stored key where an index
	 * gives the order
	 */
	List<Ordered> place(Guarded of, @Nullable Relation relation, NodeType target, List<Plan.Order> orders) {
		List<Ordered> place = new ArrayList<>();
		for (Plan.Order order : orders) {
			place.add(new Ordered(value(order, of), order.descending()));
		}
		boolean factual = relation != null && relation.facts() != null;
		Expression key = factual ? of.edge().property("key") : of.node().property("key");
		place.add(new Ordered(isIndexed(of, orders) ? of.foundKey() : computed(key), false));
		if (target.isAbstract()) {
			place.add(new Ordered(Cypher.head(of.node().labels()), false));
		}
		return place;
	}

	/**
	 * Whether an index gives elements in the order of their stored keys.
	 * @param of the pattern of the elements
	 * @param orders the orders asked for
	 * @return false where another order is asked for
	 */
	static boolean isIndexed(Guarded of, List<Plan.Order> orders) {
		return of.isByKey() && orders.isEmpty();
	}

	private Expression value(Plan.Order order, Guarded of) {
		if (order.path().isEmpty()) {
			return comparable(
					this.guard.value((order.scope() == Plan.Scope.EDGE) ? of.edge() : of.node(), order.property()),
					order.property());
		}
		return comparable(reached(order, 0, of.node()), order.property());
	}

	/**
	 * A value that is ordered and compared with parameters alike.
	 * @param value a stored value
	 * @param property which
	 * @return the value, computed where it is a text
	 */
	static Expression comparable(Expression value, Property property) {
		return property.scalar().equals("String") ? computed(value) : value;
	}

	/**
	 * A text that is ordered and compared with parameters alike.
	 * @param text a stored text
	 * @return the same text, computed
	 */
	static Expression computed(Expression text) {
		return text.concat(Cypher.literalOf(""));
	}

	private Expression reached(Plan.Order order, int depth, Node from) {
		Relation relation = order.path().get(depth);
		Guarded hop = this.guard.hop(from, relation, this.model.node(relation.target()));
		Expression value = (depth + 1 == order.path().size()) ? this.guard.value(hop.node(), order.property())
				: reached(order, depth + 1, hop.node());
		return Cypher.head(Cypher.collect(hop.match(Cypher.noCondition()).returning(value).build()));
	}

	/**
	 * How elements are sorted.
	 * @param place the values
	 * @param backwards whether from the end
	 * @return the sort items
	 */
	static List<SortItem> sort(List<Ordered> place, boolean backwards) {
		return place.stream()
			.map((value) -> (value.descending() != backwards) ? value.expression().descending()
					: value.expression().ascending())
			.toList();
	}

	/**
	 * The condition that an element lies beyond a cursor.
	 * @param place the values of the element
	 * @param cursor parameters with the values of the cursor
	 * @param backwards whether beyond means before
	 * @return the condition
	 */
	static Condition beyond(List<Ordered> place, List<String> cursor, boolean backwards) {
		int last = place.size() - 1;
		Expression key = place.get(last).expression();
		Parameter<Object> reached = Cypher.parameter(cursor.get(last));
		Condition beyond = backwards ? key.lt(reached) : key.gt(reached);
		for (int index = last - 1; index >= 0; index--) {
			Ordered value = place.get(index);
			Parameter<Object> bound = Cypher.parameter(cursor.get(index));
			Condition ahead = (value.descending() != backwards) ? falls(value.expression(), bound)
					: rises(value.expression(), bound);
			beyond = ahead.or(same(value.expression(), bound).and(beyond));
		}
		return beyond;
	}

	/**
	 * The condition that an element that an index gives by its key lies beyond a cursor.
	 * The index compares the keys; what else the condition has compares none.
	 * @param key the key in the index
	 * @param place the values of the element: its key, and its type where several types
	 * may share a key
	 * @param cursor parameters with the values of the cursor
	 * @param backwards whether beyond means before
	 * @return the condition
	 */
	static Condition keysBeyond(Expression key, List<Ordered> place, List<String> cursor, boolean backwards) {
		Parameter<Object> bound = Cypher.parameter(cursor.getFirst());
		if (place.size() == 1) {
			return backwards ? key.lt(bound) : key.gt(bound);
		}
		Condition within = backwards ? key.lte(bound) : key.gte(bound);
		return within.and(key.isNotEqualTo(bound).or(typeBeyond(place, cursor, backwards)));
	}

	/**
	 * The condition that an element that an index gives by its key does not lie beyond a
	 * cursor.
	 * @param key the key in the index
	 * @param place as for {@link #keysBeyond}
	 * @param cursor parameters with the values of the cursor
	 * @param backwards whether beyond means before
	 * @return the condition
	 */
	static Condition keysReached(Expression key, List<Ordered> place, List<String> cursor, boolean backwards) {
		Parameter<Object> bound = Cypher.parameter(cursor.getFirst());
		Condition within = backwards ? key.gte(bound) : key.lte(bound);
		return (place.size() == 1) ? within
				: within.and(key.isNotEqualTo(bound).or(typeBeyond(place, cursor, backwards).not()));
	}

	private static Condition typeBeyond(List<Ordered> place, List<String> cursor, boolean backwards) {
		Expression type = place.getLast().expression();
		Parameter<Object> bound = Cypher.parameter(cursor.getLast());
		return backwards ? type.lt(bound) : type.gt(bound);
	}

	private static Condition rises(Expression value, Parameter<Object> bound) {
		return Cypher.coalesce(value.gt(bound), Cypher.literalFalse())
			.asCondition()
			.or(value.isNull().and(bound.isNotNull()));
	}

	private static Condition falls(Expression value, Parameter<Object> bound) {
		return Cypher.coalesce(value.lt(bound), Cypher.literalFalse())
			.asCondition()
			.or(value.isNotNull().and(bound.isNull()));
	}

	private static Condition same(Expression value, Parameter<Object> bound) {
		return Cypher.coalesce(value.isEqualTo(bound), Cypher.literalFalse())
			.asCondition()
			.or(value.isNull().and(bound.isNull()));
	}

	/**
	 * A value that elements are ordered by.
	 *
	 * @param expression the value
	 * @param descending whether the largest comes first
	 */
	record Ordered(Expression expression, boolean descending) {

	}

}
