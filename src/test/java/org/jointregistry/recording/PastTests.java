package org.jointregistry.recording;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.costsharing.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a mutation does, the registry as of a time before it is what it was: the
 * records that the input names are as they were read then, in every field and relation,
 * and what the mutation made is not there.
 */
@RegistryTest
class PastTests {

	private static final String STAGED = """
			n.marking IS NOT NULL AND (n.key STARTS WITH 'FX-REC-' OR n.key STARTS WITH 'XR')""";

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryClient registry;

	@Autowired
	private GraphQlSource published;

	@Autowired
	private ReleaseGrounds grounds;

	@OnStage
	private Stage stage;

	private GraphqlSession auditor;

	@BeforeEach
	void set() {
		Attempts.name(this.stage);
		complete();
		release();
		this.auditor = this.registry.as("auditor").header("X-Request-Id", "past");
	}

	/** Gives the staged records the values that their types cannot be without. */
	private void complete() {
		String values = schema().getAllTypesAsList()
			.stream()
			.filter((type) -> type instanceof GraphQLObjectType record && isRecord(record))
			.map((type) -> "%s: {version: 1, %s}".formatted(type.getName(), values((GraphQLObjectType) type)))
			.collect(Collectors.joining(", "));
		this.stage.run("""
				MATCH (n) WHERE %s
				WITH n, {%s}[head(labels(n))] AS values, properties(n) AS own
				SET n = values, n += own""".formatted(STAGED, values));
	}

	private static String values(GraphQLObjectType record) {
		return record.getFieldDefinitions()
			.stream()
			.filter((field) -> GraphQLTypeUtil.isNonNull(field.getType()) && !field.getName().equals("id"))
			.flatMap((field) -> value(field).map((value) -> field.getName() + ": " + value).stream())
			.collect(Collectors.joining(", "));
	}

	private boolean isRecord(GraphQLObjectType type) {
		return type.getInterfaces().stream().anyMatch((one) -> one.getName().equals("Record"));
	}

	private static Optional<String> value(GraphQLFieldDefinition field) {
		return switch (GraphQLTypeUtil.unwrapNonNull(field.getType())) {
			case GraphQLEnumType choice -> Optional.of("'%s'".formatted(choice.getValues().getFirst().getName()));
			case GraphQLScalarType scalar -> Optional.of(switch (scalar.getName()) {
				case "Boolean" -> "false";
				case "Int", "Decimal", "Percent", "MoneyAmount" -> "10000";
				case "CurrencyCode" -> "'EUR'";
				default -> "'2000'";
			});
			default -> Optional.empty();
		};
	}

	/**
	 * Stores what the staged records are released to, as if the registry had written
	 * them.
	 */
	private void release() {
		try (Session session = this.driver.session()) {
			session.executeWriteWithoutResult((transaction) -> new Releases(transaction, this.grounds).refreshNodes(
					transaction.run("MATCH (n) WHERE %s RETURN labels(n)[0] AS label, n.key AS key".formatted(STAGED))
						.list((row) -> new NodeRef(row.get("label").asString(), row.get("key").asString()))));
		}
	}

	static List<Attempt> attempts() {
		return Attempts.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("attempts")
	void theRegistryBeforeAMutationIsWhatItWas(Attempt attempt) throws InterruptedException {
		Set<String> named = ids(attempt.input().values());
		Map<String, String> before = read("", named);
		Instant time = Scene.between();
		Set<String> written = ids(List.of(done(attempt)));
		Map<String, String> now = read("", Stream.concat(named.stream(), written.stream()).toList());
		Map<String, String> then = read("@asOf(at: \"%s\")".formatted(time), now.keySet());
		assertThat(now).as("something changed").isNotEqualTo(then);
		written.stream()
			.filter((id) -> !named.contains(id))
			.forEach((id) -> assertThat(then.remove(id)).as(id).contains("NOT_FOUND"));
		assertThat(then).isEqualTo(before);
	}

	private JsonNode done(Attempt attempt) {
		GraphQLObjectType payload = type(schema().getMutationType().getFieldDefinition(attempt.mutation()));
		String record = payload.getFieldDefinitions()
			.stream()
			.map(GraphQLFieldDefinition::getName)
			.filter((field) -> !field.equals("errors"))
			.findFirst()
			.orElseThrow();
		Answer answer = Scene.ask(this.registry.as(attempt.permitted().getFirst()), attempt.mutation(),
				record + " { id }", attempt.input());
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/" + attempt.mutation() + "/" + record);
	}

	/** What is read of records, by their global ids. */
	private Map<String, String> read(String directive, Collection<String> ids) {
		Map<String, String> read = new LinkedHashMap<>();
		for (String id : ids) {
			String type = decoded(id).substring(0, decoded(id).indexOf(':'));
			Answer answer = this.auditor.query("query ($id: ID!) %s { node(id: $id) { ... on %s { %s } } }"
				.formatted(directive, type, selection(schema().getObjectType(type))), Map.of("id", id));
			assertThat(answer.errorCodes()).as(answer.text()).isSubsetOf("NOT_FOUND");
			read.put(id, answer.body().path("data").toString() + answer.errors());
		}
		return read;
	}

	/** Everything of a type but for what is judged by today. */
	private String selection(GraphQLObjectType type) {
		return type.getFieldDefinitions()
			.stream()
			.filter((field) -> !field.getName().equals("visibleTo"))
			.map(this::selected)
			.collect(Collectors.joining(" "));
	}

	private String selected(GraphQLFieldDefinition field) {
		if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer to)) {
			return field.getName();
		}
		if (!to.getName().endsWith("Connection")) {
			return field.getName() + " { id }";
		}
		return "%s(first: 20) { totalCount edges { %s node { id } } }".formatted(field.getName(),
				facts(type(to.getFieldDefinition("edges"))));
	}

	private String facts(GraphQLObjectType edge) {
		return edge.getFieldDefinitions()
			.stream()
			.filter((field) -> !Set.of("cursor", "node").contains(field.getName()))
			.map(GraphQLFieldDefinition::getName)
			.collect(Collectors.joining(" "));
	}

	private static GraphQLObjectType type(GraphQLFieldDefinition field) {
		GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(field.getType());
		return (GraphQLObjectType) type;
	}

	private GraphQLSchema schema() {
		return this.published.schema();
	}

	/** The global ids in an input or an answer. */
	private Set<String> ids(Collection<?> values) {
		Set<String> ids = new TreeSet<>();
		for (Object value : values) {
			switch (value) {
				case Collection<?> several -> ids.addAll(ids(several));
				case Map<?, ?> fields -> ids.addAll(ids(fields.values()));
				case JsonNode node when node.isString() -> ids.addAll(ids(List.of(node.asString())));
				case JsonNode node -> ids.addAll(ids(node.values()));
				case String text when isId(text) -> ids.add(text);
				default -> {
					// Names nothing
				}
			}
		}
		return ids;
	}

	private boolean isId(String text) {
		String decoded = decoded(text);
		return decoded.indexOf(':') > 0
				&& schema().getType(decoded.substring(0, decoded.indexOf(':'))) instanceof GraphQLObjectType;
	}

	private static String decoded(String id) {
		try {
			return new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
