package org.jointregistry.read;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PropertyContainer;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.ReleasePlace;
import org.jointregistry.access.ViewerKind;

/**
 * Makes patterns that carry their visibility, for one statement of one kind of viewer.
 * Names in the statement are its own, numbered in the order of asking.
 */
final class Guard {

	private final GraphModel model;

	private final ViewerKind viewer;

	private int nodes;

	private int edges;

	private final boolean past;

	private final SeenValues values;

	/**
	 * The guard of a statement.
	 * @param model the mapping
	 * @param viewer the kind of viewer that asks
	 * @param past whether it asks for the registry as it was recorded at a time
	 */
	Guard(GraphModel model, ViewerKind viewer, boolean past) {
		this.model = model;
		this.viewer = viewer;
		this.past = past;
		this.values = new SeenValues(this, model, viewer, past);
	}

	/**
	 * Whether the statement is about the past.
	 * @return false where it is about what is recorded now
	 */
	boolean isPast() {
		return this.past;
	}

	/**
	 * All nodes of a type.
	 * @param type an object type
	 * @return the pattern of one node
	 */
	Guarded all(NodeType.Concrete type) {
		return named(nodeName(), type);
	}

	private Guarded named(String name, NodeType.Concrete type) {
		Node node = Cypher.node(type.label()).named(name);
		return new Guarded(node, node, null, visible(type.rule(), node));
	}

	/**
	 * All nodes of a type, to be found among keys that are given wherever they are
	 * matched.
	 * @param type an object type or an interface
	 * @return the pattern of one node
	 */
	Guarded given(NodeType type) {
		if (!type.isAbstract()) {
			return all(type.concrete()).foundByGivenKeys();
		}
		Node node = Cypher.anyNode(nodeName());
		return new Guarded(node, node, null, visible(type.concretes(), node));
	}

	/**
	 * All nodes of a type, to be found at the cost of those that the viewer sees: by
	 * their releases where the viewer does not see everything anyway.
	 * @param type an object type, or an interface over types under the rule RECORD
	 * @return the pattern of one node, which may be matched several times
	 */
	Guarded listed(NodeType type) {
		if (this.viewer.seesEveryRecord() && type.isAbstract()) {
			return eachKind(type);
		}
		if (this.viewer.seesEveryRecord() || type.concrete().rule() != AccessRule.RECORD) {
			return all(type.concrete()).foundByKey();
		}
		Way.Entries entries = entries(Way.Index.RECORDS, Scopes.held(type.concretes()), null);
		Node node = entries.relationship().getLeft();
		return Guarded.byEntry(node, entries, recorded(node));
	}

	/**
	 * All nodes of an interface, for those who see every record: a subquery for each type
	 * knows nothing of the viewer.
	 */
	private Guarded eachKind(NodeType type) {
		String name = nodeName();
		Node node = Cypher.anyNode(name);
		List<Guarded> kinds = type.concretes().stream().map((kind) -> named(name, kind)).toList();
		return Guarded.byKind(node, kinds, visible(type.concretes(), node));
	}

	/**
	 * The nodes of a type that have a word, to be found at the cost of those among them
	 * that the viewer sees.
	 * @param type an object type or an interface with searched fields
	 * @param word the parameter with the beginning of the word
	 * @return the pattern of one node, which may be matched several times
	 */
	Guarded found(NodeType type, String word) {
		List<NodeType.Concrete> types = type.concretes().stream().filter((one) -> !one.searched().isEmpty()).toList();
		Scopes scopes = this.viewer.seesEveryRecord() ? Scopes.ofEveryRecord(types) : Scopes.held(types);
		Way.Entries entries = entries(Way.Index.WORDS, scopes, null);
		Condition begins = entries.relationship().property("word").startsWith(Cypher.parameter(word));
		return Guarded.byEntry(entries.relationship().getLeft(), entries, begins);
	}

	/**
	 * What a relation of several leads to, to be found at the cost of those that the
	 * viewer sees where the schema says so. Those who see every record find it alike, so
	 * that the order of keys is the same for all.
	 * @param from a node that is matched already
	 * @param relation the relation to follow
	 * @param target the type at its end
	 * @return the pattern; where it is found by releases, of one node, which may be
	 * matched several times
	 */
	Guarded related(Node from, Relation relation, NodeType target) {
		ReleasePlace place = relation.place();
		if (place == null || this.past) {
			return hop(from, relation, target);
		}
		Scopes scopes = this.viewer.seesEveryRecord() ? Scopes.ofEveryRecord(place)
				: Scopes.held(place, from, this.edges);
		Way.Entries entries = entries(Way.Index.RECORDS_AT, scopes, from);
		return Guarded.byEntry(entries.relationship().getLeft(), entries, Cypher.noCondition());
	}

	/**
	 * What a relation leads to.
	 * @param from a node that is matched already
	 * @param relation the relation to follow
	 * @param target the type at its end
	 * @return the pattern of the node, the relationship and what it leads to
	 */
	Guarded hop(Node from, Relation relation, NodeType target) {
		return hop(from, List.of(relation), target.concretes());
	}

	/**
	 * What one of several relations leads to. The database goes through a node's
	 * relationships once for all of them.
	 * @param from a node that is matched already
	 * @param relations the relations to follow, all in the direction of the first
	 * @param targets the object types at their ends
	 * @return the pattern of the node, the relationship and what it leads to
	 */
	Guarded hop(Node from, List<Relation> relations, List<NodeType.Concrete> targets) {
		boolean isOne = targets.size() == 1;
		Node node = isOne ? Cypher.node(targets.getFirst().label()).named(nodeName()) : Cypher.anyNode(nodeName());
		String[] types = relations.stream()
			.flatMap((relation) -> Stream.of(types(relation.relationship())))
			.toArray(String[]::new);
		Relationship edge = edge(from, node, relations.getFirst().outgoing(), types);
		Condition visible = isOne ? visible(targets.getFirst().rule(), node) : visible(targets, node);
		if (relations.stream().anyMatch((relation) -> relation.facts() != null)) {
			visible = visible(AccessRule.EDGE, edge).and(visible);
		}
		return new Guarded(edge, node, edge, visible.and(held(edge)));
	}

	/**
	 * A relationship with a name of its own.
	 * @param from a node
	 * @param to another one
	 * @param outgoing whether it starts at the first
	 * @param types its types in the graph
	 * @return the pattern, without any condition
	 */
	Relationship edge(Node from, Node to, boolean outgoing, String... types) {
		return (outgoing ? from.relationshipTo(to, types) : from.relationshipFrom(to, types)).named("r" + this.edges++);
	}

	/**
	 * A node that a pattern of the guard's has found before.
	 * @param name the name that it has in the statement
	 * @return the node, which is seen
	 */
	Node known(SymbolicName name) {
		return Cypher.anyNode(name);
	}

	/**
	 * Stored values as the viewer sees them.
	 * @return what tells them in this statement
	 */
	SeenValues values() {
		return this.values;
	}

	/**
	 * A stored value as the viewer sees it.
	 * @param container the node or relationship that holds it
	 * @param property which value
	 * @return the value, or null in the database's sense for a figure that is not seen
	 */
	Expression value(PropertyContainer container, Property property) {
		return this.values.of(container, property);
	}

	/**
	 * The types that a relationship has in this statement.
	 * @param relationship its type today
	 * @return that one, and in the past that of what it was
	 */
	String[] types(String relationship) {
		return this.past ? Past.types(relationship) : new String[] { relationship };
	}

	/**
	 * The type of a relationship.
	 * @param edge the relationship, of today or what one was
	 * @return its type today
	 */
	Expression type(SymbolicName edge) {
		return this.past ? Past.type(edge) : Cypher.type(edge);
	}

	/**
	 * That a relationship was as it is in this one at the time that is asked for.
	 * @param edge the relationship
	 * @return the condition
	 */
	Condition held(Relationship edge) {
		return this.past ? Past.held(edge) : Cypher.noCondition();
	}

	/** That a node was recorded at the time that is asked for. */
	private Condition recorded(Node node) {
		return this.past ? Past.recorded(node) : Cypher.noCondition();
	}

	private Condition visible(List<NodeType.Concrete> types, Node node) {
		Map<AccessRule, List<NodeType.Concrete>> byRule = types.stream()
			.collect(Collectors.groupingBy(NodeType.Concrete::rule));
		Condition visible = Cypher.noCondition();
		for (Map.Entry<AccessRule, List<NodeType.Concrete>> entry : byRule.entrySet()) {
			visible = visible.or(labelled(node, entry.getValue()).and(visible(entry.getKey(), node)));
		}
		return visible;
	}

	private static Condition labelled(Node node, List<NodeType.Concrete> types) {
		return types.stream().map((type) -> node.hasLabels(type.label())).reduce(Cypher.noCondition(), Condition::or);
	}

	/**
	 * The condition under which a record is seen.
	 * @param rule the record's rule
	 * @param record the node or relationship
	 * @return the condition
	 */
	Condition visible(AccessRule rule, PropertyContainer record) {
		Condition visible = rule.visibilityOf(record, this.viewer).condition();
		return (record instanceof Node node) ? visible.and(recorded(node)) : visible;
	}

	private Way.Entries entries(Way.Index index, Scopes scopes, @Nullable Node at) {
		Relationship entry = Cypher.anyNode(nodeName())
			.relationshipTo(Cypher.anyNode(), index.type())
			.named("r" + this.edges++);
		// Cypher-DSL names an index of several properties by a node's label alone
		Node named = Cypher.node(index.type()).named(entry.getRequiredSymbolicName());
		return new Way.Entries(entry, index, index.properties().stream().map(named::property).toList(), scopes, at);
	}

	/**
	 * A name that no other node of the statement has.
	 * @return the next one
	 */
	String nodeName() {
		return "n" + this.nodes++;
	}

}
