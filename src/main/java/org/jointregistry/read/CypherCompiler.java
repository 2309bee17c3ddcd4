package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;

import org.neo4j.cypherdsl.core.Case;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.Statement;

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

	private final ConnectionCompiler connections;

	CypherCompiler(GraphModel model, ViewerKind viewer, boolean past) {
		this.model = model;
		this.viewer = viewer;
		this.guard = new Guard(model, viewer, past);
		this.connections = new ConnectionCompiler(this, model);
	}

	/**
	 * The statement that answers a plan.
	 * @param plan what is asked
	 * @param model the mapping
	 * @param viewer the kind of viewer that asks
	 * @param past whether it asks for the registry as it was recorded at a time
	 * @return a statement without any value in it
	 */
	static Statement compile(Plan plan, GraphModel model, ViewerKind viewer, boolean past) {
		CypherCompiler compiler = new CypherCompiler(model, viewer, past);
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
				: ViewerTokens.reading(this.viewer).returning(answer.as(ANSWER)).build();
	}

	private Expression listing(Plan.Listing listing) {
		return this.connections.connection(root(listing.type(), listing.connection().filter()), null, listing.type(),
				listing.connection());
	}

	private Guarded root(NodeType type, Filter filter) {
		if (filter.namesKey()) {
			return this.guard.given(type);
		}
		Filter.Search search = filter.search();
		return (search != null && !this.guard.isPast()) ? this.guard.found(type, search.longest())
				: this.guard.listed(type);
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
		Expression values = this.guard.values().then(node, () -> values(selected, node));
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
		return this.connections.connection(this.guard.related(from, many.relation(), target), many.relation(), target,
				many.connection());
	}

}
