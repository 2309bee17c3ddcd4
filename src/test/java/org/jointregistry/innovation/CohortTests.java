package org.jointregistry.innovation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cohorts take challenges on after they were opened, belong to their challenge's program,
 * and show themselves to their members.
 */
@RegistryTest
class CohortTests {

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	private static final String HUB = Scene.id("InnovationHub", "FX-WRT-HUB");

	private static final String WORKS = Scene.id("Contractor", "FX-WRT-WORKS");

	private static final String NAMED = """
			CREATE (hub:InnovationHub {key: 'FX-WRT-HUB', name: 'Hub', kind: 'FUND'}),
			  (works:Contractor {key: 'FX-WRT-WORKS', name: 'Works', kind: 'COMPANY'})
			FOREACH (made IN [hub, works] | SET made.marking = 'PUBLIC', made.releasableTo = [],
			  made.releasedTo = ['public'], made.industryReleasable = false, made.fictional = true, made.version = 1)
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	private String challenge = "";

	@BeforeEach
	void set() {
		this.scene.run(NAMED);
		this.challenge = done("challengeAdd", "challenge { id prize hub { key } }",
				Map.of("name", "FX-WRT eyes", "problem", "To see", "opened", "2025-03-10", "prize", "5", "currency",
						"EUR", "hub", HUB, "program", PROGRAM, "marking", "PARTNERS", "fictional", true))
			.at("/challenge/id")
			.asString();
	}

	@Test
	void cohortBelongsToTheProgramOfItsChallenge() {
		JsonNode cohort = cohort(Map.of()).path("cohort");
		assertThat(cohort.at("/program/key").asString()).isEqualTo("FX-WRT-ONE");
		assertThat(cohort.at("/challenge/name").asString()).isEqualTo("FX-WRT eyes");
		assertThat(sees(this.scene.manager(), cohort)).isTrue();
		assertThat(sees(this.scene.delegate("XWA"), cohort)).isFalse();
	}

	@Test
	void cohortBeginsAfterItsChallengeWasOpened() {
		assertThat(Scene.codes(ask("cohortAdd", "cohort { id }", input(Map.of("began", "2025-03-09")))))
			.containsExactly("BEFORE_CHALLENGE began");
		String id = cohort(Map.of("began", "2025-03")).at("/cohort/id").asString();
		Map<String, Object> earlier = Map.of("cohort", id, "version", 1, "reason", "It is so", "began", "2024");
		assertThat(Scene.codes(ask("cohortRevise", "cohort { id }", earlier)))
			.containsExactly("BEFORE_CHALLENGE began");
	}

	@Test
	void challengeIsNotOpenedAfterItsCohortsBegan() {
		cohort(Map.of("began", "2025-04"));
		Map<String, Object> later = Map.of("challenge", this.challenge, "version", 1, "reason", "It is so", "opened",
				"2025-05");
		assertThat(Scene.codes(ask("challengeRevise", "challenge { id }", later)))
			.containsExactly("BEFORE_CHALLENGE opened");
		Map<String, Object> within = new LinkedHashMap<>(later);
		within.put("opened", "2025-04-30");
		assertThat(Scene.codes(ask("challengeRevise", "challenge { id }", within))).isEmpty();
	}

	@Test
	void hubSeesItsChallengesAndTheSitesThatItRuns() {
		this.scene
			.run("""
					CREATE (:InnovationHub {key: 'FX-WRT-NEXT', name: 'Next', kind: 'FUND', marking: 'PUBLIC',
					  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})""");
		GraphqlSession hub = this.scene.industry("FX-WRT-HUB");
		GraphqlSession next = this.scene.industry("FX-WRT-NEXT");
		assertThat(sees(hub, this.challenge)).isTrue();
		assertThat(sees(next, this.challenge)).isFalse();
		JsonNode site = done("testSiteAdd", "testSite { id }",
				Map.of("name", "FX-WRT basin", "hub", HUB, "marking", "ORIGINATOR", "fictional", true))
			.path("testSite");
		assertThat(sees(hub, site)).isTrue();
		done("testSiteRevise", "testSite { id }", Map.of("testSite", site.path("id").asString(), "version", 1, "reason",
				"It is so", "hub", Scene.id("InnovationHub", "FX-WRT-NEXT")));
		assertThat(sees(next, site)).isTrue();
		assertThat(sees(hub, site)).isFalse();
	}

	@Test
	void memberIsInTheCohortOnceAndSeesIt() {
		JsonNode cohort = cohort(Map.of()).path("cohort");
		GraphqlSession works = this.scene.industry("FX-WRT-WORKS");
		assertThat(sees(works, cohort)).isFalse();
		Map<String, Object> member = Map.of("cohort", cohort.path("id").asString(), "organization", WORKS, "project",
				"A camera");
		JsonNode joined = done("cohortMemberAdd", "cohort { members { edges { key project node { key } } } }", member);
		assertThat(joined.at("/cohort/members/edges/0/project").asString()).isEqualTo("A camera");
		assertThat(sees(works, cohort)).isTrue();
		assertThat(Scene.codes(ask("cohortMemberAdd", "cohort { id }", member)))
			.containsExactly("TIED_ALREADY organization");
		JsonNode revised = done("cohortMemberRevise", "cohort { members { edges { outcome } } }",
				Map.of("cohort", cohort.path("id").asString(), "key",
						joined.at("/cohort/members/edges/0/key").asString(), "version", 1, "reason", "It is so",
						"outcome", "Given up"));
		assertThat(revised.at("/cohort/members/edges/0/outcome").asString()).isEqualTo("Given up");
	}

	private JsonNode cohort(Map<String, Object> facts) {
		return done("cohortAdd", "cohort { id program { key } challenge { name } }", input(facts));
	}

	private Map<String, Object> input(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("name", "FX-WRT cohort", "challenge", this.challenge,
				"testSites", List.of(), "marking", "PARTNERS", "fictional", true));
		input.putAll(facts);
		return input;
	}

	private JsonNode done(String mutation, String selection, Map<String, Object> input) {
		Answer answer = ask(mutation, selection, input);
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/" + mutation);
	}

	private Answer ask(String mutation, String selection, Map<String, Object> input) {
		return Scene.ask(
				this.registry
					.claiming((claims) -> claims.subject("scene-registrar").claim("roles", List.of("REGISTRAR"))),
				mutation, selection, input);
	}

	private static boolean sees(GraphqlSession session, JsonNode record) {
		return sees(session, record.path("id").asString());
	}

	private static boolean sees(GraphqlSession session, String id) {
		return session.query("{ node(id: \"%s\") { id } }".formatted(id)).errorCodes().isEmpty();
	}

}
