package org.jointregistry.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What the schema says of types, fields and relationships: the one map of the graph.
 */
@Component
final class SchemaMap {

	private final TypeDefinitionRegistry types;

	/**
	 * By type and name: those of the type, then those of its interfaces in the order of
	 * their names.
	 */
	private final Map<String, Map<String, FieldDefinition>> fields;

	SchemaMap(ResourcePatternResolver resources) throws IOException {
		this.types = new SchemaParser().parse(Stream.of(resources.getResources("classpath*:graphql/*.graphqls"))
			.map(SchemaMap::text)
			.collect(Collectors.joining("\n")));
		this.fields = Stream
			.concat(this.types.getTypes(ObjectTypeDefinition.class).stream(),
					this.types.getTypes(InterfaceTypeDefinition.class).stream())
			.map(TypeDefinition::getName)
			.collect(Collectors.toMap(Function.identity(), this::fieldsOf));
	}

	private Map<String, FieldDefinition> fieldsOf(String type) {
		Map<String, FieldDefinition> fields = new LinkedHashMap<>();
		Stream.concat(Stream.of(type), interfaces(type).stream().sorted())
			.flatMap((owner) -> definition(owner).getFieldDefinitions().stream())
			.forEach((field) -> fields.putIfAbsent(field.getName(), field));
		return fields;
	}

	private static String text(Resource resource) {
		try {
			return resource.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A field's type.
	 * @param type name of an object type or an interface
	 * @param field name of one of its fields or of its interfaces' fields
	 * @return the type; empty where there is no such field
	 */
	Optional<Type<?>> findFieldType(String type, String field) {
		return findField(type, field).map(FieldDefinition::getType);
	}

	/**
	 * A field's relationship.
	 * @param type name of an object type
	 * @param field name of one of its fields
	 * @return the relationship; empty where the field is a fact or there is no such field
	 */
	Optional<Relation> findRelation(String type, String field) {
		return findField(type, field).filter((definition) -> definition.hasDirective("relationship"))
			.map((definition) -> relation(definition, definition.getDirectives("relationship").getFirst()));
	}

	/**
	 * The type of the records whose keys a field holds.
	 * @param type name of an object type or an interface
	 * @param field name of one of its fields
	 * @return the type's name; empty where the field holds no keys
	 */
	Optional<String> findReference(String type, String field) {
		return findField(type, field).filter((definition) -> definition.hasDirective("reference"))
			.map((definition) -> argument(definition.getDirectives("reference").getFirst(), "type"));
	}

	/**
	 * The field beside an amount of money that has its currency.
	 * @param type name of an object type
	 * @param field name of one of its fields
	 * @return the field's name; empty where the field is no amount of money
	 */
	Optional<String> findCurrency(String type, String field) {
		return findField(type, field).filter((definition) -> definition.hasDirective("money"))
			.map((definition) -> argument(definition.getDirectives("money").getFirst(), "currency"));
	}

	/**
	 * The types of records.
	 * @return names of the object types under the rule RECORD, in the schema's order
	 */
	List<String> recordTypes() {
		return this.types.getTypes(ObjectTypeDefinition.class)
			.stream()
			.filter((type) -> type.hasDirective("access")
					&& argument(type.getDirectives("access").getFirst(), "rule").equals("RECORD"))
			.map(ObjectTypeDefinition::getName)
			.toList();
	}

	/**
	 * The fields of a type, those of its interfaces included.
	 * @param type name of an object type or an interface
	 * @return their names, the type's own first, none twice
	 */
	List<String> fieldNames(String type) {
		return List.copyOf(fields(type).keySet());
	}

	/**
	 * A type's label.
	 * @param type name of an object type with nodes
	 * @return the label of its nodes
	 */
	String label(String type) {
		return argument(definition(type, ObjectTypeDefinition.class).getDirectives("node").getFirst(), "label");
	}

	/**
	 * The labels that share their keys with one.
	 * @param label the label of an object type
	 * @return the labels of the other types of an interface with {@code @sharedKeys};
	 * none where its type has no such interface
	 */
	Set<String> sharingKeysWith(String label) {
		Set<String> sharing = new TreeSet<>();
		this.types.getTypes(InterfaceTypeDefinition.class)
			.stream()
			.filter((type) -> type.hasDirective("sharedKeys"))
			.map((type) -> labelsOf(type.getName()))
			.filter((labels) -> labels.contains(label))
			.forEach(sharing::addAll);
		sharing.remove(label);
		return sharing;
	}

	private Set<String> labelsOf(String asked) {
		return this.types.getTypes(ObjectTypeDefinition.class)
			.stream()
			.filter((type) -> type.hasDirective("node") && isA(type.getName(), asked))
			.map((type) -> label(type.getName()))
			.collect(Collectors.toSet());
	}

	/**
	 * The fields that nodes of a label are found by.
	 * @param label the label of an object type
	 * @return names of the type's fields with {@code @search}; none for another label
	 */
	List<String> searched(String label) {
		return this.types.getTypes(ObjectTypeDefinition.class)
			.stream()
			.filter((type) -> type.hasDirective("node") && label(type.getName()).equals(label))
			.flatMap((type) -> searchedFields(type.getName()))
			.toList();
	}

	/**
	 * The labels of nodes that are found by fields.
	 * @return those with at least one field of {@link #searched}
	 */
	List<String> searchedLabels() {
		return this.types.getTypes(ObjectTypeDefinition.class)
			.stream()
			.filter((type) -> type.hasDirective("node") && searchedFields(type.getName()).findAny().isPresent())
			.map((type) -> label(type.getName()))
			.toList();
	}

	private Stream<String> searchedFields(String type) {
		return fields(type).values()
			.stream()
			.filter((field) -> field.hasDirective("search"))
			.map(FieldDefinition::getName);
	}

	boolean isInterface(String type) {
		return this.types.getTypeOrNull(type) instanceof InterfaceTypeDefinition;
	}

	/**
	 * Whether one type may stand where another is asked for.
	 * @param type name of an object type
	 * @param asked name of an object type or an interface
	 * @return true where they are the same, or the first implements the second
	 */
	boolean isA(String type, String asked) {
		return type.equals(asked) || interfaces(type).contains(asked);
	}

	/**
	 * The values of an enum.
	 * @param type name of the enum
	 * @return the names of its values
	 */
	Collection<String> enumValues(String type) {
		return definition(type, EnumTypeDefinition.class).getEnumValueDefinitions()
			.stream()
			.map(EnumValueDefinition::getName)
			.toList();
	}

	private Optional<FieldDefinition> findField(String type, String field) {
		return Optional.ofNullable(fields(type).get(field));
	}

	private Map<String, FieldDefinition> fields(String type) {
		return Objects.requireNonNull(this.fields.get(type), type);
	}

	private Set<String> interfaces(String type) {
		return definition(type).getImplements().stream().map(TypeInfo::typeName).collect(Collectors.toSet());
	}

	private ImplementingTypeDefinition<?> definition(String type) {
		return definition(type, ImplementingTypeDefinition.class);
	}

	private <T extends TypeDefinition<?>> T definition(String type, Class<T> kind) {
		return kind.cast(Objects.requireNonNull(this.types.getTypeOrNull(type), type));
	}

	private static Relation relation(FieldDefinition field, Directive directive) {
		TypeInfo type = TypeInfo.typeInfo(field.getType());
		boolean list = type.isList() || type.isNonNull() && type.unwrapOne().isList();
		return new Relation(argument(directive, "type"), argument(directive, "direction").equals("OUT"), type.getName(),
				list, Optional.ofNullable(directive.getArgument("facts")).map(SchemaMap::value),
				field.hasDirective("byRelease"));
	}

	private static String argument(Directive directive, String name) {
		return value(Objects.requireNonNull(directive.getArgument(name)));
	}

	private static String value(Argument argument) {
		return (argument.getValue() instanceof EnumValue choice) ? choice.getName()
				: Objects.requireNonNull(((StringValue) argument.getValue()).getValue());
	}

	/**
	 * A field that is a relationship.
	 *
	 * @param type the relationship's type
	 * @param outgoing whether it starts at the type that declares the field
	 * @param target name of the type at the other end: an object type or an interface
	 * @param list whether there may be several
	 * @param facts name of the interface of the facts that it carries, where it does
	 * @param released whether it leads to what is found by releases, of which there may
	 * be many
	 */
	record Relation(String type, boolean outgoing, String target, boolean list, Optional<String> facts,
			boolean released) {

	}

}
