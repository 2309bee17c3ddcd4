package org.jointregistry.recording;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.GraphQLFieldDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Role;
import org.jointregistry.costsharing.Stage;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.oracle.Sizes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every mutation as every demo client: done, {@code FORBIDDEN} with its sentence where
 * the client sees what is named, and {@code NOT_FOUND} in the same words for what it does
 * not see and for what is not there (sentences 13 and 15 to 19); the latter at each build
 * as some of each role. What is refused leaves no trace.
 */
@RegistryTest
class MutationPolicyTests {

	private static final String HIDE = """
			CREATE (:%s {key: 'FX-REC-HIDDEN', marking: 'ORIGINATOR', releasableTo: [], releasedTo: ['nation:XRZ'],
			  industryReleasable: false, fictional: true})
			""";

	/** Those who see every record. */
	private static final List<String> SEEING = List.of("registrar", "auditor");

	@Autowired
	private RegistryClient registry;

	@Autowired
	private GraphQlSource source;

	@OnStage
	private Stage stage;

	@BeforeEach
	void set() {
		Attempts.name(this.stage);
	}

	@Test
	void everyMutationOfTheSchemaIsAttempted() {
		List<String> mutations = this.source.schema()
			.getMutationType()
			.getFieldDefinitions()
			.stream()
			.map(GraphQLFieldDefinition::getName)
			.toList();
		assertThat(Attempts.all().stream().map(Attempt::mutation).distinct())
			.containsExactlyInAnyOrderElementsOf(mutations);
	}

	static List<Attempt> attempts() {
		return Attempts.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("attempts")
	void whatIsSeenIsPermittedOrForbiddenByItsSentence(Attempt attempt) {
		Map<String, Object> before = this.stage.counts();
		for (DemoClient client : refused(attempt)) {
			Answer answer = ask(attempt, client.id(), input(attempt));
			if (attempt.isOffice() && !SEEING.contains(client.id())) {
				assertThat(answer.errorCodes()).as(client + answer.text()).containsExactly("NOT_FOUND");
			}
			else {
				assertForbidden(answer, client);
			}
			assertThat(this.stage.counts()).as(client.id()).isEqualTo(before);
		}
		for (String client : attempt.permitted()) {
			this.stage.set();
			Attempts.name(this.stage);
			Answer answer = ask(attempt, client, input(attempt));
			assertThat(answer.errorCodes()).as(client + answer.text()).isEmpty();
			assertThat(answer.data("/" + attempt.mutation() + "/errors").values()).as(client + answer.text()).isEmpty();
			assertThat(this.stage.counts()).as(client).isNotEqualTo(before);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("attempts")
	void whatIsHiddenIsAsIfItWereNotThere(Attempt attempt) {
		Set<DemoClient> refused = refused(attempt);
		for (Place place : Declared.read().places(attempt)) {
			for (Map.Entry<String, String> target : place.targets().entrySet()) {
				this.stage.run("MATCH (n {key: 'FX-REC-HIDDEN'}) DETACH DELETE n");
				this.stage.run(HIDE.formatted(target.getValue()));
				Map<String, Object> before = this.stage.counts();
				for (DemoClient client : askers(attempt)) {
					Answer absent = ask(attempt, client.id(),
							place.with(input(attempt), Stage.id(target.getKey(), "FX-REC-ABSENT")));
					assertThat(absent.errorCodes()).as(client + " " + place + absent.text())
						.containsExactly("NOT_FOUND");
					assertThat(absent.data("/" + attempt.mutation()).isNull()).isTrue();
					boolean seeing = SEEING.contains(client.id());
					if (!seeing || refused.contains(client)) {
						Answer hidden = ask(attempt, client.id(),
								place.with(input(attempt), Stage.id(target.getKey(), "FX-REC-HIDDEN")));
						if (seeing) {
							assertForbidden(hidden, client);
						}
						else {
							assertThat(hidden.text()).as(client + " " + place).isEqualTo(absent.text());
						}
					}
				}
				assertThat(this.stage.counts()).as(place.toString()).isEqualTo(before);
			}
		}
	}

	/**
	 * Of each role one who is permitted and one who is not, and in the profile
	 * {@code nightly} everybody.
	 */
	private static Collection<DemoClient> askers(Attempt attempt) {
		List<DemoClient> all = List.of(DemoClient.values());
		return Sizes.isNightly() ? all : all.stream()
			.collect(Collectors.toMap((client) -> List.of(role(client), attempt.permitted().contains(client.id())),
					Function.identity(), (one, other) -> one))
			.values();
	}

	private static Role role(DemoClient client) {
		List<?> roles = (List<?>) client.claims().getOrDefault("roles", List.of());
		return Role.valueOf(String.valueOf(roles.getFirst()));
	}

	private static Set<DemoClient> refused(Attempt attempt) {
		return Arrays.stream(DemoClient.values())
			.filter((client) -> !attempt.permitted().contains(client.id()))
			.collect(Collectors.toSet());
	}

	private Answer ask(Attempt attempt, String client, Map<String, ?> input) {
		return this.registry.as(client)
			.header("X-Request-Id", "policy")
			.query(Declared.read().document(attempt.mutation()), Map.of("input", input));
	}

	private static Map<String, Object> input(Attempt attempt) {
		Map<String, Object> input = new LinkedHashMap<>(attempt.input());
		input.put("idempotencyKey", UUID.randomUUID().toString());
		return input;
	}

	private static void assertForbidden(Answer answer, DemoClient client) {
		assertThat(answer.errorCodes()).as(answer.text()).containsExactly("FORBIDDEN");
		assertThat(answer.errors().at("/0/extensions/policySentence").asInt(0)).isEqualTo(sentence(client));
	}

	private static int sentence(DemoClient client) {
		return switch (role(client)) {
			case REGISTRAR -> 15;
			case PROGRAM_MANAGER -> 16;
			case NATIONAL_DELEGATE -> 17;
			case INDUSTRY -> 18;
			case NATIONAL_VIEWER, AUDITOR -> 19;
		};
	}

}
