package org.jointregistry.oracle;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of the published schema requests ask for: fields of object types and
 * interfaces, their arguments, and the fields of inputs, such as operators, quantifiers
 * and orders.
 */
final class SchemaCoverage {

	/** Answers that are computed, and have proofs of their own. */
	private static final Set<String> COMPUTED = Set.of("costSharing", "technologyFlow", "interoperability",
			"consentNeed", "technologyLineage", "licenceEndings", "unlicensedTransfers", "regimeDependence", "lossOf",
			"soleSupplies", "ownershipChains", "programEvaluation", "partnerBalance", "coalitions", "similarPrograms",
			"bridges", "doubleFunding", "pendingActions", "controlChanges", "visibleTo");

	private final GraphQLSchema schema;

	private final Set<String> all = new TreeSet<>();

	private final Set<String> touched = new TreeSet<>();

	SchemaCoverage(GraphQLSchema schema) {
		this.schema = schema;
		schema.getQueryType()
			.getFieldDefinitions()
			.stream()
			.filter((field) -> !COMPUTED.contains(field.getName()))
			.forEach((field) -> reach(schema.getQueryType(), field));
		this.all.add("Query.__typename");
	}

	/** Everything that may be asked for. */
	Set<String> all() {
		return this.all;
	}

	/**
	 * What no request has asked for.
	 * @return coordinates, such as {@code Program.name}, {@code Program.children(after)}
	 * and {@code ProgramWhere.name}
	 */
	Set<String> untouched() {
		Set<String> untouched = new TreeSet<>(this.all);
		untouched.removeAll(this.touched);
		return untouched;
	}

	/**
	 * Takes note of what a request asks for.
	 * @param document as it is sent
	 */
	void note(DocumentWriter.Document document) {
		graphql.language.Document parsed = Parser.parse(document.text());
		OperationDefinition operation = parsed.getDefinitionsOfType(OperationDefinition.class).getFirst();
		CoercedVariables variables = graphql.execution.ValuesResolver.coerceVariableValues(this.schema,
				operation.getVariableDefinitions(), RawVariables.of(Map.copyOf(document.variables())),
				graphql.GraphQLContext.getDefault(), java.util.Locale.ROOT);
		QueryTraverser.newQueryTraverser()
			.schema(this.schema)
			.document(parsed)
			.coercedVariables(variables)
			.build()
			.visitPreOrder(new Notes());
	}

	private void reach(GraphQLType type) {
		switch (GraphQLTypeUtil.unwrapAll(type)) {
			case GraphQLFieldsContainer container ->
				container.getFieldDefinitions().forEach((field) -> reach(container, field));
			case GraphQLInputObjectType input -> input.getFieldDefinitions().forEach((field) -> {
				if (this.all.add(input.getName() + "." + field.getName())) {
					reach(field.getType());
				}
			});
			case GraphQLEnumType values when values.getName().equals("SortDirection") ->
				values.getValues().forEach((value) -> this.all.add(values.getName() + "." + value.getName()));
			default -> {
				// Values of other types are many
			}
		}
	}

	private void reach(GraphQLFieldsContainer container, GraphQLFieldDefinition field) {
		String coordinates = container.getName() + "." + field.getName();
		if (COMPUTED.contains(field.getName()) || !this.all.add(coordinates)) {
			return;
		}
		for (GraphQLArgument argument : field.getArguments()) {
			this.all.add("%s(%s)".formatted(coordinates, argument.getName()));
			reach(argument.getType());
		}
		reach(field.getType());
		if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInterfaceType type) {
			this.schema.getImplementations(type).forEach(this::reach);
			type.getInterfaces().forEach(this::reach);
			this.schema.getAllTypesAsList()
				.stream()
				.filter((other) -> other instanceof GraphQLInterfaceType lower && lower.getInterfaces().contains(type))
				.forEach(this::reach);
		}
		if (container instanceof graphql.schema.GraphQLObjectType object) {
			object.getInterfaces().forEach(this::reach);
		}
	}

	private void touch(GraphQLType type, @Nullable Object value) {
		GraphQLNamedType named = GraphQLTypeUtil.unwrapAllAs(type);
		switch (value) {
			case Map<?, ?> map when named instanceof GraphQLInputObjectType input -> map.forEach((name, nested) -> {
				this.touched.add(input.getName() + "." + name);
				touch(input.getFieldDefinition((String) name).getType(), nested);
			});
			case Collection<?> several -> several.forEach((one) -> touch(type, one));
			case String name when named instanceof GraphQLEnumType -> this.touched.add(named.getName() + "." + name);
			case null, default -> {
				// A value of a scalar
			}
		}
	}

	/** Takes note of each field that is not left out. */
	private final class Notes extends QueryVisitorStub {

		@Override
		public void visitField(QueryVisitorFieldEnvironment field) {
			String coordinates = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getParentType())).getName() + "."
					+ field.getField().getName();
			SchemaCoverage.this.touched.add(coordinates);
			field.getArguments().forEach((name, value) -> {
				SchemaCoverage.this.touched.add("%s(%s)".formatted(coordinates, name));
				touch(field.getFieldDefinition().getArgument(name).getType(), value);
			});
		}

	}

}
