package org.jointregistry.api;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that is a text in answers and is read from a text, or from a number where it
 * is one.
 *
 * @param <T> what handlers get
 */
final class TextScalar<T> implements Coercing<T, String> {

	private static final int MOST_DIGITS = 30;

	/** Digits that survive where a number in JSON was read as binary. */
	private static final int EXACT_DIGITS = 15;

	private final String name;

	private final Function<String, T> parse;

	private final Function<Object, String> write;

	private final boolean numeric;

	private TextScalar(String name, Function<String, T> parse, Function<Object, String> write, boolean numeric) {
		this.name = name;
		this.parse = parse;
		this.write = write;
		this.numeric = numeric;
	}

	/**
	 * A scalar of texts.
	 * @param name its name
	 * @param parse reads a text; an {@link IllegalArgumentException} says what is wrong
	 * with it, in words that follow it
	 * @param write gives the text of an answer
	 * @param <T> what handlers get
	 * @return the scalar
	 */
	static <T> GraphQLScalarType of(String name, Function<String, T> parse, Function<Object, String> write) {
		return GraphQLScalarType.newScalar().name(name).coercing(new TextScalar<>(name, parse, write, false)).build();
	}

	/**
	 * A scalar that is read from numbers too.
	 * @param name its name
	 * @param parse reads a text
	 * @param write gives the text of an answer
	 * @param <T> what handlers get
	 * @return the scalar
	 */
	static <T> GraphQLScalarType ofNumber(String name, Function<String, T> parse, Function<Object, String> write) {
		return GraphQLScalarType.newScalar().name(name).coercing(new TextScalar<>(name, parse, write, true)).build();
	}

	@Override
	public String serialize(Object result, GraphQLContext context, Locale locale) {
		return this.write.apply(result);
	}

	@Override
	public T parseValue(Object input, GraphQLContext context, Locale locale) {
		try {
			return this.parse.apply(text(input));
		}
		catch (IllegalArgumentException ex) {
			throw CoercingParseValueException.newCoercingParseValueException().message(problem(input, ex)).build();
		}
	}

	@Override
	public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
		Object written = switch (input) {
			case StringValue text -> text.getValue();
			case IntValue number -> number.getValue();
			case FloatValue number -> number.getValue();
			default -> input;
		};
		try {
			return this.parse.apply(text(written));
		}
		catch (IllegalArgumentException ex) {
			throw CoercingParseLiteralException.newCoercingParseLiteralException()
				.message(problem(written, ex))
				.build();
		}
	}

	@Override
	public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
		return StringValue.of(this.write.apply(input));
	}

	private String text(@Nullable Object input) {
		return switch (input) {
			case String text -> text;
			case Number number when this.numeric -> digits(number);
			case null, default -> throw new IllegalArgumentException("is not of this type");
		};
	}

	/** Writes a number out, unless that would take pages. */
	private static String digits(Number number) {
		if (number instanceof Double binary && !Double.isFinite(binary)) {
			throw new IllegalArgumentException("is not a number");
		}
		BigDecimal exact = new BigDecimal(number.toString());
		if (Math.abs((long) exact.scale()) > MOST_DIGITS) {
			throw new IllegalArgumentException("is too large or too small");
		}
		if (number instanceof Double && exact.stripTrailingZeros().precision() > EXACT_DIGITS) {
			throw new IllegalArgumentException("has too many digits for a number; write it as a string");
		}
		return exact.toPlainString();
	}

	private String problem(@Nullable Object input, IllegalArgumentException ex) {
		String shown = (input instanceof String || input instanceof Number) ? abbreviated(input.toString()) : "A value";
		return this.name + ": " + shown + " " + ex.getMessage();
	}

	private static String abbreviated(String text) {
		int most = 40;
		return '"' + ((text.length() <= most) ? text : text.substring(0, most) + "...") + '"';
	}

}
