package org.jointregistry.read;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.jointregistry.access.AccessRule;

/**
 * A type whose objects are nodes: an object type with a label of its own, or an interface
 * over several of them.
 */
public final class NodeType {

	private final String name;

	private final @Nullable String plural;

	private final List<Concrete> concretes;

	private final Map<String, MappedField> fields;

	NodeType(String name, @Nullable String plural, List<Concrete> concretes, Map<String, MappedField> fields) {
		this.name = name;
		this.plural = plural;
		this.concretes = List.copyOf(concretes);
		this.fields = Map.copyOf(fields);
	}

	/**
	 * Its name in the schema.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The name of the connection of all its nodes at the root.
	 * @return null for an interface that has none
	 */
	@Nullable String plural() {
		return this.plural;
	}

	/**
	 * Whether its objects are of several types.
	 * @return true for an interface
	 */
	public boolean isAbstract() {
		return !concrete().type().equals(this.name);
	}

	/**
	 * The fields that its nodes may be found by.
	 * @return names of fields, none twice
	 */
	public List<String> searched() {
		return this.concretes.stream().flatMap((type) -> type.searched().stream()).distinct().toList();
	}

	/**
	 * The object types that its nodes are of.
	 * @return itself for an object type
	 */
	public List<Concrete> concretes() {
		return this.concretes;
	}

	/**
	 * The label and rule of an object type.
	 * @return those of the only type; for an interface those of the first
	 */
	public Concrete concrete() {
		return this.concretes.getFirst();
	}

	/**
	 * One of its fields.
	 * @param name the field's name
	 * @return the field
	 * @throws IllegalStateException if there is none
	 */
	public MappedField field(String name) {
		MappedField field = this.fields.get(name);
		if (field == null) {
			throw new IllegalStateException("No mapped field " + this.name + "." + name);
		}
		return field;
	}

	/**
	 * Its fields but for the global id.
	 * @return the fields by name
	 */
	public Map<String, MappedField> fields() {
		return this.fields;
	}

	/**
	 * An object type as it stands in the graph.
	 *
	 * @param type the type's name
	 * @param label the label of its nodes
	 * @param rule who sees them
	 * @param anchored whether they are anchored in programs or agreements, and so may be
	 * released to audiences of these
	 * @param searched the fields that they are found by
	 */
	public record Concrete(String type, String label, AccessRule rule, boolean anchored, List<String> searched) {

	}

}
