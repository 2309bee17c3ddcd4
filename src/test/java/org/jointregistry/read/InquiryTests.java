package org.jointregistry.read;

import java.util.List;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The statements of insights are kept by all that their text depends on. Tests run with
 * the assertion that a kept text is the one that would be built.
 */
@RegistryTest
class InquiryTests {

	private static final String PROGRAM = new GlobalId("Program", "F35").encoded();

	@Autowired
	private RegistryClient registry;

	@Test
	void totalThatIsNotSelectedIsAskedForAllTheSame() {
		String plain = "{ costSharing(program: \"%s\") { program { key } } }".formatted(PROGRAM);
		String stated = plain.replace("\") {", "\", totalIn: {currency: \"USD\", ratesOf: \"2025-12-31\"}) {");
		assertThat(answers(plain, stated, plain, stated)).containsOnly("""
				{"costSharing":{"program":{"key":"F35"}}}""");
	}

	@Test
	void longerPathsAreFoundWhereShorterOnesWereAskedFor() {
		String flow = """
				{ technologyFlow(from: "%s", to: "%s", maxHops: %d, limit: 5) { paths { steps { kind } } } }""";
		String nation = new GlobalId("Nation", "USA").encoded();
		String other = new GlobalId("Nation", "GBR").encoded();
		List<String> found = answers(flow.formatted(nation, other, 1), flow.formatted(nation, other, 2));
		assertThat(found.getFirst()).isEqualTo("""
				{"technologyFlow":{"paths":[]}}""");
		assertThat(found.getLast()).contains("kind");
	}

	@Test
	void yearsThatCountAreAskedForWhereAllWere() {
		String all = "{ justeRetour(programs: [\"%s\"]) { positions { program { key } } } }"
			.formatted(new GlobalId("Program", "FX-HERON").encoded());
		String none = all.replace("\"])", "\"], years: {from: 1900, to: 1901})");
		List<String> found = answers(all, none, all);
		assertThat(found.get(0)).contains("FX-HERON").isEqualTo(found.get(2));
		assertThat(found.get(1)).isEqualTo("""
				{"justeRetour":{"positions":[]}}""");
	}

	private List<String> answers(String... queries) {
		return List.of(queries).stream().map((query) -> {
			Answer answer = this.registry.as("auditor").query(query);
			assertThat(answer.errors()).as(query).isEmpty();
			return String.valueOf(answer.data());
		}).toList();
	}

}
