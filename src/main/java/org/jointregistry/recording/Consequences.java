package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.GraphModel;
import org.jointregistry.read.NodeType;
import org.jointregistry.read.Relation;

/**
 * What follows from a mutation's input without being said in it: records that are made,
 * and records and relationships that are changed, each as often as one.
 */
final class Consequences {

	private static final InputField SUBJECT = new InputField("id", new InputField.Subject(),
			new InputField.Bounds(null, false, null, null, null, List.of(), false, false));

	private final Map<Kind, Map<String, Entry>> entries = new LinkedHashMap<>();

	/**
	 * Makes a record.
	 * @param type the name of its type
	 * @param key its key
	 * @return the record, to be completed
	 */
	Entry add(String type, String key) {
		return entry(new Kind(WriteAct.ADD, type, null, null), key);
	}

	/**
	 * Changes a record.
	 * @param type the name of its type
	 * @param key its key
	 * @return what changes, to be said
	 */
	Entry revise(String type, String key) {
		return entry(new Kind(WriteAct.REVISE, type, null, null), key);
	}

	/**
	 * Changes the facts of a relationship.
	 * @param type the name of the type of a record at its end
	 * @param relation the type's field that follows it
	 * @param of the key of that record
	 * @param key the relationship's own
	 * @return what changes, to be said
	 */
	Entry reviseTie(String type, String relation, String of, String key) {
		return entry(new Kind(WriteAct.REVISE_TIE, type, relation, of), key);
	}

	private Entry entry(Kind kind, String key) {
		return this.entries.computeIfAbsent(kind, (each) -> new LinkedHashMap<>()).computeIfAbsent(key, (each) -> {
			Entry entry = new Entry(kind.fields(), List.of(), Map.of());
			entry.assignKey(key);
			return entry;
		});
	}

	/**
	 * The mutations that would say so.
	 * @param name of the mutation that they follow from
	 * @param model has the types of the records
	 * @return each with its entries, in the order in which they were first named
	 */
	List<Following> mutations(String name, GraphModel model) {
		List<Following> mutations = new ArrayList<>();
		this.entries.forEach((kind, all) -> {
			NodeType type = model.node(kind.type);
			if (kind.act != WriteAct.ADD) {
				all.forEach((key, entry) -> entry.name(SUBJECT.name(),
						new NodeRef(type.concrete().label(), (kind.of != null) ? kind.of : key)));
			}
			Relation relation = (kind.relation != null) ? (Relation) type.field(kind.relation) : null;
			mutations.add(new Following(
					new Mutation(name, kind.act, type, relation, null, null, all.size(), kind.fields(), List.of()),
					List.copyOf(all.values())));
		});
		return mutations;
	}

	/**
	 * What follows of one kind.
	 *
	 * @param mutation that would say so
	 * @param entries what it would say
	 */
	record Following(Mutation mutation, List<Entry> entries) {

	}

	private record Kind(WriteAct act, String type, @Nullable String relation, @Nullable String of) {

		private List<InputField> fields() {
			return (this.act == WriteAct.ADD) ? List.of() : List.of(SUBJECT);
		}

	}

}
