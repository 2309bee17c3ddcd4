package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import graphql.schema.SelectedField;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.PropertyContainer;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.shared.ExactDecimal;

/**
 * What an insight builds its statement from: patterns, values and selections that carry
 * the viewer's visibility. Types and fields are named as in the schema.
 */
public final class Weaving {

	/** What records say of whom they are shown to, besides their marking. */
	private static final Set<String> RELEASE = Set.of("figuresMarking", "releasableTo", "originator",
			"industryReleasable");

	private final GraphModel model;

	private final CypherCompiler compiler;

	private final SelectionPlanner planner;

	private final Map<String, List<AskedNode>> asked;

	private final List<List<Plan.Selected>> selections = new ArrayList<>();

	Weaving(GraphModel model, CypherCompiler compiler, SelectionPlanner planner, Map<String, List<AskedNode>> asked) {
		this.model = model;
		this.compiler = compiler;
		this.planner = planner;
		this.asked = asked;
	}

	/**
	 * All nodes of a type.
	 * @param type an object type
	 * @return the pattern of one node
	 */
	public Guarded all(String type) {
		return this.compiler.guard().all(this.model.node(type).concrete());
	}

	/**
	 * What is returned of one node.
	 * <p>
	 * It is the last of a list of one: Neo4j plans what is under {@code head} apart from
	 * the statement around it, and does not prune the ways of {@link #throughout} there.
	 * @param type the node's type, an object type
	 * @param key its key, null in the database's sense for none
	 * @param returned what to return of the node
	 * @return the value, null in the database's sense where the viewer sees no such node
	 */
	public Expression one(String type, Expression key, Function<Node, Expression> returned) {
		Guarded found = all(type);
		Condition isIt = found.node().property("key").isEqualTo(key);
		return Cypher.last(Cypher.collect(found.match(isIt).returning(returned.apply(found.node())).build()));
	}

	/**
	 * All nodes of a type that the viewer sees, at the cost of these. They may be matched
	 * several times: {@link Guarded#once} gives each once.
	 * @param type an object type
	 * @return the pattern of one node
	 */
	public Guarded listed(String type) {
		return this.compiler.guard().listed(this.model.node(type));
	}

	/**
	 * The first nodes of a type in the order of their keys, of those that the viewer
	 * sees, at the cost of these.
	 * @param type an object type
	 * @param after the key behind which they begin; an empty text for the first of all
	 * @param most how many at most
	 * @param returned what to return of each
	 * @return a list
	 */
	public Expression page(String type, Expression after, Expression most, Function<Node, Expression> returned) {
		Guarded of = listed(type);
		SymbolicName key = Cypher.name("k");
		return Cypher.collect(of.firstByKey(Cypher::noCondition, (stored) -> stored.gt(after), false, most)
			.with(of.node(), of.foundKey().as(key))
			.orderBy(key.ascending())
			.limit(most)
			.returning(this.compiler.guard().values().then(of.node(), () -> returned.apply(of.node())))
			.build());
	}

	/**
	 * What a relation leads to. What is {@code @byRelease} may be matched several times:
	 * {@link Guarded#once} gives it once.
	 * @param from a node that is matched already
	 * @param type the node's type
	 * @param field the field that follows the relation
	 * @return the pattern of the node, the relationship and what it leads to
	 */
	public Guarded follow(Node from, String type, String field) {
		Relation relation = relation(type, field);
		return this.compiler.guard().related(from, relation, this.model.node(relation.target()));
	}

	/**
	 * What one of several relations leads to, at the cost of the record's relationships,
	 * which the database goes through once for all of them.
	 * @param from a node that is matched already
	 * @param type the node's type
	 * @param fields the fields that follow the relations, all in one direction
	 * @return the pattern of the node, the relationship and what it leads to
	 * @throws IllegalArgumentException if relations go in several directions
	 */
	public Guarded followAny(Node from, String type, List<String> fields) {
		List<Relation> relations = fields.stream().map((field) -> relation(type, field)).toList();
		if (relations.stream().map(Relation::outgoing).distinct().count() > 1) {
			throw new IllegalArgumentException(type + ": " + fields + " go in several directions");
		}
		Stream<NodeType.Concrete> ends = relations.stream()
			.flatMap((relation) -> this.model.node(relation.target()).concretes().stream());
		return this.compiler.guard().hop(from, relations, ends.distinct().toList());
	}

	/**
	 * The type that a relation leads to.
	 * @param type the type that it leads from
	 * @param field the field that follows the relation
	 * @return the declared type, an object type or an interface
	 */
	public String target(String type, String field) {
		return relation(type, field).target();
	}

	/**
	 * What a relation between records of one type leads to, however often it is followed,
	 * the record itself included.
	 * @param from a node that is matched already
	 * @param type the type at both ends of the relation
	 * @param field the field that follows the relation
	 * @param taken the condition under which a relationship is followed
	 * @return the records that are reached, by ways all of which the viewer sees
	 */
	public Reached throughout(Node from, String type, String field, Function<Relationship, Condition> taken) {
		NodeType.Concrete node = this.model.node(type).concrete();
		return new Reached(paths().throughout(Reached.WAY, from, relation(type, field), node, taken));
	}

	private Relation relation(String type, String field) {
		if (!(this.model.node(type).field(field) instanceof Relation relation)) {
			throw new IllegalArgumentException(type + "." + field + " follows no relationship");
		}
		return relation;
	}

	/**
	 * Paths between two nodes.
	 * @param from a node that is matched already
	 * @param to a node that is matched already
	 * @param hops what a path may take, one hop after the other, at most all of them
	 * @param taken the condition under which a relationship is taken
	 * @return the paths
	 */
	public Paths paths(Node from, Node to, List<Paths.Hop> hops, Function<Relationship, Condition> taken) {
		return new Paths(paths(), from, to, hops, taken);
	}

	private PathGuard paths() {
		return new PathGuard(this.compiler.guard());
	}

	/**
	 * The type of a relationship of a path.
	 * @param edge the relationship
	 * @return its type today, also where it is what one was
	 */
	public Expression type(SymbolicName edge) {
		return this.compiler.guard().type(edge);
	}

	/**
	 * A stored value of a node of a path, of whichever type, that is no figure.
	 * @param node the node
	 * @param property the value's name
	 * @return the value, null in the database's sense where the node has none
	 */
	public Expression stored(Node node, String property) {
		return this.compiler.guard().values().stored(node, property);
	}

	/**
	 * A stored value of a node as the viewer sees it.
	 * @param node the node
	 * @param type its type
	 * @param field the field
	 * @return the value, null for a figure that is not seen
	 */
	public Expression value(Node node, String type, String field) {
		if (!(this.model.node(type).field(field) instanceof Property property)) {
			throw new IllegalArgumentException(type + "." + field + " is no stored value");
		}
		return this.compiler.guard().value(node, property);
	}

	/**
	 * A fact of a relationship as the viewer sees it.
	 * @param edge the relationship
	 * @param facts the interface of its facts
	 * @param field the field
	 * @return the value, null for a figure that is not seen
	 */
	public Expression fact(PropertyContainer edge, String facts, String field) {
		return this.compiler.guard().value(edge, this.model.fact(facts, field));
	}

	/**
	 * To whom a relationship with a marking of its own is shown besides.
	 * @param edge a relationship that the viewer sees
	 * @param fact the field of records that says so
	 * @return the value, null in the database's sense where the relationship has none
	 * @throws IllegalArgumentException if the field says something else
	 */
	public Expression release(Relationship edge, String fact) {
		if (!RELEASE.contains(fact)) {
			throw new IllegalArgumentException(fact + " is no part of a release");
		}
		return edge.property(fact);
	}

	/**
	 * A value of the request. It is made while the question is, and not while its
	 * expression is built.
	 * @param value as the graph stores it; may be null
	 * @return its parameter
	 */
	public Parameter<Object> parameter(@Nullable Object value) {
		return Cypher.parameter(this.planner.parameters().add(value));
	}

	/**
	 * The sum of exact decimals over the rows of a reading, in parts so that it does not
	 * overflow.
	 * @param value a stored number; null is left out
	 * @return what {@link ExactDecimal#fromSums} reads
	 */
	public static Expression sum(Expression value) {
		Expression unit = Cypher.literalOf(ExactDecimal.UNIT);
		Expression many = Cypher.literalOf(ExactDecimal.MANY);
		return Cypher.listOf(Cypher.sum(value.divide(unit).divide(many)),
				Cypher.sum(value.divide(unit).remainder(many)), Cypher.sum(value.remainder(unit)));
	}

	/**
	 * What the client selects of a node that an insight's answer holds. It is asked for
	 * while the question is made, and not while its expression is built.
	 * @param type the declared type of the field that holds it
	 * @param path names of the fields from the insight down to it, with {@code /}
	 * @return what to return for a node, and how to read it
	 */
	public Projection projection(String type, String path) {
		List<AskedNode> fields = this.asked.getOrDefault(path, List.of());
		List<SelectionPlanner.Planned> planned = new ArrayList<>();
		for (AskedNode field : fields) {
			planned.add(this.planner.node(this.model.node(type), field.selection()));
		}
		this.selections.add(planned.stream().map(SelectionPlanner.Planned::plan).toList());
		return new Projection(this.compiler, fields.stream().map(AskedNode::aliases).toList(), planned);
	}

	/**
	 * What the projections depend on.
	 * @return the plans of each, in the order in which they were asked for
	 */
	List<List<Plan.Selected>> selections() {
		return List.copyOf(this.selections);
	}

	/**
	 * A field of an insight's answer that holds a node.
	 *
	 * @param aliases the result keys from the insight down to it, with {@code /}
	 * @param selection what is selected of it
	 */
	record AskedNode(String aliases, List<SelectedField> selection) {

	}

}
