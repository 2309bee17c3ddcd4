package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * Compiles connections: the page that is asked for, whether the list goes on beyond it,
 * the count and the groups of the whole.
 */
final class ConnectionCompiler {

	private final CypherCompiler compiler;

	private final FilterCompiler filters;

	private final OrderCompiler orders;

	private final GroupCompiler groups;

	private int keys;

	/**
	 * Compiles the connections of one statement.
	 * @param compiler compiles what is selected of nodes
	 * @param model the mapping
	 */
	ConnectionCompiler(CypherCompiler compiler, GraphModel model) {
		this.compiler = compiler;
		this.filters = new FilterCompiler(model, compiler.guard());
		this.orders = new OrderCompiler(model, compiler.guard());
		this.groups = new GroupCompiler(compiler, model);
	}

	/**
	 * What the statement returns for a connection.
	 * @param of the pattern of its elements
	 * @param relation the relation followed; null at the root
	 * @param target type of the nodes
	 * @param plan what is selected of it
	 * @return a list whose places {@link PageShape} knows
	 */
	Expression connection(Guarded of, @Nullable Relation relation, NodeType target, Plan.Connection plan) {
		List<OrderCompiler.Ordered> place = this.orders.place(of, relation, target, plan.orders());
		List<Expression> answer = new ArrayList<>();
		if (plan.rows()) {
			answer.add(rows(of, relation, place, plan));
			if (plan.page().after() != null) {
				answer.add(reached(of, place, plan, false));
			}
			if (plan.page().before() != null) {
				answer.add(reached(of, place, plan, true));
			}
		}
		if (plan.total()) {
			answer.add(Cypher.count(elements(of, filter(of, plan))));
		}
		plan.groups().forEach((groups) -> answer.add(this.groups.groups(of, filter(of, plan), groups)));
		return Cypher.listOf(answer);
	}

	/**
	 * What must hold of an element. It is compiled anew for each reading of the list: the
	 * renderer writes what a name stands for where it meets it first, and the name alone
	 * from then on.
	 */
	private Condition filter(Guarded of, Plan.Connection plan) {
		return this.filters.condition(plan.filter(), of);
	}

	/**
	 * Each element once: a node at the end of two edges is two elements.
	 */
	private static Statement elements(Guarded of, Condition filter) {
		return of.repeats() ? of.match(filter).returningDistinct(of.node()).build()
				: of.matchToCount(filter).returning(of.node()).build();
	}

	private Expression rows(Guarded of, @Nullable Relation relation, List<OrderCompiler.Ordered> place,
			Plan.Connection plan) {
		Plan.Page page = plan.page();
		Parameter<Object> limit = Cypher.parameter(page.limit());
		Placed placed = placed(of, relation, place);
		List<OrderCompiler.Ordered> named = placed.named();
		List<Expression> row = new ArrayList<>(named.stream().map(OrderCompiler.Ordered::expression).toList());
		plan.parts().forEach((part) -> row.add(part(part, of)));
		var read = found(of, place, plan).with(placed.carried());
		return Cypher.collect((isReached(plan) ? read.where(within(named, page)).with(placed.names()) : read)
			.orderBy(OrderCompiler.sort(named, page.backwards()))
			.limit(limit)
			.returning(Cypher.listOf(row))
			.build());
	}

	/**
	 * Names the values that elements are ordered by, so that each is read once.
	 */
	private Placed placed(Guarded of, @Nullable Relation relation, List<OrderCompiler.Ordered> place) {
		List<IdentifiableElement> carried = new ArrayList<>();
		carried.add(of.node());
		if (relation != null && !of.repeats()) {
			carried.add(of.edge());
		}
		List<IdentifiableElement> names = new ArrayList<>(carried);
		List<OrderCompiler.Ordered> named = new ArrayList<>();
		for (OrderCompiler.Ordered value : place) {
			SymbolicName name = Cypher.name("k" + this.keys++);
			carried.add(value.expression().as(name));
			names.add(name);
			named.add(new OrderCompiler.Ordered(name, value.descending()));
		}
		return new Placed(carried, names, named);
	}

	/** Whether a value that elements are ordered by is read from another node. */
	private static boolean isReached(Plan.Connection plan) {
		return plan.orders().stream().anyMatch((order) -> !order.path().isEmpty());
	}

	private static Condition within(List<OrderCompiler.Ordered> place, Plan.Page page) {
		Condition within = Cypher.noCondition();
		if (page.after() != null) {
			within = within.and(OrderCompiler.beyond(place, page.after(), false));
		}
		if (page.before() != null) {
			within = within.and(OrderCompiler.beyond(place, page.before(), true));
		}
		return within;
	}

	/**
	 * Elements of the list among which are those of the page, each found once.
	 */
	private ExposesWith found(Guarded of, List<OrderCompiler.Ordered> place, Plan.Connection plan) {
		Plan.Page page = plan.page();
		if (OrderCompiler.isIndexed(of, plan.orders())) {
			return of.firstByKey(() -> filter(of, plan), (key) -> keysWithin(key, place, page), page.backwards(),
					Cypher.parameter(page.limit()));
		}
		Condition filter = filter(of, plan);
		return of.once(isReached(plan) ? filter : filter.and(within(place, page)));
	}

	private static Condition keysWithin(Expression key, List<OrderCompiler.Ordered> place, Plan.Page page) {
		Condition within = key.gte(Cypher.literalOf(""));
		if (page.after() != null) {
			within = within.and(OrderCompiler.keysBeyond(key, place, page.after(), false));
		}
		if (page.before() != null) {
			within = within.and(OrderCompiler.keysBeyond(key, place, page.before(), true));
		}
		return within;
	}

	/**
	 * Whether the list has elements at or on the other side of a cursor.
	 */
	private Expression reached(Guarded of, List<OrderCompiler.Ordered> place, Plan.Connection plan, boolean before) {
		List<String> cursor = Objects.requireNonNull(before ? plan.page().before() : plan.page().after());
		if (isReached(plan)) {
			Placed placed = placed(of, null, place);
			return Cypher.exists(of.match(filter(of, plan))
				.with(placed.carried())
				.where(OrderCompiler.beyond(placed.named(), cursor, before).not())
				.returning(of.node())
				.build());
		}
		if (OrderCompiler.isIndexed(of, plan.orders())) {
			ExposesWith any = of.anyByKey(() -> filter(of, plan),
					(key) -> OrderCompiler.keysReached(key, place, cursor, before));
			return Cypher.exists(any.with(of.node()).returning(of.node()).build());
		}
		Condition reached = OrderCompiler.beyond(place, cursor, before).not();
		return Cypher.exists(of.match(filter(of, plan).and(reached)).returning(of.node()).build());
	}

	private Expression part(Plan.Part part, Guarded of) {
		List<Expression> values = new ArrayList<>();
		part.nodes().forEach((node) -> values.add(this.compiler.selected(node, of.node())));
		part.facts().forEach((fact) -> values.add(this.compiler.guard().value(of.edge(), fact)));
		return Cypher.listOf(values);
	}

	/**
	 * The values that elements are ordered by.
	 *
	 * @param carried the elements with each value under its name
	 * @param names the elements and the names
	 * @param named the names in their order
	 */
	private record Placed(List<IdentifiableElement> carried, List<IdentifiableElement> names,
			List<OrderCompiler.Ordered> named) {
	}

}
