package org.jointregistry.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;

/**
 * What the page of directives tells: those that a document may bear.
 *
 * @param directives in the schema's order
 */
record DirectivePage(List<Directive> directives) {

	private static final Set<DirectiveLocation> IN_DOCUMENTS = EnumSet.of(DirectiveLocation.QUERY,
			DirectiveLocation.MUTATION, DirectiveLocation.SUBSCRIPTION, DirectiveLocation.FIELD,
			DirectiveLocation.FRAGMENT_SPREAD, DirectiveLocation.INLINE_FRAGMENT);

	static DirectivePage of(GraphQLSchema schema) {
		return new DirectivePage(schema.getDirectives()
			.stream()
			.filter((directive) -> directive.validLocations().stream().anyMatch(IN_DOCUMENTS::contains))
			.map(Directive::of)
			.toList());
	}

	/**
	 * A directive.
	 *
	 * @param name without the sign
	 * @param places where it may stand
	 * @param prose what it does
	 * @param arguments its arguments
	 */
	record Directive(String name, List<String> places, Prose prose, List<Member> arguments) {

		private static Directive of(GraphQLDirective directive) {
			return new Directive(directive.getName(),
					directive.validLocations()
						.stream()
						.filter(IN_DOCUMENTS::contains)
						.map(Enum::name)
						.sorted()
						.toList(),
					Prose.of(directive.getDescription()),
					directive.getArguments()
						.stream()
						.map((argument) -> Member.of(argument, directive.getName() + "."))
						.toList());
		}

	}

}
