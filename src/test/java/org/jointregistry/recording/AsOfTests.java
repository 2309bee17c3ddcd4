package org.jointregistry.recording;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A query as of a time is answered of what was recorded then, to the viewer of today.
 */
@RegistryTest
class AsOfTests {

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryClient registry;

	private Scene scene;

	private Instant before = Instant.EPOCH;

	private Instant opened = Instant.EPOCH;

	@BeforeEach
	void set() throws InterruptedException {
		this.scene = new Scene(this.driver, this.registry);
		this.before = Scene.between();
		this.scene.set();
		this.opened = Scene.between();
	}

	@AfterEach
	void clear() {
		this.scene.clear();
	}

	@Test
	void recordThatCameLaterIsNotThere() {
		Answer answer = ask(this.before, "{ node(id: \"%s\") { id } }".formatted(PROGRAM));
		assertThat(answer.errorCodes()).containsExactly("NOT_FOUND");
		String list = "{ programs(where: {key: {startsWith: \"FX-WRT-\"}}) { totalCount nodes { key } } }";
		assertThat(ask(this.before, list).data("/programs/totalCount").asInt(-1)).isZero();
		assertThat(ask(this.before, list).data("/programs/nodes").size()).isZero();
		assertThat(ask(this.opened, list).all("key")).containsExactly("FX-WRT-ONE");
		String named = "{ programs(where: {key: {eq: \"FX-WRT-ONE\"}}) { nodes { key } } }";
		assertThat(ask(this.before, named).data("/programs/nodes").isEmpty()).isTrue();
		assertThat(ask(this.opened, named).all("key")).containsExactly("FX-WRT-ONE");
	}

	@Test
	void recordIsAsItWas() throws InterruptedException {
		revise(1, Map.of("name", "Second", "costAmount", "7"));
		Instant second = Scene.between();
		revise(2, Map.of("name", "Third"));
		String query = "{ node(id: \"%s\") { ... on Program { name costAmount version status } } }".formatted(PROGRAM);
		assertThat(ask(this.opened, query).data("/node").toString())
			.isEqualTo("{\"name\":\"One\",\"costAmount\":\"1000.5\",\"version\":1,\"status\":\"DEVELOPMENT\"}");
		assertThat(ask(second, query).data("/node").toString())
			.isEqualTo("{\"name\":\"Second\",\"costAmount\":\"7\",\"version\":2,\"status\":\"DEVELOPMENT\"}");
		assertThat(ask(Scene.between(), query).data("/node/name").asString()).isEqualTo("Third");
	}

	@Test
	void filtersOrdersGroupsAndSearchesGoByWhatWas() throws InterruptedException {
		revise(1, Map.of("name", "Erstname"));
		Instant first = Scene.between();
		revise(2, Map.of("name", "Zweitname", "costAmount", "7"));
		for (String list : List.of("where: {name: {eq: \"Erstname\"}, key: {startsWith: \"FX-WRT-\"}}",
				"where: {costAmount: {gt: \"1000\"}, key: {startsWith: \"FX-WRT-\"}}",
				"where: {search: \"erstname wrt\"}, orderBy: [{name: ASC}]")) {
			String query = "{ programs(%s) { totalCount nodes { name } } }".formatted(list);
			assertThat(ask(first, query).all("name")).as(list).containsExactly("Erstname");
			assertThat(this.scene.registrar().query(query).data("/programs/totalCount").asInt(-1)).as(list).isZero();
		}
		assertThat(
				ask(first, "{ programs(where: {search: \"zweitname\"}) { totalCount } }").data("/programs/totalCount")
					.asInt(-1))
			.isZero();
		assertThat(ask(first,
				"{ programs(where: {key: {startsWith: \"FX-WRT-\"}}) { groups(by: [COST_CURRENCY]) { sum { costAmount } } } }")
			.all("costAmount")).containsExactly("1000.5");
	}

	@Test
	void relationsAreAsTheyWere() throws InterruptedException {
		revise(1, Map.of("leadNation", Scene.id("Nation", "XWB")));
		String key = Scene
			.ask(this.scene.manager(), "participationAdd", "program { participants { edges { key } } }",
					Map.of("program", PROGRAM, "nation", Scene.id("Nation", "XWA"), "role", "PARTNER", "costShare",
							"40"))
			.data("/participationAdd/program/participants/edges/0/key")
			.asString();
		Instant joined = Scene.between();
		Scene.ask(this.scene.manager(), "participationRevise", "program { id }", Map.of("program", PROGRAM, "key", key,
				"version", 1, "reason", "It is so", "costShare", "50", "left", "2020"));
		String query = "{ node(id: \"%s\") { ... on Program { leadNation { key } participants { totalCount edges { costShare left } } } } }"
			.formatted(PROGRAM);
		assertThat(ask(this.opened, query).data("/node").toString())
			.isEqualTo("{\"leadNation\":{\"key\":\"XWA\"},\"participants\":{\"totalCount\":0,\"edges\":[]}}");
		assertThat(ask(joined, query).data("/node").toString()).isEqualTo(
				"{\"leadNation\":{\"key\":\"XWB\"},\"participants\":{\"totalCount\":1,\"edges\":[{\"costShare\":\"40\",\"left\":null}]}}");
		assertThat(ask(Scene.between(), query).data("/node").toString()).isEqualTo(
				"{\"leadNation\":{\"key\":\"XWB\"},\"participants\":{\"totalCount\":1,\"edges\":[{\"costShare\":\"50\",\"left\":\"2020\"}]}}");
	}

	@Test
	void viewerIsOfToday() {
		this.scene.run("MATCH (p:Program {key: 'FX-WRT-ONE'}) SET p.originator = 'XWA', p.releasedTo = ['nation:XWA']");
		String query = "{ node(id: \"%s\") { ... on Program { marking costAmount } } }".formatted(PROGRAM);
		Map<String, Object> release = Map.of("record", PROGRAM, "version", 1, "reason", "Agreed", "releasableTo",
				List.of("nation:XWB"), "figuresMarking", "ORIGINATOR", "marking", "PUBLIC");
		Scene.ask(this.scene.delegate("XWA"), "recordRelease", "record { id }", release);
		Answer stranger = ask(this.scene.delegate("XWB"), this.opened, query);
		assertThat(stranger.data("/node/marking").asString()).as(stranger.text()).isEqualTo("PARTNERS");
		Answer others = ask(this.registry.as("viewer-deu"), this.opened, query);
		assertThat(others.data("/node/costAmount").isNull()).as(others.text()).isTrue();
		this.scene.run("MATCH (p:Program {key: 'FX-WRT-ONE'}) SET p.releasedTo = ['nation:XWA']");
		assertThat(ask(this.scene.delegate("XWB"), this.opened, query).errorCodes()).containsExactly("NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2999-01-01T00:00:00Z", "yesterday", "" })
	void timeToComeAndNoTimeAreRefused(String time) {
		Answer answer = this.scene.registrar()
			.query("query ($at: DateTime!) @asOf(at: $at) { programs { totalCount } }", Map.of("at", time));
		assertThat(answer.errorCodes()).as(answer.text()).containsExactly("BAD_INPUT");
	}

	private Answer ask(Instant at, String query) {
		return ask(this.scene.registrar(), at, query);
	}

	private static Answer ask(GraphqlSession session, Instant at, String query) {
		return session.query("query @asOf(at: \"%s\") %s".formatted(at, query));
	}

	private void revise(int version, Map<String, Object> changes) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("program", PROGRAM, "version", version, "reason", "It is so"));
		input.putAll(changes);
		Answer answer = Scene.ask(this.scene.registrar(), "programRevise", "program { name }", input);
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
	}

}
