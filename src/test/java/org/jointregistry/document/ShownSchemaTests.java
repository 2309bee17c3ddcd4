package org.jointregistry.document;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import graphql.introspection.Introspection;
import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.Document;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What introspection shows: to each role what it has a use for, and a schema that is
 * whole.
 */
@RegistryTest
class ShownSchemaTests {

	@Autowired
	private RegistryClient registry;

	@Autowired
	private GraphQlSource source;

	@SuppressWarnings("unchecked")
	private GraphQLSchema shown(String client) {
		Answer answer = this.registry.as(client).query(IntrospectionQuery.INTROSPECTION_QUERY);
		assertThat(answer.errorCodes()).as(client).isEmpty();
		Map<String, Object> data = new JsonMapper().convertValue(answer.data(), Map.class);
		Document document = new IntrospectionResultToSchema().createSchemaDefinition(data);
		return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().buildRegistry(document));
	}

	private Set<String> permitted(Role role) {
		Set<String> names = new TreeSet<>();
		for (GraphQLFieldDefinition mutation : this.source.schema().getMutationType().getFieldDefinitions()) {
			boolean permitted = Stream.of(mutation.getDefinition().getDirectives("permits"))
				.flatMap(List::stream)
				.anyMatch((permits) -> permits.getArgument("role").getValue().toString().contains("'" + role + "'"));
			if (permitted) {
				names.add(mutation.getName());
			}
		}
		assertThat(names).hasSizeGreaterThan(5);
		return names;
	}

	@ParameterizedTest
	@CsvSource({ "registrar, REGISTRAR", "manager-efa, PROGRAM_MANAGER", "delegate-deu, NATIONAL_DELEGATE" })
	void roleIsShownTheMutationsThatItMayMake(String client, Role role) {
		GraphQLSchema shown = shown(client);
		assertThat(shown.getMutationType().getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName))
			.containsExactlyInAnyOrderElementsOf(permitted(role));
		assertThat(shown.getQueryType().getFieldDefinitions())
			.hasSameSizeAs(this.source.schema().getQueryType().getFieldDefinitions());
	}

	@ParameterizedTest
	@CsvSource({ "viewer-deu", "auditor" })
	void whoWritesNothingIsShownNoMutation(String client) {
		GraphQLSchema shown = shown(client);
		assertThat(shown.isSupportingMutations()).isFalse();
		assertThat(shown.getType("ContributionRecordInput")).isNull();
		assertThat(shown.getType("Program")).isNotNull();
		assertThat(this.registry.as(client)
			.query("{ __type(name: \"ContributionRecordInput\") { name } }")
			.data("/__type")
			.isNull()).isTrue();
		assertThat(this.registry.as("manager-efa")
			.query("{ __type(name: \"ContributionRecordInput\") { name } }")
			.data("/__type/name")
			.asString()).isEqualTo("ContributionRecordInput");
	}

	@Test
	void mutationThatIsNotShownIsForbiddenAllTheSame() {
		Answer answer = this.registry.as("viewer-deu")
			.query("mutation { nationAdd(input: {idempotencyKey: \"not-shown\", key: \"XXA\", name: \"X\", status: CURRENT}) "
					+ "{ errors { code } } }");
		assertThat(answer.errorCodes()).as(answer.text()).doesNotContain("GRAPHQL_VALIDATION_FAILED").isNotEmpty();
	}

	@Test
	void settingClosesTheSchema() {
		ShownSchema closed = new ShownSchema(new DocumentSettings(List.of(), false, false));
		WebGraphQlRequest request = new WebGraphQlRequest(URI.create("/graphql"), new HttpHeaders(),
				new LinkedMultiValueMap<>(), null, Map.of(), Map.of("query", "{ __schema { types { name } } }"), "1",
				Locale.ENGLISH);
		closed.intercept(request, (asked) -> Mono.empty()).block();
		assertThat(this.source.graphQl().execute(request.toExecutionInput()).getErrors()).singleElement()
			.satisfies((error) -> assertThat(error.getMessage()).contains("Introspection"));
		assertThat(request.toExecutionInput().getGraphQLContext().<Object>get(Introspection.INTROSPECTION_DISABLED))
			.isEqualTo(true);
	}

}
