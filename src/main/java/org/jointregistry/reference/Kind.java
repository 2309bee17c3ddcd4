package org.jointregistry.reference;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLUnionType;

/**
 * The kinds of types, in the order in which the reference lists them.
 */
enum Kind {

	OBJECT("Object", "Objects"),

	INTERFACE("Interface", "Interfaces"),

	UNION("Union", "Unions"),

	ENUM("Enum", "Enums"),

	SCALAR("Scalar", "Scalars"),

	INPUT("Input", "Inputs");

	private final String word;

	private final String heading;

	Kind(String word, String heading) {
		this.word = word;
		this.heading = heading;
	}

	static Kind of(GraphQLNamedType type) {
		return switch (type) {
			case GraphQLObjectType _ -> OBJECT;
			case GraphQLInterfaceType _ -> INTERFACE;
			case GraphQLUnionType _ -> UNION;
			case GraphQLEnumType _ -> ENUM;
			case GraphQLInputObjectType _ -> INPUT;
			default -> SCALAR;
		};
	}

	String word() {
		return this.word;
	}

	String heading() {
		return this.heading;
	}

}
