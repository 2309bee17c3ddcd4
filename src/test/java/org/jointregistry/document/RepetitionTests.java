package org.jointregistry.document;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A document that repeats itself is refused, and one that is wrong in many places is told
 * some of them.
 */
@RegistryTest
class RepetitionTests {

	@Autowired
	private RegistryClient registry;

	private Answer ask(String document) {
		return this.registry.as("viewer-deu").query(document);
	}

	private static String aliases(int number) {
		return IntStream.range(0, number).mapToObj("a%d: __typename"::formatted).collect(Collectors.joining(" "));
	}

	@Test
	void aliasesOfAFieldAreCounted() {
		assertThat(ask("{ " + aliases(100) + " }").data()).hasSize(100);
		assertThat(ask("{ " + aliases(101) + " }").errorCodes()).containsExactly("TOO_COSTLY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ %s }", "{ programs(first: 1) { nodes { %s } } }", "{ ... { %s } }",
			"{ ...f } fragment f on Query { %s }" })
	void fieldThatIsRepeatedIsRefusedWhereverItStands(String document) {
		assertThat(ask(document.formatted("__typename ".repeat(101))).errorCodes()).containsExactly("TOO_COSTLY");
		assertThat(ask(document.formatted("__typename ".repeat(100))).errorCodes()).isEmpty();
	}

	@Test
	void fewErrorsOfManyAreTold() {
		assertThat(ask("{ __typename " + "@aa ".repeat(10) + "}").errorCodes()).hasSize(5)
			.containsOnly("GRAPHQL_VALIDATION_FAILED");
	}

}
