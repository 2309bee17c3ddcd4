package org.jointregistry.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the schema says of the graph: the types of nodes, and the facts that relationships
 * carry.
 */
public final class GraphModel {

	private final Map<String, NodeType> nodes;

	private final Map<String, Map<String, Property>> facts;

	private final Set<String> enums;

	private final Set<String> sharing;

	/**
	 * A model.
	 * @param nodes the node types by name, interfaces included
	 * @param facts properties of relationships by name, by the interface's name
	 * @param enums names of enums
	 * @param sharing names of the interfaces among all whose records a key is one
	 * record's
	 */
	GraphModel(Map<String, NodeType> nodes, Map<String, Map<String, Property>> facts, Set<String> enums,
			Set<String> sharing) {
		this.nodes = nodes;
		this.facts = facts;
		this.enums = enums;
		this.sharing = sharing;
	}

	/**
	 * The node types, interfaces included.
	 * @return by name, in the schema's order
	 */
	public Map<String, NodeType> nodes() {
		return this.nodes;
	}

	/**
	 * A type whose objects are nodes.
	 * @param name its name in the schema
	 * @return the type
	 * @throws IllegalStateException if there is none
	 */
	public NodeType node(String name) {
		NodeType type = this.nodes.get(name);
		if (type == null) {
			throw new IllegalStateException("No mapped type " + name);
		}
		return type;
	}

	/**
	 * The labels among all whose nodes a key is one node's.
	 * @param label the label of an object type
	 * @return in the schema's order; the label alone where no interface of its type has
	 * {@code @sharedKeys}
	 */
	public List<String> labelsOfKeys(String label) {
		return this.sharing.stream()
			.map((name) -> node(name).concretes().stream().map(NodeType.Concrete::label).toList())
			.filter((labels) -> labels.contains(label))
			.findFirst()
			.orElse(List.of(label));
	}

	@Nullable NodeType findNode(String name) {
		return this.nodes.get(name);
	}

	/**
	 * How many object types a list at the root goes through.
	 * @param field a field of the root
	 * @return one for every field but the lists of interfaces
	 */
	int typesListedBy(String field) {
		return this.nodes.values()
			.stream()
			.filter((type) -> field.equals(type.plural()))
			.mapToInt((type) -> type.concretes().size())
			.findFirst()
			.orElse(1);
	}

	/**
	 * The facts that relationships carry.
	 * @return the properties by name, by the interface's name
	 */
	Map<String, Map<String, Property>> facts() {
		return this.facts;
	}

	/**
	 * The facts that one kind of relationship carries.
	 * @param facts the interface's name
	 * @return its properties
	 */
	public Collection<Property> facts(String facts) {
		return this.facts.getOrDefault(facts, Map.of()).values();
	}

	/**
	 * A fact that one kind of relationship carries.
	 * @param facts the interface's name
	 * @param name the fact's
	 * @return its property
	 * @throws IllegalStateException if there is none
	 */
	public Property fact(String facts, String name) {
		Property property = this.facts.getOrDefault(facts, Map.of()).get(name);
		if (property == null) {
			throw new IllegalStateException("No fact " + facts + "." + name);
		}
		return property;
	}

	boolean isEnum(String type) {
		return this.enums.contains(type);
	}

}
