package org.jointregistry.technology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Managers refuse rights that industry declares; what is refused stays for the record.
 */
@RegistryTest
class RightRefusalTests {

	private static final String RIGHTS = """
			technology { rightHolders(where: {edge: {confirmation: {isNull: false}}}) {
			  edges { key version confirmation refusal marking } } }
			""";

	@OnStage
	private Control control;

	private String key = "";

	@BeforeEach
	void set() {
		this.control.run("""
				MATCH (p:Program {key: 'FX-WRT-ONE'}), (works:Contractor {key: 'FX-WRT-WORKS'})
				CREATE (works)<-[:PERFORMED_BY]-(:WorkShare {key: 'FX-WRT-SHARE', role: 'SUPPLIER', marking: 'PUBLIC',
				  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
				  -[:PART_OF_WORK]->(p)""");
		Answer declared = Scene.ask(this.control.industry("FX-WRT-WORKS"), "ipRightDeclare", RIGHTS,
				Map.of("technology", Control.RADAR, "organization", Scene.id("Contractor", "FX-WRT-WORKS"), "program",
						Control.PROGRAM, "subject", "Antenna", "grant", "OWNS"));
		assertThat(Scene.codes(declared)).as(declared.text()).isEmpty();
		this.key = declared.data("/ipRightDeclare/technology/rightHolders/edges/0/key").asString();
	}

	@Test
	void refusedRightStaysWithHolderAndManagers() {
		Answer refused = write("ipRightRefuse", 1, Map.of("reason", "It is foreground"));
		JsonNode right = refused.data("/ipRightRefuse/technology/rightHolders/edges/0");
		assertThat(right.path("confirmation").asString()).as(refused.text()).isEqualTo("REFUSED");
		assertThat(right.path("refusal").asString()).isEqualTo("It is foreground");
		assertThat(right.path("marking").asString()).isEqualTo("ORIGINATOR");
		assertThat(List.of(this.control.manager(), this.control.industry("FX-WRT-WORKS")))
			.allMatch((session) -> seen(session) == 1);
		assertThat(List.of(this.control.delegate("XWA"), this.control.industry("FX-WRT-OTHERS")))
			.allMatch((session) -> seen(session) == 0);
	}

	@Test
	void refusedRightIsNeitherConfirmedNorChanged() {
		write("ipRightRefuse", 1, Map.of("reason", "It is so"));
		assertThat(Scene.codes(write("ipRightConfirm", 2, Map.of()))).containsExactly("NOT_DECLARED key");
		assertThat(Scene.codes(write("ipRightRefuse", 2, Map.of("reason", "Again"))))
			.containsExactly("NOT_DECLARED key");
		assertThat(Scene.codes(write("ipRightRevise", 2, Map.of("reason", "It is so", "restriction", "None"))))
			.containsExactly("RIGHT_REFUSED key");
	}

	@Test
	void confirmedRightIsNotRefused() {
		assertThat(Scene.codes(write("ipRightConfirm", 1, Map.of()))).isEmpty();
		assertThat(Scene.codes(write("ipRightRefuse", 2, Map.of("reason", "It is so"))))
			.containsExactly("NOT_DECLARED key");
	}

	@Test
	void technologyFlowsByNoRefusedRight() {
		this.control.run("""
				MATCH (p:Program {key: 'FX-WRT-ONE'}), (t:Technology {key: 'FX-WRT-RADAR'})
				CREATE (p)-[:USES {key: 'FX-WRT-USE'}]->(t)""");
		write("ipRightRefuse", 1, Map.of("reason", "It is so"));
		assertThat(flows()).isZero();
		this.control.run("MATCH ()-[r:HOLDS_RIGHT {key: '" + this.key + "'}]->() SET r.confirmation = 'CONFIRMED'");
		assertThat(flows()).isOne();
	}

	private int flows() {
		Answer answer = this.control.manager()
			.query("{ technologyFlow(from: \"%s\", to: \"%s\", maxHops: 3) { paths { steps { from { key } } } } }"
				.formatted(Scene.id("Contractor", "FX-WRT-WORKS"), Control.nation("XWA")));
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		return (int) answer.data("/technologyFlow/paths")
			.values()
			.stream()
			.filter((path) -> path.at("/steps/1/from/key").asString("").equals("FX-WRT-RADAR"))
			.count();
	}

	private Answer write(String mutation, int version, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("technology", Control.RADAR, "key", this.key, "program", Control.PROGRAM, "version", version));
		input.putAll(facts);
		return Scene.ask(this.control.manager(), mutation, RIGHTS, input);
	}

	private static int seen(GraphqlSession session) {
		return session
			.query("{ technologies(where: {key: {eq: \"FX-WRT-RADAR\"}}) { nodes { rightHolders(where: {edge: "
					+ "{confirmation: {isNull: false}}}) { totalCount } } } }")
			.data("/technologies/nodes/0/rightHolders/totalCount")
			.asInt();
	}

}
