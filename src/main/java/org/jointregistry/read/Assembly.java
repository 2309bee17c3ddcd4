package org.jointregistry.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.jointregistry.shared.LoggedFailure;

/**
 * Puts together what an operation selects of answers that are there already. What a
 * selection comes to is collected once for each object type, and not for each object.
 */
final class Assembly {

	private static final Logger logger = LoggerFactory.getLogger(Assembly.class);

	private final ExecutionContext operation;

	private final FieldCollector collector;

	private final Map<MergedField, Map<GraphQLObjectType, List<Selected>>> selections = new IdentityHashMap<>();

	/**
	 * Puts together a part of an operation's answer.
	 * @param operation the operation
	 * @param collector finds what is selected
	 */
	Assembly(ExecutionContext operation, FieldCollector collector) {
		this.operation = operation;
		this.collector = collector;
	}

	/**
	 * What is selected of an answer.
	 * @param type the answer's object type
	 * @param field the field that holds it
	 * @param answer the answer
	 * @return values by result key, serialized; null for what has to be completed field
	 * by field, so that an error is told where it is
	 */
	@Nullable Map<String, @Nullable Object> whole(GraphQLObjectType type, MergedField field, Answer answer) {
		try {
			return object(type, field, answer);
		}
		catch (RuntimeException ex) {
			logger.debug("To be completed field by field: {}", type.getName(), new LoggedFailure(ex));
			return null;
		}
	}

	private Map<String, @Nullable Object> object(GraphQLObjectType type, MergedField field, Object source) {
		List<Selected> selection = selection(type, field);
		Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(selection.size());
		for (Selected selected : selection) {
			values.put(selected.key(), (selected.type() == null) ? type.getName()
					: value(selected, selected.type(), read(selected, source)));
		}
		return values;
	}

	private static @Nullable Object read(Selected selected, Object source) {
		return switch (source) {
			case Answer answer -> answer.get(selected.key());
			case Page.PageInfo info -> info.get(selected.name());
			default -> throw new IllegalStateException("Is not there as a whole: " + selected.name());
		};
	}

	private @Nullable Object value(Selected selected, GraphQLType type, @Nullable Object value) {
		if (type instanceof GraphQLNonNull required) {
			if (value == null) {
				throw new IllegalStateException("Null where there must be a value: " + selected.name());
			}
			return value(selected, required.getWrappedType(), value);
		}
		if (value == null) {
			return null;
		}
		return switch (type) {
			case GraphQLList list -> list(selected, list.getWrappedType(), (List<?>) value);
			case GraphQLScalarType scalar ->
				scalar.getCoercing().serialize(value, this.operation.getGraphQLContext(), this.operation.getLocale());
			case GraphQLEnumType choice ->
				choice.serialize(value, this.operation.getGraphQLContext(), this.operation.getLocale());
			case GraphQLObjectType object -> object(object, selected.field(), value);
			default ->
				object(this.operation.getGraphQLSchema().getObjectType(((Row) value).type()), selected.field(), value);
		};
	}

	private List<@Nullable Object> list(Selected selected, GraphQLType type, List<?> values) {
		List<@Nullable Object> list = new ArrayList<>(values.size());
		for (Object value : values) {
			list.add(value(selected, type, value));
		}
		return list;
	}

	private List<Selected> selection(GraphQLObjectType type, MergedField field) {
		return this.selections.computeIfAbsent(field, (key) -> new HashMap<>())
			.computeIfAbsent(type, (key) -> collected(type, field));
	}

	private List<Selected> collected(GraphQLObjectType type, MergedField field) {
		FieldCollectorParameters parameters = FieldCollectorParameters.newParameters()
			.schema(this.operation.getGraphQLSchema())
			.objectType(type)
			.fragments(this.operation.getFragmentsByName())
			.variables(this.operation.getCoercedVariables().toMap())
			.graphQLContext(this.operation.getGraphQLContext())
			.build();
		List<Selected> selection = new ArrayList<>();
		this.collector.collectFields(parameters, field)
			.getSubFields()
			.forEach((key, selected) -> selection.add(selected(type, key, selected)));
		return selection;
	}

	private static Selected selected(GraphQLObjectType type, String key, MergedField field) {
		boolean named = field.getName().equals(Introspection.TypeNameMetaFieldDef.getName());
		return new Selected(key, field.getName(), field,
				named ? null : type.getFieldDefinition(field.getName()).getType());
	}

	/**
	 * A selected field.
	 *
	 * @param key under which the client wants it
	 * @param name of the field
	 * @param field with its selections
	 * @param type of its values; null for the name of the type itself
	 */
	private record Selected(String key, String name, MergedField field, @Nullable GraphQLType type) {

	}

}
