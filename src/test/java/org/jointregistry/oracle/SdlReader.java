package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Reads the directives of the schema's files.
 */
final class SdlReader {

	private final TypeDefinitionRegistry schema;

	private SdlReader(TypeDefinitionRegistry schema) {
		this.schema = schema;
	}

	static Sdl read(List<String> files) {
		return new SdlReader(new SchemaParser().parse(String.join("\n", files))).read();
	}

	private Sdl read() {
		Map<String, Sdl.Type> types = new LinkedHashMap<>();
		Map<String, Map<String, Sdl.Field>> facts = new LinkedHashMap<>();
		Map<String, Map<String, Sdl.Field>> interfaces = new LinkedHashMap<>();
		Map<String, List<String>> enums = new LinkedHashMap<>();
		Map<String, String> lists = new LinkedHashMap<>();
		Map<String, List<String>> links = new LinkedHashMap<>();
		for (ObjectTypeDefinition type : this.schema.getTypes(ObjectTypeDefinition.class)) {
			if (type.hasDirective("node")) {
				types.put(type.getName(), type(type));
			}
		}
		for (InterfaceTypeDefinition type : this.schema.getTypes(InterfaceTypeDefinition.class)) {
			(type.hasDirective("edge") ? facts : interfaces).put(type.getName(), fields(type));
			type.getDirectives("list").forEach((list) -> lists.put(type.getName(), required(list, "plural")));
			links.put(type.getName(), links(type));
		}
		for (EnumTypeDefinition type : this.schema.getTypes(EnumTypeDefinition.class)) {
			enums.put(type.getName(),
					type.getEnumValueDefinitions().stream().map(EnumValueDefinition::getName).toList());
		}
		return new Sdl(types, facts, enums, interfaces, lists, links);
	}

	private List<String> links(InterfaceTypeDefinition type) {
		return type.getFieldDefinitions()
			.stream()
			.filter((field) -> !isScalar(field) && !named(field.getType()).equals("ID")
					&& !field.hasDirective("audience"))
			.map(FieldDefinition::getName)
			.toList();
	}

	private Sdl.Type type(ObjectTypeDefinition type) {
		Directive node = type.getDirectives("node").getFirst();
		Map<String, Sdl.Relation> relations = new LinkedHashMap<>();
		for (FieldDefinition field : type.getFieldDefinitions()) {
			if (field.hasDirective("relationship")) {
				relations.put(field.getName(), relation(type.getName(), field));
			}
		}
		return new Sdl.Type(type.getName(), required(node, "label"), required(node, "plural"),
				required(type.getDirectives("access").getFirst(), "rule"),
				type.getImplements().stream().map(SdlReader::named).toList(), fields(type), relations);
	}

	private static Sdl.Relation relation(String owner, FieldDefinition field) {
		Directive relationship = field.getDirectives("relationship").getFirst();
		return new Sdl.Relation(owner, field.getName(), required(relationship, "type"),
				required(relationship, "direction").equals("OUT"), named(field.getType()),
				argument(relationship, "facts"), isList(field.getType()), field.hasDirective("byRelease"),
				field.hasDirective("anchor"), field.hasDirective("names"));
	}

	private Map<String, Sdl.Field> fields(ImplementingTypeDefinition<?> type) {
		Map<String, Sdl.Field> fields = new LinkedHashMap<>();
		for (FieldDefinition field : declared(type)) {
			if (isScalar(field)) {
				fields.putIfAbsent(field.getName(),
						new Sdl.Field(field.getName(), named(field.getType()), isList(field.getType()),
								field.getType() instanceof NonNullType, field.hasDirective("figure"),
								named(field, "reference", "type"), named(field, "money", "currency"),
								field.hasDirective("search"), field.hasDirective("anchor")));
			}
		}
		return fields;
	}

	private static @Nullable String named(FieldDefinition field, String directive, String argument) {
		return field.hasDirective(directive) ? required(field.getDirectives(directive).getFirst(), argument) : null;
	}

	private List<FieldDefinition> declared(ImplementingTypeDefinition<?> type) {
		List<FieldDefinition> fields = new ArrayList<>(type.getFieldDefinitions());
		for (Type<?> implemented : type.getImplements()) {
			Objects.requireNonNull(this.schema.getTypeOrNull(named(implemented), InterfaceTypeDefinition.class))
				.getFieldDefinitions()
				.forEach(fields::add);
		}
		return fields;
	}

	private boolean isScalar(FieldDefinition field) {
		String type = named(field.getType());
		return !type.equals("ID") && !this.schema.hasType(TypeName.newTypeName(type).build())
				|| this.schema.getTypeOrNull(type, EnumTypeDefinition.class) != null
				|| this.schema.scalars().containsKey(type) && !type.equals("ID");
	}

	private static String named(Type<?> type) {
		return switch (type) {
			case NonNullType required -> named(required.getType());
			case ListType list -> named(list.getType());
			default -> ((TypeName) type).getName();
		};
	}

	private static boolean isList(Type<?> type) {
		return (type instanceof NonNullType required) ? isList(required.getType()) : type instanceof ListType;
	}

	private static String required(Directive directive, String name) {
		String value = argument(directive, name);
		if (value == null) {
			throw new IllegalStateException("No " + name + " of @" + directive.getName());
		}
		return value;
	}

	private static @Nullable String argument(Directive directive, String name) {
		if (directive.getArgument(name) == null) {
			return null;
		}
		return (directive.getArgument(name).getValue() instanceof EnumValue value) ? value.getName()
				: ((StringValue) directive.getArgument(name).getValue()).getValue();
	}

}
