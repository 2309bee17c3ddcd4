package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Case;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.RecordAudiences;
import org.jointregistry.access.ViewerKind;
import org.jointregistry.access.ViewerTokens;

/**
 * Compiles a plan to one Cypher statement for one kind of viewer. The statement returns
 * one value, {@code answer}: nested lists, whose places the shapes of the plan know.
 */
final class CypherCompiler {

	/** The name of the statement's only column. */
	static final String ANSWER = "answer";

	private final GraphModel model;

	private final ViewerKind viewer;

	private final Guard guard;

	private final FilterCompiler filters;

	private final OrderCompiler orders;

	private final GroupCompiler groups;

	private int keys;

	CypherCompiler(GraphModel model, ViewerKind viewer) {
		this.model = model;
		this.viewer = viewer;
		this.guard = new Guard(model, viewer);
		this.filters = new FilterCompiler(model, this.guard);
		this.orders = new OrderCompiler(model, this.guard);
		this.groups = new GroupCompiler(this, model);
	}

	/**
	 * The statement that answers a plan.
	 * @param plan what is asked
	 * @param model the mapping
	 * @param viewer the kind of viewer that asks
	 * @return a statement without any value in it
	 */
	static Statement compile(Plan plan, GraphModel model, ViewerKind viewer) {
		CypherCompiler compiler = new CypherCompiler(model, viewer);
		return compiler.statement(switch (plan) {
			case Plan.Listing listing -> compiler.listing(listing);
			case Plan.Lookup lookup -> compiler.lookup(lookup);
			case Plan.Lookups lookups -> compiler.lookups(lookups);
		});
	}

	Guard guard() {
		return this.guard;
	}

	/**
	 * The statement that returns an expression, with the viewer's tokens at its start.
	 * @param answer what it returns
	 * @return the statement
	 */
	Statement statement(Expression answer) {
		return this.viewer.seesEveryRecord() ? Cypher.returning(answer.as(ANSWER)).build()
				: Cypher.with(ViewerTokens.expression(this.viewer).as(ViewerTokens.NAME))
					.returning(answer.as(ANSWER))
					.build();
	}

	private Expression listing(Plan.Listing listing) {
		return connection(root(listing.type(), listing.connection().filter()), null, listing.type(),
				listing.connection());
	}

	private Guarded root(NodeType type, Filter filter) {
		if (filter.namesKey()) {
			return this.guard.every(type);
		}
		Filter.Search search = filter.search();
		return (search != null) ? this.guard.found(type, search.longest()) : this.guard.listed(type);
	}

	private Expression lookup(Plan.Lookup lookup) {
		Guarded node = this.guard.all(lookup.node().type().concrete());
		Parameter<Object> key = Cypher.parameter(lookup.key());
		return first(node.match(node.node().property("key").isEqualTo(key))
			.returning(selected(lookup.node(), node.node()))
			.build());
	}

	private Expression lookups(Plan.Lookups lookups) {
		List<Expression> found = new ArrayList<>();
		for (Plan.Lookup lookup : lookups.types()) {
			Guarded node = this.guard.all(lookup.node().type().concrete());
			Expression key = node.node().property("key");
			found.add(Cypher.collect(node.match(key.in(Cypher.parameter(lookup.key())))
				.returning(Cypher.listOf(key, selected(lookup.node(), node.node())))
				.build()));
		}
		return Cypher.listOf(found);
	}

	private static Expression first(Statement statement) {
		return Cypher.head(Cypher.collect(statement));
	}

	/**
	 * What is selected of a node.
	 * @param selected the selection
	 * @param node the node
	 * @return a list of the values
	 */
	Expression selected(Plan.Selected selected, Node node) {
		Expression values = values(selected, node);
		return selected.audience() ? values.concat(Cypher.listOf(RecordAudiences.expression(node, this.viewer)))
				: values;
	}

	private Expression values(Plan.Selected selected, Node node) {
		if (!selected.type().isAbstract()) {
			return Cypher.listOf(slots(selected.cases().getFirst(), node));
		}
		Case typed = null;
		for (Plan.Case option : selected.cases()) {
			List<Expression> values = new ArrayList<>();
			values.add(Cypher.literalOf(option.concrete().type()));
			values.addAll(slots(option, node));
			Condition isOf = node.hasLabels(option.concrete().label());
			Case begun = (typed != null) ? typed : Cypher.caseExpression();
			typed = begun.when(isOf).then(Cypher.listOf(values));
		}
		return (typed != null) ? typed : Cypher.literalNull();
	}

	private List<Expression> slots(Plan.Case option, Node node) {
		List<Expression> slots = new ArrayList<>();
		for (Plan.Slot slot : option.slots()) {
			slots.add(switch (slot) {
				case Plan.Key key -> node.property("key");
				case Plan.Value value -> this.guard.value(node, value.property());
				case Plan.One one -> one(one, node);
				case Plan.Many many -> many(many, node);
			});
		}
		return slots;
	}

	private Expression one(Plan.One one, Node from) {
		Guarded hop = this.guard.hop(from, one.relation(), one.node().type());
		return first(hop.match(Cypher.noCondition()).returning(selected(one.node(), hop.node())).build());
	}

	private Expression many(Plan.Many many, Node from) {
		NodeType target = this.model.node(many.relation().target());
		return connection(this.guard.hop(from, many.relation(), target), many.relation(), target, many.connection());
	}

	private Expression connection(Guarded of, @Nullable Relation relation, NodeType target, Plan.Connection plan) {
		Condition filter = this.filters.condition(plan.filter(), of);
		List<OrderCompiler.Ordered> place = this.orders.place(of, relation, target, plan.orders());
		List<Expression> answer = new ArrayList<>();
		if (plan.rows()) {
			answer.add(rows(of, relation, filter, place, plan));
			if (plan.page().after() != null) {
				answer.add(reached(of, filter, place, plan, false));
			}
			if (plan.page().before() != null) {
				answer.add(reached(of, filter, place, plan, true));
			}
		}
		if (plan.total()) {
			answer.add(Cypher.count(elements(of, filter)));
		}
		plan.groups().forEach((groups) -> answer.add(this.groups.groups(of, filter, groups)));
		return Cypher.listOf(answer);
	}

	/**
	 * Each element once: a node at the end of two edges is two elements.
	 */
	private static Statement elements(Guarded of, Condition filter) {
		return of.repeats() ? of.match(filter).returningDistinct(of.node()).build()
				: of.matchToCount(filter).returning(of.node()).build();
	}

	private Expression rows(Guarded of, @Nullable Relation relation, Condition filter,
			List<OrderCompiler.Ordered> place, Plan.Connection plan) {
		Plan.Page page = plan.page();
		Parameter<Object> limit = Cypher.parameter(page.limit());
		Placed placed = placed(of, relation, place);
		List<OrderCompiler.Ordered> named = placed.named();
		List<Expression> row = new ArrayList<>(named.stream().map(OrderCompiler.Ordered::expression).toList());
		plan.parts().forEach((part) -> row.add(part(part, of)));
		var read = found(of, relation, filter, place, plan).with(placed.carried());
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
		if (relation != null) {
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
	private static ExposesWith found(Guarded of, @Nullable Relation relation, Condition filter,
			List<OrderCompiler.Ordered> place, Plan.Connection plan) {
		Plan.Page page = plan.page();
		Condition within = isReached(plan) ? filter : filter.and(within(place, page));
		if (relation == null && plan.orders().isEmpty()) {
			boolean tied = place.size() > 1;
			return of.firstByKey(tied ? within : filter, (key) -> keysWithin(key, page, tied), page.backwards(),
					Cypher.parameter(page.limit()));
		}
		return of.repeats() ? of.match(within).withDistinct(of.node()) : of.match(within);
	}

	/**
	 * Bounds of the key, which an index keeps. Where nodes of several types share a key,
	 * those that share the cursor's are within.
	 */
	private static Condition keysWithin(Expression key, Plan.Page page, boolean tied) {
		Condition within = key.gte(Cypher.literalOf(""));
		if (page.after() != null) {
			Parameter<Object> bound = Cypher.parameter(page.after().getFirst());
			within = within.and(tied ? key.gte(bound) : key.gt(bound));
		}
		if (page.before() != null) {
			Parameter<Object> bound = Cypher.parameter(page.before().getFirst());
			within = within.and(tied ? key.lte(bound) : key.lt(bound));
		}
		return within;
	}

	/**
	 * Whether the list has elements at or on the other side of a cursor.
	 */
	private Expression reached(Guarded of, Condition filter, List<OrderCompiler.Ordered> place, Plan.Connection plan,
			boolean before) {
		List<String> cursor = Objects.requireNonNull(before ? plan.page().before() : plan.page().after());
		if (isReached(plan)) {
			Placed placed = placed(of, null, place);
			return Cypher.exists(of.match(filter)
				.with(placed.carried())
				.where(OrderCompiler.beyond(placed.named(), cursor, before).not())
				.returning(of.node())
				.build());
		}
		Condition beyond = of.repeats() && place.size() == 1
				? OrderCompiler.pastKey(of.key(), cursor.getFirst(), before)
				: OrderCompiler.beyond(place, cursor, before);
		return Cypher.exists(of.match(filter.and(beyond.not())).returning(of.node()).build());
	}

	private Expression part(Plan.Part part, Guarded of) {
		List<Expression> values = new ArrayList<>();
		part.nodes().forEach((node) -> values.add(selected(node, of.node())));
		part.facts().forEach((fact) -> values.add(this.guard.value(of.edge(), fact)));
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
