package org.jointregistry.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The places that the schema marks with {@code @byRelease}. What reads by releases and
 * what stores them know them from here alone, so that they agree.
 */
public final class ReleasePlaces {

	private static final String MARK = "byRelease";

	private static final List<ReleasePlace> ALL = read();

	private ReleasePlaces() {
	}

	/**
	 * The places of the registry's schema.
	 * @return all, in the schema's order
	 */
	public static List<ReleasePlace> all() {
		return ALL;
	}

	/**
	 * The places where records of a label are found.
	 * @param label the label
	 * @return none for a label whose records are found in the list of all alone
	 */
	public static List<ReleasePlace> of(String label) {
		return ALL.stream().filter((place) -> place.label().equals(label)).toList();
	}

	/**
	 * The place that a field marks.
	 * @param type the type that declares or inherits the field
	 * @param field the field
	 * @param schema the schema of both
	 * @return null for a field without the mark
	 * @throws IllegalStateException if the mark is on anything but a list, from an object
	 * type with nodes, of one object type under the rule RECORD, over a relationship that
	 * carries no facts
	 */
	public static @Nullable ReleasePlace find(ImplementingTypeDefinition<?> type, FieldDefinition field,
			TypeDefinitionRegistry schema) {
		if (!field.hasDirective(MARK)) {
			return null;
		}
		ObjectTypeDefinition target = schema.getTypeOrNull(TypeInfo.getTypeName(field.getType()).getName(),
				ObjectTypeDefinition.class);
		if (!isList(field.getType()) || !isNode(type) || target == null || !isRecord(target) || !isPlain(field)) {
			throw new IllegalStateException("@" + MARK + " on " + type.getName() + "." + field.getName()
					+ ": it is for lists from an object type with @node, of one object type under the rule RECORD,"
					+ " and for relationships without facts");
		}
		Directive relationship = field.getDirectives("relationship").getFirst();
		return new ReleasePlace(label(type), argument(relationship, "type"),
				argument(relationship, "direction").equals("OUT"), label(target),
				isTrue(field.getDirectives(MARK).getFirst(), "everywhere"));
	}

	private static boolean isList(Type<?> type) {
		TypeInfo info = TypeInfo.typeInfo(type);
		return info.isList() || (info.isNonNull() && info.unwrapOne().isList());
	}

	private static boolean isNode(ImplementingTypeDefinition<?> type) {
		return type instanceof ObjectTypeDefinition && type.hasDirective("node");
	}

	private static boolean isRecord(ObjectTypeDefinition type) {
		return isNode(type) && type.hasDirective("access")
				&& argument(type.getDirectives("access").getFirst(), "rule").equals(AccessRule.RECORD.name());
	}

	private static boolean isPlain(FieldDefinition field) {
		return field.hasDirective("relationship")
				&& field.getDirectives("relationship").getFirst().getArgument("facts") == null;
	}

	private static String label(ImplementingTypeDefinition<?> type) {
		return argument(type.getDirectives("node").getFirst(), "label");
	}

	private static String argument(Directive directive, String name) {
		return switch (directive.getArgument(name).getValue()) {
			case StringValue text -> Objects.requireNonNull(text.getValue());
			case EnumValue value -> value.getName();
			default -> throw new IllegalStateException("Argument " + name + " is no name");
		};
	}

	private static boolean isTrue(Directive directive, String name) {
		Argument argument = directive.getArgument(name);
		return argument != null && argument.getValue() instanceof BooleanValue value && value.isValue();
	}

	private static List<ReleasePlace> read() {
		TypeDefinitionRegistry schema = schema();
		List<ReleasePlace> places = new ArrayList<>();
		for (ObjectTypeDefinition type : schema.getTypes(ObjectTypeDefinition.class)) {
			for (FieldDefinition field : type.getFieldDefinitions()) {
				ReleasePlace place = find(type, field, schema);
				if (place != null) {
					places.add(place);
				}
			}
		}
		return List.copyOf(places);
	}

	private static TypeDefinitionRegistry schema() {
		TypeDefinitionRegistry schema = new TypeDefinitionRegistry();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:graphql/*.graphqls")) {
				try (InputStream content = file.getInputStream()) {
					schema.merge(new SchemaParser().parse(content));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return schema;
	}

}
