package org.jointregistry.read;

import graphql.language.ImplementingTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.GraphQLFieldDefinition;

/**
 * Questions about the types of a parsed schema.
 */
public final class SchemaTypes {

	private SchemaTypes() {
	}

	/**
	 * Whether a field tells who may see the record that it is of.
	 * @param field the field as clients see it
	 * @return true where the schema says so
	 */
	static boolean tellsAudience(GraphQLFieldDefinition field) {
		return field.hasAppliedDirective("audience");
	}

	/**
	 * The name of a type, without its lists and exclamation marks.
	 * @param type as the schema writes it
	 * @return the name
	 */
	public static String named(Type<?> type) {
		return switch (type) {
			case NonNullType required -> named(required.getType());
			case ListType list -> named(list.getType());
			case TypeName name -> name.getName();
			default -> throw new IllegalStateException("Unknown kind of type " + type);
		};
	}

	/**
	 * Whether a type is a list.
	 * @param type as the schema writes it
	 * @return true also for a list that is never null
	 */
	public static boolean isList(Type<?> type) {
		return switch (type) {
			case NonNullType required -> isList(required.getType());
			case ListType list -> true;
			default -> false;
		};
	}

	static boolean implementsInterface(ImplementingTypeDefinition<?> type, String name) {
		return type.getImplements()
			.stream()
			.anyMatch((implemented) -> implemented instanceof TypeName named && named.getName().equals(name));
	}

}
