package org.jointregistry.api;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import com.code_intelligence.jazzer.junit.FuzzTest;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import org.jointregistry.shared.PartialDates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every scalar reads what it writes, the same as a literal and as a variable, or refuses
 * it in a sentence.
 */
class ScalarFuzzTests {

	private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();

	private final Collection<GraphQLScalarType> scalars = scalars();

	private static Collection<GraphQLScalarType> scalars() {
		RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
		new RegistryScalars().configure(wiring);
		return wiring.build()
			.getScalars()
			.values()
			.stream()
			.filter((scalar) -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar))
			.toList();
	}

	@FuzzTest
	void whatIsReadIsWrittenAndReadAgain(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		assertThat(this.scalars).hasSize(6);
		for (GraphQLScalarType scalar : this.scalars) {
			assertReadAgain(scalar.getCoercing(), text, StringValue.of(text));
			findNumber(text).ifPresent((number) -> assertReadAgain(scalar.getCoercing(), number,
					FloatValue.newFloatValue(number).build()));
		}
		assertBoundsOfDate(text);
	}

	private static void assertReadAgain(Coercing<?, ?> scalar, Object variable, Value<?> literal) {
		Optional<Object> read = findRead(scalar, variable);
		assertThat(findRead(scalar, literal)).isEqualTo(read);
		read.ifPresent((value) -> {
			Object written = Objects.requireNonNull(scalar.serialize(value, CONTEXT, Locale.ROOT));
			assertThat(findRead(scalar, written)).contains(value);
			assertThat(findRead(scalar, scalar.valueToLiteral(value, CONTEXT, Locale.ROOT))).contains(value);
		});
	}

	private static Optional<Object> findRead(Coercing<?, ?> scalar, Object input) {
		try {
			return Optional.ofNullable((input instanceof Value<?> literal)
					? scalar.parseLiteral(literal, CoercedVariables.emptyVariables(), CONTEXT, Locale.ROOT)
					: scalar.parseValue(input, CONTEXT, Locale.ROOT));
		}
		catch (CoercingParseValueException | CoercingParseLiteralException ex) {
			assertThat(ex.getMessage()).hasSizeLessThan(200).doesNotContain("Exception");
			return Optional.empty();
		}
	}

	private static Optional<BigDecimal> findNumber(String text) {
		try {
			return Optional.of(new BigDecimal(text));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private static void assertBoundsOfDate(String text) {
		String date;
		try {
			date = PartialDates.parse(text);
		}
		catch (IllegalArgumentException ex) {
			return;
		}
		String first = PartialDates.firstDay(date);
		String last = PartialDates.lastDay(date);
		assertThat(first).startsWith(date).isLessThanOrEqualTo(last);
		assertThat(last).startsWith(date);
		assertThat(PartialDates.parse(first) + PartialDates.parse(last)).isEqualTo(first + last);
		assertThat(PartialDates.findDays(first, last)).isPresent();
	}

}
