package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jointregistry.access.Sight;
import org.jointregistry.read.GraphModel;
import org.jointregistry.read.NodeType;
import org.jointregistry.read.Relation;

/**
 * What the relations of a record lead to before it is changed: nothing of a new one.
 */
final class Linked {

	private static final String LINKED = """
			MATCH (:%s {key: $key})%s(other)
			RETURN labels(other)[0] AS label, other.key AS key
			""";

	private final Writing writing;

	private final GraphModel model;

	Linked(Writing writing, GraphModel model) {
		this.writing = writing;
		this.model = model;
	}

	/**
	 * All that a relation leads to.
	 * @param own the record
	 * @param relation a relation of its type
	 * @return the records there, whether the viewer sees them or not
	 */
	List<NodeRef> all(NodeRef own, Relation relation) {
		return (this.writing.mutation().act() != WriteAct.REVISE) ? List.of()
				: this.writing.transaction()
					.run(LINKED.formatted(own.label(), Versions.pattern(relation)), Map.of("key", own.key()))
					.list((row) -> new NodeRef(row.get("label").asString(), row.get("key").asString()));
	}

	/**
	 * What a relation leads to and the viewer sees.
	 * @param own the record
	 * @param relation a relation of its type
	 * @return the records there
	 */
	List<NodeRef> seen(NodeRef own, Relation relation) {
		Sight sight = new Sight(this.writing.transaction(), this.writing.viewer());
		List<NodeRef> all = all(own, relation);
		List<NodeRef> seen = new ArrayList<>();
		for (NodeType.Concrete type : this.model.node(relation.target()).concretes()) {
			List<String> keys = all.stream()
				.filter((other) -> other.label().equals(type.label()))
				.map(NodeRef::key)
				.toList();
			if (!keys.isEmpty()) {
				sight.seen(type.rule(), type.label(), keys).forEach((key) -> seen.add(new NodeRef(type.label(), key)));
			}
		}
		return seen;
	}

}
