package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.Role;
import org.jointregistry.access.Sight;
import org.jointregistry.access.Viewer;
import org.jointregistry.read.GlobalId;
import org.jointregistry.read.GraphModel;
import org.jointregistry.read.NodeType;
import org.jointregistry.read.Property;
import org.jointregistry.read.Relation;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Whether a viewer may write what a mutation's input says: sees all that it names
 * (sentence 13), and holds a role that is permitted to (sentences 15 to 19).
 */
final class Permissions {

	private static final String NATION = "Nation";

	private static final Set<String> ORGANIZATIONS = Set.of("Contractor", "Institution", "InnovationHub");

	private final GraphModel model;

	private final Writing writing;

	private final Viewer viewer;

	Permissions(GraphModel model, Writing writing) {
		this.model = model;
		this.writing = writing;
		this.viewer = writing.viewer();
	}

	/**
	 * Finds the records that the entries name, and asks for permission to write.
	 * @throws RegistryException with {@code NOT_FOUND} if the viewer does not see one of
	 * them, with {@code FORBIDDEN} if the viewer sees them and may not write
	 */
	void require() {
		Map<NodeRef, AccessRule> wanted = new HashMap<>();
		this.writing.entries()
			.stream()
			.flatMap((entry) -> entry.withTies().stream())
			.forEach((entry) -> name(entry, wanted));
		requireSight(wanted);
		if (!isPermitted()) {
			throw forbidden();
		}
	}

	private void name(Entry entry, Map<NodeRef, AccessRule> wanted) {
		for (InputField field : entry.fields()) {
			NodeType type = target(field);
			if (type != null && entry.value(field.name()) instanceof List<?> ids) {
				entry.nameAll(field.name(),
						ids.stream().map((id) -> record(type, String.valueOf(id), wanted)).toList());
			}
			else if (type != null && entry.value(field.name()) != null) {
				entry.name(field.name(), record(type, entry.id(field.name()), wanted));
			}
		}
	}

	private static NodeRef record(NodeType type, String id, Map<NodeRef, AccessRule> wanted) {
		NodeType.Concrete found = GlobalId.decode(id)
			.flatMap((decoded) -> find(type, decoded))
			.orElseThrow(RegistryException::notFound);
		NodeRef record = new NodeRef(found.label(), GlobalId.keyOf(found.type(), id));
		wanted.put(record, found.rule());
		return record;
	}

	private @Nullable NodeType target(InputField field) {
		return switch (field.target()) {
			case InputField.Link link -> this.model.node(link.relation().target());
			case InputField.Links links -> this.model.node(links.relation().target());
			case InputField.Reference reference ->
				this.model.node(Objects.requireNonNull(reference.property().reference()));
			case InputField.Subject _ -> this.writing.mutation().type();
			case InputField.Fact _, InputField.Ties _, InputField.Own _ -> null;
		};
	}

	private static Optional<NodeType.Concrete> find(NodeType type, GlobalId id) {
		return type.concretes().stream().filter((concrete) -> concrete.type().equals(id.type())).findFirst();
	}

	private void requireSight(Map<NodeRef, AccessRule> wanted) {
		Sight sight = new Sight(this.writing.transaction(), this.viewer);
		Map<String, Set<String>> keys = new HashMap<>();
		Map<String, AccessRule> rules = new HashMap<>();
		wanted.forEach((record, rule) -> {
			keys.computeIfAbsent(record.label(), (label) -> new HashSet<>()).add(record.key());
			rules.put(record.label(), rule);
		});
		keys.forEach((label, all) -> {
			if (!sight.seen(Objects.requireNonNull(rules.get(label)), label, all).containsAll(all)) {
				throw RegistryException.notFound();
			}
		});
	}

	private boolean isPermitted() {
		return this.writing.mutation()
			.permits()
			.stream()
			.filter((permit) -> this.viewer.is(permit.role()))
			.anyMatch(this::covers);
	}

	private boolean covers(Permit permit) {
		if (permit.over().isEmpty()) {
			return true;
		}
		Map<NodeRef, List<NodeRef>> reached = reached(permit.over());
		return this.writing.entries()
			.stream()
			.map((entry) -> entry.findNamed(permit.over().getFirst()))
			.allMatch((named) -> named.isPresent() && reached.getOrDefault(named.get(), List.of())
				.stream()
				.anyMatch((one) -> isOver(permit.role(), one)));
	}

	private boolean isOver(Role role, NodeRef record) {
		return switch (role) {
			case PROGRAM_MANAGER -> record.label().equals("Program") && this.viewer.manages(record.key());
			case NATIONAL_DELEGATE -> record.label().equals(NATION) && record.key().equals(this.viewer.nation());
			case INDUSTRY -> ORGANIZATIONS.contains(record.label()) && record.key().equals(this.viewer.organization());
			case NATIONAL_VIEWER, REGISTRAR, AUDITOR -> false;
		};
	}

	/**
	 * What a path leads to from each record that it starts from.
	 */
	private Map<NodeRef, List<NodeRef>> reached(List<String> path) {
		Set<NodeRef> starts = new HashSet<>();
		this.writing.entries().forEach((entry) -> entry.findNamed(path.getFirst()).ifPresent(starts::add));
		Map<NodeRef, List<NodeRef>> reached = new HashMap<>();
		if (path.size() == 1) {
			starts.forEach((start) -> reached.put(start, List.of(start)));
			return reached;
		}
		NodeType type = target(this.writing.mutation().field(path.getFirst()));
		String other = switch (Objects.requireNonNull(type).field(path.get(1))) {
			case Relation relation ->
				(relation.outgoing() ? "(n)-[:%s]->(other)" : "(n)<-[:%s]-(other)").formatted(relation.relationship());
			case Property property -> "(other:%s {key: n.%s})".formatted(NATION, property.name());
		};
		starts.stream()
			.collect(Collectors.groupingBy(NodeRef::label, Collectors.mapping(NodeRef::key, Collectors.toList())))
			.forEach((label, keys) -> follow(label, keys, other, reached));
		return reached;
	}

	private void follow(String label, List<String> keys, String other, Map<NodeRef, List<NodeRef>> reached) {
		this.writing.transaction()
			.run("""
					UNWIND $keys AS key
					MATCH (n:%s {key: key})
					MATCH %s
					RETURN key, labels(other)[0] AS label, other.key AS other""".formatted(label, other),
					Map.of("keys", keys))
			.forEachRemaining((row) -> reached
				.computeIfAbsent(new NodeRef(label, row.get("key").asString()), (start) -> new ArrayList<>())
				.add(new NodeRef(row.get("label").asString(), row.get("other").asString())));
	}

	private RegistryException forbidden() {
		int sentence = this.viewer.roles().stream().mapToInt(Permissions::ground).min().orElseThrow();
		return new RegistryException(ErrorCode.FORBIDDEN,
				"You see what is named here, and no role of yours permits you to do this with it", sentence, List.of());
	}

	private static int ground(Role role) {
		return switch (role) {
			case REGISTRAR -> 15;
			case PROGRAM_MANAGER -> 16;
			case NATIONAL_DELEGATE -> 17;
			case INDUSTRY -> 18;
			case NATIONAL_VIEWER, AUDITOR -> 19;
		};
	}

}
