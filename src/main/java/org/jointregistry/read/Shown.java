package org.jointregistry.read;

import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.shared.Touched;

/**
 * Whether a viewer sees any of what was touched of a record. Whoever sees the record and
 * none of that must not be told that it was changed (sentence 13).
 */
final class Shown {

	/** A figure that is stored with everything that a mutation writes. */
	private static final String VERSION = "version";

	private final GraphModel model;

	private final Guard guard;

	private final Parameters parameters;

	Shown(GraphModel model, Guard guard, Parameters parameters) {
		this.model = model;
		this.guard = guard;
		this.parameters = parameters;
	}

	/**
	 * Asks for a record.
	 * @param type the record's type
	 * @param key its key
	 * @param touched what was touched of it
	 * @return an expression that is true where the viewer sees it and any of that
	 */
	Expression any(NodeType type, String key, List<Touched> touched) {
		Guarded record = this.guard.all(type.concrete());
		Condition shown = Cypher.isFalse();
		for (Touched one : touched) {
			shown = shown.or(isShown(one, type, record.node()));
		}
		return Cypher.exists(record.match(isOf(record.node(), key).and(shown)).returning(record.node()).build());
	}

	/**
	 * Asks whether a record is, or belongs to, another one, as far as the viewer sees.
	 * @param type the record's type
	 * @param key its key
	 * @param other the other record
	 * @return an expression that is true where the viewer sees both and a relation
	 * between them
	 */
	Expression belongs(NodeType type, String key, GlobalId other) {
		Guarded record = this.guard.all(type.concrete());
		Condition belongs = type.name().equals(other.type()) ? isOf(record.node(), other.key()) : Cypher.isFalse();
		for (MappedField field : type.fields().values()) {
			if (field instanceof Relation relation && relation.target().equals(other.type())
					&& !type.name().equals(other.type())) {
				Guarded hop = this.guard.hop(record.node(), relation, this.model.node(relation.target()));
				belongs = belongs
					.or(Cypher.exists(hop.match(isOf(hop.node(), other.key())).returning(hop.node()).build()));
			}
		}
		return Cypher.exists(record.match(isOf(record.node(), key).and(belongs)).returning(record.node()).build());
	}

	private Condition isShown(Touched touched, NodeType type, Node node) {
		return switch (touched) {
			case Touched.Made _, Touched.Fact _ -> Cypher.isTrue();
			case Touched.Figure _ -> this.guard.value(node, (Property) type.field(VERSION)).isNotNull();
			case Touched.Link link -> isShown(link, (Relation) type.field(link.relation()));
			case Touched.Tie tie -> isShown(tie, (Relation) type.field(tie.relation()), node);
		};
	}

	private Condition isShown(Touched.Link link, Relation relation) {
		NodeType.Concrete target = this.model.node(relation.target())
			.concretes()
			.stream()
			.filter((concrete) -> concrete.label().equals(link.label()))
			.findFirst()
			.orElseThrow();
		Guarded other = this.guard.all(target);
		return Cypher.exists(other.match(isOf(other.node(), link.key())).returning(other.node()).build());
	}

	private Condition isShown(Touched.Tie tie, Relation relation, Node node) {
		Guarded hop = this.guard.hop(node, relation, this.model.node(relation.target()));
		Condition further = hop.edge().property("key").isEqualTo(parameter(tie.key()));
		if (tie.figuresOnly() && relation.facts() != null) {
			further = further.and(this.guard.value(hop.edge(), this.model.fact(relation.facts(), VERSION)).isNotNull());
		}
		return Cypher.exists(hop.match(further).returning(hop.node()).build());
	}

	private Condition isOf(Node node, String key) {
		return node.property("key").isEqualTo(parameter(key));
	}

	private Expression parameter(String value) {
		return Cypher.parameter(this.parameters.add(value));
	}

}
