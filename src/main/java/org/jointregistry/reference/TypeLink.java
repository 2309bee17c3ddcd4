package org.jointregistry.reference;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/**
 * A type as the schema writes it, such as {@code [Program!]!}, with the name that leads
 * to its page.
 *
 * @param before what stands before the name
 * @param name of the type
 * @param after what stands after the name
 */
record TypeLink(String before, String name, String after) {

	static TypeLink of(GraphQLType type) {
		String written = GraphQLTypeUtil.simplePrint(type);
		GraphQLNamedType named = GraphQLTypeUtil.unwrapAll(type);
		int start = written.indexOf(named.getName());
		return new TypeLink(written.substring(0, start), named.getName(),
				written.substring(start + named.getName().length()));
	}

}
