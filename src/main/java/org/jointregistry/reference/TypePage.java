package org.jointregistry.reference;

import java.util.List;
import java.util.stream.Stream;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;

/**
 * What the page of a type tells.
 *
 * @param name of the type
 * @param kind what kind of type it is, in words
 * @param prose what it is
 * @param interfaces that it implements
 * @param possibleTypes that it may stand for
 * @param members its fields or values, in the schema's order
 */
record TypePage(String name, String kind, Prose prose, List<String> interfaces, List<String> possibleTypes,
		List<Member> members) {

	static TypePage of(GraphQLNamedType type, GraphQLSchema schema) {
		return new TypePage(type.getName(), Kind.of(type).word(), Prose.of(type.getDescription()), interfaces(type),
				possibleTypes(type, schema), members(type));
	}

	private static List<String> interfaces(GraphQLNamedType type) {
		return (type instanceof GraphQLImplementingType one) ? names(one.getInterfaces().stream()) : List.of();
	}

	private static List<String> possibleTypes(GraphQLNamedType type, GraphQLSchema schema) {
		return switch (type) {
			case GraphQLInterfaceType one -> names(schema.getImplementations(one).stream());
			case GraphQLUnionType one -> names(one.getTypes().stream());
			default -> List.of();
		};
	}

	private static List<String> names(Stream<? extends GraphQLNamedType> types) {
		return types.map(GraphQLNamedType::getName).sorted().toList();
	}

	private static List<Member> members(GraphQLNamedType type) {
		return switch (type) {
			case GraphQLFieldsContainer one -> one.getFieldDefinitions().stream().map(Member::of).toList();
			case GraphQLInputObjectType one -> one.getFieldDefinitions().stream().map(Member::of).toList();
			case GraphQLEnumType one -> one.getValues().stream().map(Member::of).toList();
			default -> List.of();
		};
	}

}
