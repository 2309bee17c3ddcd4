package org.jointregistry.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import graphql.GraphQLContext;
import graphql.execution.ValuesResolver;
import graphql.language.AstPrinter;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputType;
import graphql.schema.InputValueWithState;
import org.jspecify.annotations.Nullable;

/**
 * A part of a type: a field, an argument, a field of an input, or a value.
 *
 * @param name its name
 * @param anchor where it stands on its page
 * @param type what it is of; null for a value
 * @param standard what it is where it is left out, as the schema writes it; null where
 * nothing is said
 * @param prose what it is
 * @param deprecation until when it is there and what to use instead; null where it stays
 * @param permits who may ask it; empty where that is not bounded by role
 * @param arguments of a field
 */
record Member(String name, String anchor, @Nullable TypeLink type, @Nullable String standard, Prose prose,
		@Nullable String deprecation, List<Permit> permits, List<Member> arguments) {

	static Member of(GraphQLFieldDefinition field) {
		return new Member(field.getName(), field.getName(), TypeLink.of(field.getType()), null,
				Prose.of(field.getDescription()), field.getDeprecationReason(), permits(field),
				field.getArguments().stream().map((argument) -> of(argument, field.getName() + ".")).toList());
	}

	static Member of(GraphQLArgument argument, String prefix) {
		return new Member(argument.getName(), prefix + argument.getName(), TypeLink.of(argument.getType()),
				written(argument.getArgumentDefaultValue(), argument.getType()), Prose.of(argument.getDescription()),
				argument.getDeprecationReason(), List.of(), List.of());
	}

	static Member of(GraphQLInputObjectField field) {
		return new Member(field.getName(), field.getName(), TypeLink.of(field.getType()),
				written(field.getInputFieldDefaultValue(), field.getType()), Prose.of(field.getDescription()),
				field.getDeprecationReason(), List.of(), List.of());
	}

	static Member of(GraphQLEnumValueDefinition value) {
		return new Member(value.getName(), value.getName(), null, null, Prose.of(value.getDescription()),
				value.getDeprecationReason(), List.of(), List.of());
	}

	private static @Nullable String written(InputValueWithState standard, GraphQLInputType type) {
		return standard.isSet() ? AstPrinter
			.printAst(ValuesResolver.valueToLiteral(standard, type, GraphQLContext.getDefault(), Locale.ROOT)) : null;
	}

	private static List<Permit> permits(GraphQLFieldDefinition field) {
		return field.getAppliedDirectives("permits").stream().map(Permit::of).toList();
	}

	/**
	 * A role that may make a mutation.
	 *
	 * @param role the role
	 * @param over what leads from the input to what the role must be over; null where the
	 * role is enough
	 */
	record Permit(String role, @Nullable String over) {

		private static Permit of(GraphQLAppliedDirective permits) {
			Map<String, Object> values = new HashMap<>();
			permits.getArguments().forEach((argument) -> values.put(argument.getName(), argument.getValue()));
			Object over = values.get("over");
			return new Permit(String.valueOf(values.get("role")), (over != null) ? over.toString() : null);
		}

	}

}
