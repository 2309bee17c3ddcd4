package org.jointregistry.recording;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import org.jspecify.annotations.Nullable;

/**
 * What directives of the schema say.
 */
final class Directives {

	private Directives() {
	}

	static @Nullable Directive find(DirectivesContainer<?> container, String name) {
		return container.hasDirective(name) ? container.getDirectives(name).getFirst() : null;
	}

	static @Nullable String findText(Directive directive, String name) {
		return switch (value(directive, name)) {
			case StringValue text -> text.getValue();
			case EnumValue choice -> choice.getName();
			case null, default -> null;
		};
	}

	static String text(Directive directive, String name) {
		String text = findText(directive, name);
		if (text == null) {
			throw new IllegalStateException("No " + name + " of @" + directive.getName());
		}
		return text;
	}

	static @Nullable Integer findNumber(@Nullable Directive directive, String name) {
		return (directive != null && value(directive, name) instanceof IntValue number)
				? Integer.valueOf(number.getValue().intValueExact()) : null;
	}

	static boolean isTrue(@Nullable Directive directive, String name) {
		return directive != null && value(directive, name) instanceof BooleanValue choice && choice.isValue();
	}

	private static @Nullable Value<?> value(Directive directive, String name) {
		Argument argument = directive.getArgument(name);
		return (argument != null) ? argument.getValue() : null;
	}

}
