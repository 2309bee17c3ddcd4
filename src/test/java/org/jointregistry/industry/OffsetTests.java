package org.jointregistry.industry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is owed in return for a contract is owed by its contractor, and stands as its
 * amounts say.
 */
@RegistryTest
class OffsetTests {

	private static final String CONTRACTS = """
			CREATE (works:Contractor {key: 'FX-WRT-WORKS', name: 'Works', kind: 'COMPANY', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH works MATCH (program:Program {key: 'FX-WRT-ONE'})
			UNWIND ['FX-WRT-PLACED', 'FX-WRT-OPEN'] AS key
			CREATE (contract:Contract {key: key, title: key, kind: 'PRODUCTION', state: 'SIGNED', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:CONTRACT_FOR]->(program)
			WITH works, contract WHERE contract.key = 'FX-WRT-PLACED'
			CREATE (contract)-[:PLACED_WITH]->(works)
			""";

	private static final String SELECTION = "offset { id version value fulfilled currency state released due"
			+ " contractor { key } nation { key } program { key } contract { key offsets { totalCount } } }";

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(CONTRACTS);
	}

	@Test
	void itIsOwedByTheContractorInTheProgramOfTheContract() {
		Answer added = add("FX-WRT-PLACED", Map.of("due", "2028", "marking", "ORIGINATOR"));
		assertThat(Scene.codes(added)).as(added.text()).isEmpty();
		assertThat(added.data("/offsetAdd/offset").toString()).contains("\"contractor\":{\"key\":\"FX-WRT-WORKS\"}",
				"\"nation\":{\"key\":\"XWB\"}", "\"program\":{\"key\":\"FX-WRT-ONE\"}", "\"totalCount\":1",
				"\"state\":\"OPEN\"", "\"due\":\"2028\"");
		String query = "{ node(id: \"%s\") { id } }".formatted(id(added));
		assertThat(this.scene.delegate("XWB").query(query).errorCodes()).isEmpty();
		assertThat(this.scene.industry("FX-WRT-WORKS").query(query).errorCodes()).isEmpty();
		assertThat(this.scene.delegate("XWA").query(query).errorCodes()).containsExactly("NOT_FOUND");
	}

	@Test
	void whereNobodyIsChosenNobodyOwes() {
		assertThat(Scene.codes(add("FX-WRT-OPEN", Map.of()))).containsExactly("CONTRACTOR_REQUIRED contract");
	}

	@Test
	void whileTheContractorMayChangeNobodyOwes() {
		this.scene.run("MATCH (c:Contract {key: 'FX-WRT-PLACED'}) SET c.state = 'TENDERED'");
		assertThat(Scene.codes(add("FX-WRT-PLACED", Map.of()))).containsExactly("CONTRACT_NOT_SIGNED contract");
	}

	@Test
	void contractThatIsBeingChangedIsWaitedFor() throws Exception {
		Answer added = this.scene.whileHeld("MATCH (c:Contract {key: 'FX-WRT-PLACED'}) SET c.version = 2",
				"MATCH (c:Contract {key: 'FX-WRT-PLACED'}) SET c.state = 'TENDERED'",
				() -> add("FX-WRT-PLACED", Map.of()));
		assertThat(Scene.codes(added)).as(added.text()).containsExactly("CONTRACT_NOT_SIGNED contract");
	}

	@Test
	void contractorThatTheManagerDoesNotSeeIsAsNone() {
		this.scene.run("MATCH (c:Contractor {key: 'FX-WRT-WORKS'}) SET c.releasedTo = []");
		assertThat(Scene.codes(add("FX-WRT-PLACED", Map.of()))).containsExactly("CONTRACTOR_REQUIRED contract");
	}

	@Test
	void stateFollowsFromWhatIsCredited() {
		String offset = id(add("FX-WRT-PLACED", Map.of("fulfilled", "99.9999")));
		assertThat(revise(offset, 1, Map.of("fulfilled", "100")).data("/offsetRevise/offset/state").asString())
			.isEqualTo("FULFILLED");
		assertThat(revise(offset, 2, Map.of("value", "120")).data("/offsetRevise/offset/state").asString())
			.isEqualTo("OPEN");
		assertThat(revise(offset, 3, Map.of("released", "2026-01")).data("/offsetRevise/offset/state").asString())
			.isEqualTo("RELEASED");
	}

	@Test
	void whatIsStillToComeIsNotRecorded() {
		String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
		assertThat(Scene.codes(revise(id(add("FX-WRT-PLACED", Map.of())), 1, Map.of("released", tomorrow))))
			.containsExactly("IN_THE_FUTURE released");
	}

	@Test
	void anotherCurrencyIsOfOtherAmounts() {
		String offset = id(add("FX-WRT-PLACED", Map.of("fulfilled", "5")));
		assertThat(Scene.codes(revise(offset, 1, Map.of("currency", "USD", "value", "110"))))
			.containsExactly("AMOUNT_REQUIRED fulfilled");
	}

	private Answer add(String contract, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(
				Map.of("contract", Scene.id("Contract", contract), "nation", Scene.id("Nation", "XWB"), "description",
						"FX-WRT orders", "kind", "INDIRECT", "value", "100", "currency", "EUR"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "offsetAdd", SELECTION, input);
	}

	private Answer revise(String offset, int version, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("offset", offset, "version", version, "reason", "It is so"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "offsetRevise", SELECTION, input);
	}

	private static String id(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/offsetAdd/offset/id").asString();
	}

}
