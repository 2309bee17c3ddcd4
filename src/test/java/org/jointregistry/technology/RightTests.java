package org.jointregistry.technology;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Managers record the rights of their programs; what industry declares waits for one of
 * them, who is another person.
 */
@RegistryTest
class RightTests {

	private static final String TECHNOLOGY = Scene.id("Technology", "FX-WRT-RADAR");

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	private static final String WORKS = Scene.id("Contractor", "FX-WRT-WORKS");

	private static final String RIGHTS = """
			technology { rightHolders { totalCount
			  edges { key version right class program agreements confirmation levy restriction marking node { key } } } }
			""";

	private static final String MADE = """
			MATCH (p:Program {key: 'FX-WRT-ONE'}), (n:Nation {key: 'XWA'})
			SET p.marking = 'PUBLIC', p.releasedTo = p.releasedTo + 'public'
			CREATE (n)-[:PARTICIPATES_IN {key: 'FX-WRT-PART', role: 'PARTNER'}]->(p)
			CREATE (works:Contractor {key: 'FX-WRT-WORKS', name: 'Works', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			CREATE (works)<-[:PERFORMED_BY]-(:WorkShare {key: 'FX-WRT-SHARE', role: 'SUPPLIER', marking: 'ORIGINATOR',
			  releasableTo: [], releasedTo: ['organization:FX-WRT-WORKS'], industryReleasable: false, fictional: true,
			  version: 1})-[:PART_OF_WORK]->(p)
			CREATE (:Program {key: 'FX-WRT-TWO', name: 'Two', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(MADE);
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "technologyAdd", "technology { id }",
				Map.of("key", "FX-WRT-RADAR", "name", "Radar", "marking", "PUBLIC", "fictional", true))))
			.isEmpty();
	}

	@Test
	void declaredRightWaitsAndShowsThatItDoes() {
		JsonNode right = edge(declare(), "ipRightDeclare");
		assertThat(right.path("confirmation").asString()).isEqualTo("DECLARED");
		assertThat(right.path("class").asString()).isEqualTo("BACKGROUND");
		assertThat(right.path("right").asString()).isEqualTo(right.path("key").asString());
		assertThat(right.path("program").asString()).isEqualTo("FX-WRT-ONE");
		assertThat(right.path("agreements").isEmpty()).isTrue();
	}

	@Test
	void declaredRightIsShownByWhoConfirmsIt() {
		String key = edge(declare(), "ipRightDeclare").path("key").asString();
		assertThat(seenBy(this.scene.manager())).isOne();
		assertThat(seenBy(this.scene.industry("FX-WRT-WORKS"))).isOne();
		assertThat(seenBy(this.scene.delegate("XWA"))).isZero();
		confirm(this.scene.manager(), key, 1, Map.of("releasableTo", List.of("nation:XWB")));
		assertThat(seenBy(this.scene.delegate("XWA"))).isOne();
		assertThat(seenBy(this.scene.delegate("XWB"))).isOne();
		assertThat(seenBy(this.scene.industry("FX-WRT-OTHERS"))).isZero();
	}

	@Test
	void confirmedRightMayStayWithItsHolder() {
		String key = edge(declare(), "ipRightDeclare").path("key").asString();
		JsonNode right = edge(confirm(this.scene.manager(), key, 1, Map.of("marking", "ORIGINATOR")), "ipRightConfirm");
		assertThat(right.path("marking").asString()).isEqualTo("ORIGINATOR");
		assertThat(seenBy(this.scene.delegate("XWA"))).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "2020-01-01, false", "9999-01-01, true" })
	void organizationDeclaresWhileItWorksOnTheProgram(String until, boolean works) {
		this.scene.run("MATCH (w:WorkShare {key: 'FX-WRT-SHARE'}) SET w.until = '" + until + "'");
		assertThat(Scene.codes(declare())).isEqualTo(works ? List.of() : List.of("NO_WORK_SHARE program"));
	}

	@Test
	void workOnAnotherProgramIsNone() {
		Map<String, Object> input = declaration();
		input.put("program", Scene.id("Program", "FX-WRT-TWO"));
		assertThat(Scene.codes(Scene.ask(this.scene.industry("FX-WRT-WORKS"), "ipRightDeclare", RIGHTS, input)))
			.containsExactly("NO_WORK_SHARE program");
	}

	@Test
	void organizationDeclaresForItselfAlone() {
		Map<String, Object> input = declaration();
		assertThat(Scene.ask(this.scene.industry("FX-WRT-OTHERS"), "ipRightDeclare", RIGHTS, input).errorCodes())
			.containsExactly("FORBIDDEN");
		this.scene.run("""
				CREATE (:PartyRole {key: 'FX-WRT-WORKS', name: 'Role', marking: 'PUBLIC', releasableTo: [],
				  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})""");
		input.put("organization", Scene.id("PartyRole", "FX-WRT-WORKS"));
		assertThat(Scene.ask(this.scene.industry("FX-WRT-WORKS"), "ipRightDeclare", RIGHTS, input).errorCodes())
			.containsExactly("FORBIDDEN");
	}

	@Test
	void managerConfirmsOnce() {
		String key = edge(declare(), "ipRightDeclare").path("key").asString();
		JsonNode right = edge(confirm(this.scene.manager(), key, 1), "ipRightConfirm");
		assertThat(right.path("confirmation").asString()).isEqualTo("CONFIRMED");
		assertThat(right.path("version").asInt()).isEqualTo(2);
		assertThat(Scene.codes(confirm(this.scene.manager(), key, 2))).containsExactly("NOT_DECLARED key");
		assertThat(this.scene.run("""
				MATCH (e:AuditEntry {mutation: 'ipRightConfirm'})
				RETURN e.touched AS touched, e.before AS before, e.after AS after""")).singleElement()
			.satisfies((entry) -> {
				assertThat(entry.get("touched").asList()).isEqualTo(List.of("tie:rightHolders:" + key));
				assertThat(entry.get("before").asString()).contains("\"confirmation\":\"DECLARED\"",
						"\"marking\":\"ORIGINATOR\"");
				assertThat(entry.get("after").asString()).contains("\"confirmation\":\"CONFIRMED\"",
						"\"marking\":\"PARTNERS\"");
			});
	}

	@Test
	void whoeverDeclaredDoesNotConfirm() {
		GraphqlSession both = this.registry.claiming((claims) -> claims.subject("scene-both")
			.claim("roles", List.of("INDUSTRY", "PROGRAM_MANAGER"))
			.claim("organization", "FX-WRT-WORKS")
			.claim("programs", List.of("FX-WRT-ONE")));
		String key = edge(Scene.ask(both, "ipRightDeclare", RIGHTS, declaration()), "ipRightDeclare").path("key")
			.asString();
		Answer own = confirm(both, key, 1);
		assertThat(own.errorCodes()).containsExactly("FORBIDDEN");
		assertThat(own.errors().at("/0/extensions/policySentence").asInt()).isEqualTo(20);
		assertThat(Scene.codes(confirm(this.scene.manager(), key, 1))).isEmpty();
	}

	@Test
	void declaredRightIsConfirmedBeforeItIsChanged() {
		String key = edge(declare(), "ipRightDeclare").path("key").asString();
		assertThat(Scene.codes(revise(key, 1, PROGRAM, Map.of()))).containsExactly("NOT_CONFIRMED key");
		confirm(this.scene.manager(), key, 1);
		JsonNode right = edge(revise(key, 2, PROGRAM, Map.of()), "ipRightRevise");
		assertThat(right.path("restriction").asString()).isEqualTo("Not for export");
		assertThat(right.path("confirmation").asString()).isEqualTo("CONFIRMED");
		assertThat(this.scene.run("MATCH (:Technology {key: 'FX-WRT-RADAR'})<-[was:WAS_HOLDS_RIGHT]-() RETURN was"))
			.hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "subject, All", "class, FOREGROUND", "grant, MAY_USE", "joint, true", "derived, true" })
	void confirmedRightStaysWhatItIs(String field, String value) {
		String key = edge(declare(), "ipRightDeclare").path("key").asString();
		confirm(this.scene.manager(), key, 1);
		Object typed = value.equals("true") ? true : value;
		assertThat(Scene.codes(revise(key, 2, PROGRAM, Map.of(field, typed))))
			.containsExactly("CONFIRMED_AS_IT_IS " + field);
	}

	@Test
	void recordedRightIsChanged() {
		String key = edge(add(Map.of()), "ipRightAdd").path("key").asString();
		JsonNode right = edge(revise(key, 1, PROGRAM, Map.of("class", "BACKGROUND")), "ipRightRevise");
		assertThat(right.path("class").asString()).isEqualTo("BACKGROUND");
	}

	@ParameterizedTest
	@CsvSource({ "IP-7, false, NOT_JOINT right", "IP 7, true, KEY_INVALID right" })
	void keyThatHoldersShareIsAKeyOfAJointRight(String right, boolean joint, String refusal) {
		assertThat(Scene.codes(add(Map.of("right", right, "joint", joint)))).containsExactly(refusal);
	}

	@Test
	void rightIsFoundInItsProgramAlone() {
		String key = edge(add(Map.of()), "ipRightAdd").path("key").asString();
		assertThat(revise(key, 1, Scene.id("Program", "FX-WRT-TWO"), Map.of()).errorCodes())
			.containsExactly("NOT_FOUND");
		assertThat(Scene.codes(revise(key, 1, PROGRAM, Map.of()))).isEmpty();
	}

	@Test
	void recordedRightNeedsNoConfirmationAndKeepsItsFigures() {
		JsonNode right = edge(
				add(Map.of("levy", "2 % of the price", "figuresMarking", "ORIGINATOR", "right", "IP-7", "joint", true)),
				"ipRightAdd");
		assertThat(right.path("confirmation").isNull()).isTrue();
		assertThat(right.path("right").asString()).isEqualTo("IP-7");
		assertThat(right.path("levy").asString()).isEqualTo("2 % of the price");
		JsonNode seen = this.scene.delegate("XWA")
			.query("{ technologies(where: {key: {eq: \"FX-WRT-RADAR\"}}) { nodes { rightHolders { edges { levy right } } } } }")
			.data("/technologies/nodes/0/rightHolders/edges/0");
		assertThat(seen.path("right").asString()).isEqualTo("IP-7");
		assertThat(seen.path("levy").isNull()).isTrue();
	}

	@Test
	void technologyFlowsByConfirmedRightsAlone() {
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "technologyUseAdd", "technology { id }",
				Map.of("technology", TECHNOLOGY, "program", PROGRAM))))
			.isEmpty();
		String key = edge(declare(), "ipRightDeclare").path("key").asString();
		assertThat(flows()).isZero();
		confirm(this.scene.manager(), key, 1);
		assertThat(flows()).isOne();
	}

	@Test
	void flowByRightsIsAsItWasRecorded() throws InterruptedException {
		Scene.ask(this.scene.registrar(), "technologyUseAdd", "technology { id }",
				Map.of("technology", TECHNOLOGY, "program", PROGRAM));
		String key = edge(declare(), "ipRightDeclare").path("key").asString();
		Instant declared = Scene.between();
		confirm(this.scene.manager(), key, 1);
		Instant confirmed = Scene.between();
		edge(revise(key, 2, PROGRAM, Map.of()), "ipRightRevise");
		assertThat(consents(declared)).isEmpty();
		assertThat(consents(confirmed)).containsExactly("RIGHT null", "USE null", "PARTICIPATION null");
		assertThat(consents(Scene.between())).containsExactly("RIGHT Not for export", "USE null", "PARTICIPATION null");
	}

	private List<String> consents(Instant at) {
		Answer answer = this.scene.manager()
			.query("query @asOf(at: \"%s\") { technologyFlow(from: \"%s\", to: \"%s\", maxHops: 3) { paths { steps { kind consent } } } }"
				.formatted(at, WORKS, Scene.id("Nation", "XWA")));
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		return answer.data("/technologyFlow/paths")
			.valueStream()
			.flatMap((path) -> path.path("steps").valueStream())
			.map((step) -> step.path("kind").asString() + " " + step.path("consent").asString("null"))
			.toList();
	}

	private int flows() {
		Answer answer = this.scene.manager()
			.query("{ technologyFlow(from: \"%s\", to: \"%s\", maxHops: 3) { paths { hops } } }".formatted(WORKS,
					Scene.id("Nation", "XWA")));
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		return answer.data("/technologyFlow/paths").size();
	}

	private Answer declare() {
		return Scene.ask(this.scene.industry("FX-WRT-WORKS"), "ipRightDeclare", RIGHTS, declaration());
	}

	private static Map<String, Object> declaration() {
		return new LinkedHashMap<>(Map.of("technology", TECHNOLOGY, "organization", WORKS, "program", PROGRAM,
				"subject", "Antenna", "grant", "OWNS"));
	}

	private Answer add(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("technology", TECHNOLOGY, "holder", WORKS, "program",
				PROGRAM, "subject", "Antenna", "class", "FOREGROUND", "grant", "OWNS"));
		input.putAll(facts);
		return Scene.ask(this.scene.manager(), "ipRightAdd", RIGHTS, input);
	}

	private static Answer confirm(GraphqlSession session, String key, int version) {
		return confirm(session, key, version, Map.of());
	}

	private static Answer confirm(GraphqlSession session, String key, int version, Map<String, Object> release) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("technology", TECHNOLOGY, "program", PROGRAM, "key", key, "version", version));
		input.putAll(release);
		return Scene.ask(session, "ipRightConfirm", RIGHTS, input);
	}

	private Answer revise(String key, int version, String program, Map<String, Object> facts) {
		GraphqlSession manager = this.registry.claiming((claims) -> claims.subject("scene-manager")
			.claim("roles", List.of("PROGRAM_MANAGER"))
			.claim("programs", List.of("FX-WRT-ONE", "FX-WRT-TWO")));
		Map<String, Object> input = new LinkedHashMap<>(Map.of("technology", TECHNOLOGY, "program", program, "key", key,
				"version", version, "reason", "It is so", "restriction", "Not for export"));
		input.putAll(facts);
		return Scene.ask(manager, "ipRightRevise", RIGHTS, input);
	}

	private static JsonNode edge(Answer answer, String mutation) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/" + mutation + "/technology/rightHolders/edges/0");
	}

	private static int seenBy(GraphqlSession session) {
		return session
			.query("{ technologies(where: {key: {eq: \"FX-WRT-RADAR\"}}) { nodes { rightHolders { totalCount } } } }")
			.data("/technologies/nodes/0/rightHolders/totalCount")
			.asInt();
	}

}
