package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.Touched;

/**
 * Changes of records, from a seed.
 */
final class Touches {

	/** A figure of every record and of all facts. */
	private static final String VERSION = "version";

	private final Sdl sdl;

	private final RawGraph graph;

	private final ValueGenerator values;

	Touches(Sdl sdl, RawGraph graph, Random random) {
		this.sdl = sdl;
		this.graph = graph;
		this.values = new ValueGenerator(sdl, random);
	}

	/**
	 * A graph as mutations would have recorded it, every record with a version; and
	 * without an audit trail.
	 * @param graph any graph
	 * @return the graph
	 */
	static RawGraph versioned(RawGraph graph) {
		List<RawNode> nodes = graph.nodes()
			.values()
			.stream()
			.filter((node) -> !node.type().equals("AuditEntry"))
			.map((node) -> node.with(VERSION, 1))
			.toList();
		return RawGraph.of(nodes, graph.edges().stream().map((edge) -> edge.with(VERSION, 1)).toList());
	}

	/**
	 * Changes of records of the graph.
	 * @param count how many
	 * @return the changes
	 */
	List<Touch> some(int count) {
		List<RawNode> records = this.graph.nodes()
			.values()
			.stream()
			.filter((node) -> this.sdl.type(node.type()).interfaces().contains("Record"))
			.toList();
		List<Touch> touches = new ArrayList<>();
		while (touches.size() < count) {
			RawNode.Ref node = this.values.one(records).ref();
			List<Touched> touched = new ArrayList<>(List.of(touched(node)));
			while (this.values.chance(20)) {
				touched.add(touched(node));
			}
			touches.add(new Touch(node, touched));
		}
		return touches;
	}

	private Touched touched(RawNode.Ref node) {
		List<RawEdge> edges = this.graph.edges().stream().filter((edge) -> edge.touches(node)).toList();
		Touched related = edges.isEmpty() ? null : related(node, this.values.one(edges));
		if (related != null && this.values.chance(60)) {
			return related;
		}
		return this.values.one(List.of(new Touched.Made(), new Touched.Fact(), new Touched.Figure()));
	}

	private @Nullable Touched related(RawNode.Ref node, RawEdge edge) {
		RawNode.Ref far = edge.from().equals(node) ? edge.to() : edge.from();
		for (Sdl.Relation relation : this.sdl.relations(node.type()).values()) {
			boolean leads = Element.along(relation, this.graph.get(node), this.graph, this.sdl)
				.anyMatch((element) -> edge.equals(element.edge()));
			if (leads) {
				return (relation.facts() != null)
						? new Touched.Tie(relation.name(), String.valueOf(edge.key()), this.values.chance(50))
						: new Touched.Link(relation.name(), this.sdl.type(far.type()).label(), far.key());
			}
		}
		return null;
	}

	/**
	 * A change.
	 *
	 * @param node which record
	 * @param touched what of it
	 */
	record Touch(RawNode.Ref node, List<Touched> touched) {

		static Touch made(RawNode.Ref node) {
			return new Touch(node, List.of(new Touched.Made()));
		}

		/**
		 * Whether a viewer sees any of what was touched.
		 * @param seen what the viewer sees
		 * @param sdl the schema
		 * @return false where the viewer does not see the record
		 */
		boolean isSeen(RawGraph seen, Sdl sdl) {
			RawNode record = seen.find(this.node);
			return record != null && this.touched.stream().anyMatch((one) -> isSeen(one, record, seen, sdl));
		}

		private static boolean isSeen(Touched touched, RawNode record, RawGraph seen, Sdl sdl) {
			return switch (touched) {
				case Touched.Made _, Touched.Fact _ -> true;
				case Touched.Figure _ -> record.fact(VERSION) != null;
				case Touched.Link link -> seen.nodes()
					.keySet()
					.stream()
					.anyMatch((other) -> other.key().equals(link.key())
							&& sdl.type(other.type()).label().equals(link.label()));
				case Touched.Tie tie -> sdl.relations(record.type())
					.values()
					.stream()
					.filter((relation) -> relation.name().equals(tie.relation()))
					.flatMap((relation) -> Element.along(relation, record, seen, sdl))
					.map(Element::edge)
					.anyMatch((edge) -> edge != null && tie.key().equals(edge.key())
							&& (!tie.figuresOnly() || edge.fact(VERSION) != null));
			};
		}

		/**
		 * Whether the record is a program, or belongs to it, as far as a viewer sees.
		 * @param program which
		 * @param seen what the viewer sees
		 * @param sdl the schema
		 * @return whether a relation leads from the record to the program
		 */
		boolean belongsTo(RawNode.Ref program, RawGraph seen, Sdl sdl) {
			if (this.node.type().equals(program.type())) {
				return this.node.equals(program);
			}
			return sdl.relations(this.node.type())
				.values()
				.stream()
				.filter((relation) -> relation.target().equals(program.type()))
				.flatMap((relation) -> Element.along(relation, seen.get(this.node), seen, sdl))
				.anyMatch((element) -> element.node().ref().equals(program));
		}

	}

}
