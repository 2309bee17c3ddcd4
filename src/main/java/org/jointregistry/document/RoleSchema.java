package org.jointregistry.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import org.jointregistry.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * The part of the schema that viewers with some roles have a use for.
 */
final class RoleSchema {

	private static final String PERMITS = "permits";

	private static final Set<String> STANDARD = Set.of("deprecated", "specifiedBy", "oneOf");

	private static final Set<DirectiveLocation> EXECUTABLE = EnumSet.of(DirectiveLocation.QUERY,
			DirectiveLocation.MUTATION, DirectiveLocation.SUBSCRIPTION, DirectiveLocation.FIELD,
			DirectiveLocation.FRAGMENT_SPREAD, DirectiveLocation.INLINE_FRAGMENT);

	private final GraphQLSchema schema;

	private final Set<Role> roles;

	private final Set<GraphQLNamedType> needed = new HashSet<>();

	RoleSchema(GraphQLSchema schema, Set<Role> roles) {
		this.schema = schema;
		this.roles = roles;
		collect();
	}

	/**
	 * The types that are needed.
	 * @return the types, in the schema's order
	 */
	List<GraphQLNamedType> types() {
		return this.schema.getAllTypesAsList().stream().filter(this.needed::contains).toList();
	}

	/**
	 * The type of that name.
	 * @param name the name
	 * @return the type; null if there is none, or it is not needed
	 */
	@Nullable GraphQLType type(String name) {
		GraphQLType type = this.schema.getType(name);
		return (type instanceof GraphQLNamedType && this.needed.contains(type)) ? type : null;
	}

	/**
	 * The type of the mutations.
	 * @return the type; null where none is permitted
	 */
	@Nullable GraphQLObjectType mutationType() {
		GraphQLObjectType mutations = this.schema.getMutationType();
		return (mutations != null && this.needed.contains(mutations)) ? mutations : null;
	}

	/**
	 * The directives that a document may use, and those that tell clients of the schema.
	 * @return the directives, without those that map the schema to the graph
	 */
	List<GraphQLDirective> directives() {
		return this.schema.getDirectives()
			.stream()
			.filter((directive) -> STANDARD.contains(directive.getName())
					|| directive.validLocations().stream().anyMatch(EXECUTABLE::contains))
			.toList();
	}

	/**
	 * The fields of a type.
	 * @param type any type
	 * @param withDeprecated whether those that are deprecated are asked for
	 * @return the fields; null for a type that has none
	 */
	@Nullable List<GraphQLFieldDefinition> fields(@Nullable Object type, boolean withDeprecated) {
		return (type instanceof GraphQLFieldsContainer container)
				? shown(container).filter((field) -> withDeprecated || !field.isDeprecated()).toList() : null;
	}

	/**
	 * The types that an interface or a union may stand for.
	 * @param type any type
	 * @return the types; null for one that stands for itself
	 */
	@Nullable List<GraphQLObjectType> possibleTypes(@Nullable Object type) {
		return switch (type) {
			case GraphQLInterfaceType one ->
				this.schema.getImplementations(one).stream().filter(this.needed::contains).toList();
			case GraphQLUnionType one ->
				one.getTypes().stream().map(GraphQLObjectType.class::cast).filter(this.needed::contains).toList();
			case null, default -> null;
		};
	}

	private Stream<GraphQLFieldDefinition> shown(GraphQLFieldsContainer type) {
		Stream<GraphQLFieldDefinition> fields = type.getFieldDefinitions().stream();
		return type.equals(this.schema.getMutationType()) ? fields.filter(this::isPermitted) : fields;
	}

	private boolean isPermitted(GraphQLFieldDefinition mutation) {
		return mutation.getAppliedDirectives(PERMITS).stream().map(RoleSchema::roleOf).anyMatch(this.roles::contains);
	}

	private static Role roleOf(GraphQLAppliedDirective permits) {
		return Role.valueOf(permits.getArgument("role").getValue().toString());
	}

	private void collect() {
		Deque<GraphQLType> open = new ArrayDeque<>();
		open.add(this.schema.getQueryType());
		if (this.schema.getMutationType() != null && shown(this.schema.getMutationType()).findAny().isPresent()) {
			open.add(this.schema.getMutationType());
		}
		if (this.schema.getSubscriptionType() != null) {
			open.add(this.schema.getSubscriptionType());
		}
		directives().stream()
			.flatMap((directive) -> directive.getArguments().stream())
			.map(GraphQLArgument::getType)
			.forEach(open::add);
		open.add(this.schema.getIntrospectionSchemaType());
		while (!open.isEmpty()) {
			GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(open.remove());
			if (this.needed.add(type)) {
				parts(type).forEach(open::add);
			}
		}
	}

	private Stream<GraphQLType> parts(GraphQLNamedType type) {
		return switch (type) {
			case GraphQLInputObjectType input -> input.getFields().stream().map((field) -> field.getType());
			case GraphQLUnionType union -> union.getTypes().stream().map(GraphQLType.class::cast);
			case GraphQLFieldsContainer container -> Stream.concat(fieldTypes(container), family(container));
			default -> Stream.of();
		};
	}

	private Stream<GraphQLType> fieldTypes(GraphQLFieldsContainer type) {
		return shown(type).flatMap((field) -> Stream.concat(Stream.of(field.getType()),
				field.getArguments().stream().map(GraphQLArgument::getType)));
	}

	private Stream<GraphQLType> family(GraphQLFieldsContainer type) {
		Stream<GraphQLType> above = (type instanceof GraphQLImplementingType implementing)
				? implementing.getInterfaces().stream().map(GraphQLType.class::cast) : Stream.of();
		return (type instanceof GraphQLInterfaceType one)
				? Stream.concat(above, this.schema.getImplementations(one).stream()) : above;
	}

}
