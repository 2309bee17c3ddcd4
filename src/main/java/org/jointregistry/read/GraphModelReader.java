package org.jointregistry.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.jspecify.annotations.Nullable;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.ReleasePlace;
import org.jointregistry.access.ReleasePlaces;

/**
 * Reads the mapping of the schema to the graph from its directives.
 */
final class GraphModelReader {

	private static final Set<String> KEYS = Set.of("id");

	private static final String ANCHOR = "anchor";

	/** The types whose records may be anchors. */
	private static final Set<String> ANCHORS = Set.of("Program", "Agreement");

	private final TypeDefinitionRegistry schema;

	private GraphModelReader(TypeDefinitionRegistry schema) {
		this.schema = schema;
	}

	/**
	 * The mapping that a schema declares.
	 * @param schema with every type's interfaces' fields in place
	 * @return the model
	 * @throws IllegalStateException if a directive names what is not there, or a type
	 * declares a field otherwise than its interface
	 */
	static GraphModel read(TypeDefinitionRegistry schema) {
		return new GraphModelReader(schema).model();
	}

	private GraphModel model() {
		Map<String, Map<String, Property>> facts = new LinkedHashMap<>();
		for (InterfaceTypeDefinition type : this.schema.getTypes(InterfaceTypeDefinition.class)) {
			if (type.hasDirective("edge")) {
				facts.put(type.getName(), properties(type));
			}
		}
		Map<String, NodeType> nodes = new LinkedHashMap<>();
		for (ObjectTypeDefinition type : this.schema.getTypes(ObjectTypeDefinition.class)) {
			if (type.hasDirective("node")) {
				nodes.put(type.getName(), objectType(type));
			}
		}
		for (InterfaceTypeDefinition type : this.schema.getTypes(InterfaceTypeDefinition.class)) {
			List<NodeType.Concrete> concretes = concretesOf(type);
			if (!concretes.isEmpty()) {
				nodes.put(type.getName(),
						new NodeType(type.getName(), plural(type, concretes), concretes, fields(type)));
			}
		}
		Set<String> enums = this.schema.getTypes(EnumTypeDefinition.class)
			.stream()
			.map(EnumTypeDefinition::getName)
			.collect(Collectors.toUnmodifiableSet());
		Redeclarations.check(nodes);
		nodes.forEach((name, type) -> checkCurrencies(name, type.fields().values()));
		facts.forEach((name, properties) -> checkCurrencies(name, properties.values()));
		return new GraphModel(nodes, facts, enums, sharing());
	}

	private Set<String> sharing() {
		return this.schema.getTypes(InterfaceTypeDefinition.class)
			.stream()
			.filter((type) -> type.hasDirective("sharedKeys"))
			.map(InterfaceTypeDefinition::getName)
			.collect(Collectors.toUnmodifiableSet());
	}

	private NodeType objectType(ObjectTypeDefinition type) {
		String plural = argument(directive(type, "node"), "plural");
		return new NodeType(type.getName(), plural, List.of(concrete(type)), fields(type));
	}

	private static NodeType.Concrete concrete(ObjectTypeDefinition type) {
		AccessRule rule = AccessRule.valueOf(argument(directive(type, "access"), "rule"));
		boolean anchored = ANCHORS.contains(type.getName())
				|| type.getFieldDefinitions().stream().anyMatch((field) -> field.hasDirective(ANCHOR));
		return new NodeType.Concrete(type.getName(), argument(directive(type, "node"), "label"), rule, anchored,
				SearchedFields.of(type, rule));
	}

	private static @Nullable String plural(InterfaceTypeDefinition type, List<NodeType.Concrete> concretes) {
		if (!type.hasDirective("list")) {
			return null;
		}
		if (concretes.stream().anyMatch((concrete) -> concrete.rule() != AccessRule.RECORD)) {
			throw new IllegalStateException(
					"@list on " + type.getName() + ", which has types not under the rule RECORD");
		}
		return argument(directive(type, "list"), "plural");
	}

	private List<NodeType.Concrete> concretesOf(InterfaceTypeDefinition type) {
		List<NodeType.Concrete> concretes = new ArrayList<>();
		for (ObjectTypeDefinition candidate : this.schema.getTypes(ObjectTypeDefinition.class)) {
			if (candidate.hasDirective("node") && SchemaTypes.implementsInterface(candidate, type.getName())) {
				concretes.add(concrete(candidate));
			}
		}
		return concretes;
	}

	private Map<String, MappedField> fields(ImplementingTypeDefinition<?> type) {
		Map<String, MappedField> fields = new LinkedHashMap<>();
		for (FieldDefinition field : type.getFieldDefinitions()) {
			MappedField mapped = field(type, field);
			if (mapped != null) {
				fields.put(field.getName(), mapped);
			}
		}
		return fields;
	}

	private Map<String, Property> properties(InterfaceTypeDefinition type) {
		return type.getFieldDefinitions()
			.stream()
			.map(this::property)
			.collect(Collectors.toMap(Property::name, (property) -> property, (one, other) -> one, LinkedHashMap::new));
	}

	private @Nullable MappedField field(ImplementingTypeDefinition<?> type, FieldDefinition field) {
		ReleasePlace place = ReleasePlaces.find(type, field, this.schema);
		if (field.hasDirective("relationship")) {
			Directive relationship = directive(field, "relationship");
			return new Relation(field.getName(), argument(relationship, "type"),
					argument(relationship, "direction").equals("OUT"), SchemaTypes.named(field.getType()),
					optionalArgument(relationship, "facts"), SchemaTypes.isList(field.getType()), place,
					bond(type, field));
		}
		boolean composite = this.schema
			.getTypeOrNull(SchemaTypes.named(field.getType())) instanceof ImplementingTypeDefinition;
		return (composite || KEYS.contains(field.getName())) ? null : property(field);
	}

	private Property property(FieldDefinition field) {
		return new Property(field.getName(), SchemaTypes.named(field.getType()), SchemaTypes.isList(field.getType()),
				field.getType() instanceof NonNullType, field.hasDirective("figure"),
				field.hasDirective("reference") ? argument(directive(field, "reference"), "type") : null,
				currency(field), field.hasDirective(ANCHOR));
	}

	private @Nullable Bond bond(ImplementingTypeDefinition<?> type, FieldDefinition field) {
		if (field.hasDirective(ANCHOR)) {
			String target = SchemaTypes.named(field.getType());
			if (!ANCHORS.contains(target)) {
				throw new IllegalStateException("@anchor on " + type.getName() + "." + field.getName()
						+ ", which leads to " + target + " and not to one of " + ANCHORS);
			}
			return Bond.ANCHOR;
		}
		return field.hasDirective("names") ? Bond.PARTY : null;
	}

	/**
	 * The currency beside an amount, which everyone sees who sees the record.
	 */
	private static void checkCurrencies(String type, Collection<? extends MappedField> fields) {
		for (MappedField field : fields) {
			String currency = (field instanceof Property property) ? property.currency() : null;
			if (currency != null && fields.stream().noneMatch((other) -> isCurrency(other, currency))) {
				throw new IllegalStateException(
						"No plain CurrencyCode " + type + "." + currency + ", as @money of " + field.name() + " says");
			}
		}
	}

	private static boolean isCurrency(MappedField field, String name) {
		return field instanceof Property property && property.name().equals(name)
				&& property.scalar().equals("CurrencyCode") && !property.figure() && property.reference() == null;
	}

	private static @Nullable String currency(FieldDefinition field) {
		return SchemaTypes.named(field.getType()).equals("MoneyAmount")
				? argument(directive(field, "money"), "currency") : null;
	}

	private static Directive directive(DirectivesContainer<?> container, String name) {
		if (!container.hasDirective(name)) {
			throw new IllegalStateException("No @" + name + " on " + container);
		}
		return container.getDirectives(name).getFirst();
	}

	private static String argument(Directive directive, String name) {
		String value = optionalArgument(directive, name);
		if (value == null) {
			throw new IllegalStateException("No argument " + name + " of @" + directive.getName());
		}
		return value;
	}

	private static @Nullable String optionalArgument(Directive directive, String name) {
		if (directive.getArgument(name) == null) {
			return null;
		}
		return switch (directive.getArgument(name).getValue()) {
			case StringValue text -> text.getValue();
			case EnumValue value -> value.getName();
			default -> throw new IllegalStateException("Argument " + name + " is no name");
		};
	}

}
