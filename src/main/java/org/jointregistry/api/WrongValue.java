package org.jointregistry.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import graphql.GraphQLContext;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first value in a variable that its type does not take.
 *
 * @param schema has the types
 */
record WrongValue(GraphQLSchema schema) {

	/**
	 * The place of the first wrong value.
	 * @param type of the variable, as the document writes it
	 * @param value of the variable, as it came
	 * @param path leads to it
	 * @return the path with names of fields and places in lists, from 0; null where the
	 * value is right
	 */
	@Nullable List<String> find(Type<?> type, @Nullable Object value, List<String> path) {
		return find(typeOf(type), value, path);
	}

	private @Nullable GraphQLType typeOf(Type<?> written) {
		return switch (written) {
			case NonNullType required -> wrapped(typeOf(required.getType()), true);
			case ListType list -> wrapped(typeOf(list.getType()), false);
			case TypeName name -> this.schema.getType(name.getName());
			default -> null;
		};
	}

	private static @Nullable GraphQLType wrapped(@Nullable GraphQLType type, boolean required) {
		if (type == null) {
			return null;
		}
		return required ? GraphQLNonNull.nonNull(type) : GraphQLList.list(type);
	}

	private @Nullable List<String> find(@Nullable GraphQLType type, @Nullable Object value, List<String> path) {
		if (value == null) {
			return (type instanceof GraphQLNonNull) ? path : null;
		}
		return switch (type) {
			case GraphQLNonNull required -> find(required.getWrappedType(), value, path);
			case GraphQLList list when value instanceof Collection<?> elements ->
				inElements(list.getWrappedType(), elements, path);
			case GraphQLList list -> find(list.getWrappedType(), value, path);
			case GraphQLInputObjectType object when value instanceof Map<?, ?> fields -> inFields(object, fields, path);
			case GraphQLInputObjectType _ -> path;
			case GraphQLEnumType choice ->
				(value instanceof String name && choice.getValue(name) != null) ? null : path;
			case GraphQLScalarType scalar -> isRead(scalar, value) ? null : path;
			case null, default -> null;
		};
	}

	private @Nullable List<String> inElements(GraphQLType type, Collection<?> elements, List<String> path) {
		int place = 0;
		for (Object element : elements) {
			List<String> found = find(type, element, with(path, String.valueOf(place++)));
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private @Nullable List<String> inFields(GraphQLInputObjectType object, Map<?, ?> fields, List<String> path) {
		for (Object name : fields.keySet()) {
			if (object.getFieldDefinition(String.valueOf(name)) == null) {
				return with(path, String.valueOf(name));
			}
		}
		for (GraphQLInputObjectField field : object.getFieldDefinitions()) {
			boolean asked = fields.containsKey(field.getName()) || !field.hasSetDefaultValue();
			List<String> found = asked ? find(field.getType(), fields.get(field.getName()), with(path, field.getName()))
					: null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private static boolean isRead(GraphQLScalarType scalar, Object value) {
		try {
			scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
			return true;
		}
		catch (CoercingParseValueException ex) {
			return false;
		}
	}

	private static List<String> with(List<String> path, String step) {
		List<String> longer = new ArrayList<>(path);
		longer.add(step);
		return longer;
	}

}
