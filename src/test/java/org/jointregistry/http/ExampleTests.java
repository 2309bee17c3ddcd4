package org.jointregistry.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import graphql.parser.Parser;
import graphql.validation.Validator;
import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples that GraphiQL offers fit the schema, and are answered to each role that
 * they are offered to.
 */
@RegistryTest
class ExampleTests {

	private static final Map<String, String> CLIENTS = Map.of("NATIONAL_VIEWER", "viewer-deu", "NATIONAL_DELEGATE",
			"delegate-deu", "PROGRAM_MANAGER", "manager-efa", "INDUSTRY", "industry-leonardo", "REGISTRAR", "registrar",
			"AUDITOR", "auditor");

	@Autowired
	private RegistryClient registry;

	@Autowired
	private GraphQlSource source;

	static List<Arguments> examples() throws IOException {
		List<Arguments> examples = new ArrayList<>();
		JsonNode all = new JsonMapper()
			.readTree(new ClassPathResource("static/graphiql/examples.json").getContentAsByteArray());
		for (JsonNode example : all) {
			for (JsonNode role : example.path("roles")) {
				examples.add(Arguments.of(example.path("title").asString(), role.asString(),
						example.path("query").asString()));
			}
		}
		return examples;
	}

	@ParameterizedTest(name = "{0}, as {1}")
	@MethodSource("examples")
	void exampleIsAnsweredToTheRole(String title, String role, String query) {
		assertThat(new Validator().validateDocument(this.source.schema(), Parser.parse(query), Locale.ENGLISH))
			.isEmpty();
		if (!query.startsWith("mutation")) {
			Answer answer = this.registry.as(String.valueOf(CLIENTS.get(role))).query(query);
			assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		}
	}

}
