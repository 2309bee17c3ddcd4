package org.jointregistry.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
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
 * The mutations as the schema's files declare them, read anew and not by the registry's
 * own reader.
 */
final class Declared {

	/** Read once: it takes longer than most requests. */
	private static final Declared SCHEMA = ofFiles();

	private final TypeDefinitionRegistry schema;

	private Declared(TypeDefinitionRegistry schema) {
		this.schema = schema;
	}

	static Declared read() {
		return SCHEMA;
	}

	private static Declared ofFiles() {
		try (Stream<Path> files = Files.list(Path.of("schema"))) {
			List<String> texts = new ArrayList<>();
			for (Path file : files.sorted().toList()) {
				texts.add(Files.readString(file));
			}
			return new Declared(new SchemaParser().parse(String.join("\n", texts)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Asks a mutation for what is wrong with its input, and for nothing else.
	 */
	String document(String mutation) {
		return "mutation ($input: %s!) { %s(input: $input) { errors { code message field } } }"
			.formatted(input(mutation).getName(), mutation);
	}

	/**
	 * The fields of a mutation's input.
	 * @param attempt an input that is right
	 * @return all fields, those of objects in lists at the first element
	 */
	List<Place> places(Attempt attempt) {
		Directive write = mutation(attempt.mutation()).getDirectives("write").getFirst();
		ImplementingTypeDefinition<?> type = type(text(write, "type"));
		List<Place> places = new ArrayList<>();
		collect(input(attempt.mutation()), List.of(), type, places);
		for (Place place : places) {
			if (isInput(place.field()) && !(place.in(attempt.input()) instanceof List<?> list && !list.isEmpty())) {
				throw new IllegalStateException("No element of " + place + " in the attempt of " + attempt.mutation());
			}
		}
		return places;
	}

	private void collect(InputObjectTypeDefinition input, List<String> above, ImplementingTypeDefinition<?> type,
			List<Place> places) {
		for (InputValueDefinition field : input.getInputValueDefinitions()) {
			List<String> path = new ArrayList<>(above);
			path.add(field.getName());
			Type<?> filled = filled(type, field);
			boolean id = filled != null && named(field.getType()).equals("ID");
			places.add(new Place(List.copyOf(path), field,
					id ? concretes(named(Objects.requireNonNull(filled))) : Map.of()));
			if (isInput(field)) {
				path.add("0");
				ImplementingTypeDefinition<?> other = field.hasDirective("entries") || filled == null ? type
						: type(named(filled));
				collect(input(field), path, other, places);
			}
		}
	}

	/** The type of the field of the record that an input field fills. */
	private @Nullable Type<?> filled(ImplementingTypeDefinition<?> type, InputValueDefinition field) {
		String name = field.hasDirective("sets") ? text(field.getDirectives("sets").getFirst(), "field")
				: field.getName();
		return name.equals("id") ? TypeName.newTypeName(type.getName()).build()
				: type.getFieldDefinitions()
					.stream()
					.filter((each) -> each.getName().equals(name))
					.findFirst()
					.<Type<?>>map(FieldDefinition::getType)
					.orElseGet(() -> referred(type, name));
	}

	/** The type of the records that relationships of a type refer to in a fact. */
	private @Nullable Type<?> referred(ImplementingTypeDefinition<?> type, String fact) {
		return type.getFieldDefinitions()
			.stream()
			.flatMap((field) -> field.getDirectives("relationship").stream())
			.filter((relationship) -> relationship.getArgument("facts") != null)
			.flatMap((relationship) -> type(text(relationship, "facts")).getFieldDefinitions().stream())
			.filter((field) -> field.getName().equals(fact))
			.flatMap((field) -> field.getDirectives("reference").stream())
			.map((reference) -> TypeName.newTypeName(text(reference, "type")).build())
			.findFirst()
			.orElse(null);
	}

	private Map<String, String> concretes(String type) {
		return this.schema.getTypes(ObjectTypeDefinition.class)
			.stream()
			.filter((each) -> each.hasDirective("node"))
			.filter((each) -> each.getName().equals(type)
					|| each.getImplements().stream().anyMatch((one) -> named(one).equals(type)))
			.collect(Collectors.toMap(ObjectTypeDefinition::getName,
					(each) -> text(each.getDirectives("node").getFirst(), "label"), (one, other) -> one,
					LinkedHashMap::new));
	}

	private ImplementingTypeDefinition<?> type(String name) {
		return (ImplementingTypeDefinition<?>) Objects.requireNonNull(this.schema.getTypeOrNull(name), name);
	}

	private FieldDefinition mutation(String name) {
		List<FieldDefinition> fields = new ArrayList<>(type("Mutation").getFieldDefinitions());
		this.schema.objectTypeExtensions()
			.getOrDefault("Mutation", List.of())
			.forEach((more) -> fields.addAll(more.getFieldDefinitions()));
		return fields.stream().filter((field) -> field.getName().equals(name)).findFirst().orElseThrow();
	}

	private InputObjectTypeDefinition input(String mutation) {
		return input(mutation(mutation).getInputValueDefinitions().getFirst());
	}

	private InputObjectTypeDefinition input(InputValueDefinition of) {
		String name = named(of.getType());
		return Objects.requireNonNull(this.schema.getTypeOrNull(name, InputObjectTypeDefinition.class), name);
	}

	boolean isInput(InputValueDefinition field) {
		return this.schema.getTypeOrNull(named(field.getType())) instanceof InputObjectTypeDefinition;
	}

	boolean isEnum(InputValueDefinition field) {
		return this.schema.getTypeOrNull(named(field.getType())) instanceof EnumTypeDefinition;
	}

	static String named(Type<?> type) {
		return switch (type) {
			case NonNullType required -> named(required.getType());
			case ListType list -> named(list.getType());
			default -> ((TypeName) type).getName();
		};
	}

	static boolean isList(Type<?> type) {
		return type instanceof ListType
				|| type instanceof NonNullType required && required.getType() instanceof ListType;
	}

	private static String text(Directive directive, String name) {
		return Objects.requireNonNull(((StringValue) directive.getArgument(name).getValue()).getValue());
	}

}
