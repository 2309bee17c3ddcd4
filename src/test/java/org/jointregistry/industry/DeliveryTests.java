package org.jointregistry.industry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an organization declares to have delivered waits for a manager, is decided once,
 * and is shown to others only then.
 */
@RegistryTest
class DeliveryTests {

	private static final String SELECTION = """
			workShareDelivery { id version status note item value marking contractor { key } institution { key } program { key }
			  workShare { id deliveries { totalCount } } }""";

	private static final String WORKS = """
			MATCH (program:Program {key: 'FX-WRT-ONE'}), (nation:Nation {key: 'XWA'})
			CREATE (nation)-[:PARTICIPATES_IN {key: 'FX-WRT-PART', role: 'PARTNER'}]->(program)
			WITH program
			UNWIND ['FX-WRT-WORKS', 'FX-WRT-OTHERS'] AS key
			CREATE (:Contractor {key: key, name: key, marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})
			  <-[:PERFORMED_BY]-(:WorkShare {key: key, role: 'SUPPLIER', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})-[:PART_OF_WORK]->(program)
			""";

	private static final String RESEARCHES = """
			MATCH (program:Program {key: 'FX-WRT-ONE'})
			WITH program, {marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1} AS record
			CREATE (by:Institution {key: 'FX-WRT-UNI', name: 'University', kind: 'UNIVERSITY'})
			  <-[:RESEARCHED_BY]-(share:WorkShare {key: 'FX-WRT-UNI', role: 'SUPPLIER'})-[:PART_OF_WORK]->(program)
			SET by += record, share += record
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	private GraphqlSession works;

	@BeforeEach
	void set() {
		this.scene.run(WORKS);
		this.works = this.scene.industry("FX-WRT-WORKS");
	}

	@Test
	void whatIsDeclaredWaitsAndIsOfItsWorkShare() {
		Answer answer = declare(Map.of("value", "2.5", "currency", "EUR"));
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		assertThat(answer.data("/workShareDeliveryDeclare/workShareDelivery").toString()).contains(
				"\"status\":\"DECLARED\"", "\"marking\":\"ORIGINATOR\"", "\"key\":\"FX-WRT-WORKS\"", "\"totalCount\":1",
				"\"value\":\"2.5\"");
	}

	@Test
	void institutionDeclaresWhatItDeliveredOfItsWork() {
		this.scene.run(RESEARCHES);
		GraphqlSession university = this.scene.industry("FX-WRT-UNI");
		Answer answer = declare(university, "FX-WRT-UNI", Map.of());
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		String id = id(answer);
		assertThat(this.scene.manager()
			.query("{ node(id: \"%s\") { ... on WorkShareDelivery { contractor { key } institution { key } } } }"
				.formatted(id))
			.data("/node")).hasToString("{\"contractor\":null,\"institution\":{\"key\":\"FX-WRT-UNI\"}}");
		assertThat(sees(this.works, id)).isFalse();
		confirm(this.scene.manager(), id, Map.of("industryReleasable", true));
		assertThat(sees(this.works, id)).isTrue();
	}

	@Test
	void nobodyDeclaresDeliveriesOfAnothersWork() {
		this.scene.run(RESEARCHES);
		assertThat(declare(this.scene.industry("FX-WRT-UNI"), "FX-WRT-WORKS", Map.of()).errorCodes())
			.containsExactly("FORBIDDEN");
		assertThat(declare(this.works, "FX-WRT-UNI", Map.of()).errorCodes()).containsExactly("FORBIDDEN");
	}

	@Test
	void whatIsSharedWithIndustryIsSharedWithInstitutionsThatWorkOnTheProgram() {
		this.scene.run(RESEARCHES);
		String id = id(declare(Map.of()));
		confirm(this.scene.manager(), id, Map.of("industryReleasable", true));
		GraphqlSession university = this.scene.industry("FX-WRT-UNI");
		assertThat(sees(university, id)).isTrue();
		this.scene.run("MATCH (share:WorkShare {key: 'FX-WRT-UNI'}) SET share.until = '2020'");
		assertThat(sees(university, id)).isFalse();
	}

	@Test
	void itIsOfTheWorkSharesProgram() {
		Answer answer = this.scene.manager()
			.query("{ node(id: \"%s\") { ... on WorkShareDelivery { program { key } } } }"
				.formatted(id(declare(Map.of()))));
		assertThat(answer.data("/node/program/key").asString()).as(answer.text()).isEqualTo("FX-WRT-ONE");
	}

	@Test
	void untilItIsConfirmedOnlyTheContractorAndTheManagerSeeIt() {
		String id = id(declare(Map.of()));
		assertThat(List.of(sees(this.works, id), sees(this.scene.manager(), id))).containsOnly(true);
		assertThat(List.of(sees(this.scene.delegate("XWA"), id), sees(this.scene.industry("FX-WRT-OTHERS"), id)))
			.containsOnly(false);
		Answer answer = confirm(this.scene.manager(), id, Map.of("industryReleasable", true, "note", "As agreed"));
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		assertThat(answer.data("/workShareDeliveryConfirm/workShareDelivery").toString())
			.contains("\"status\":\"CONFIRMED\"", "\"marking\":\"PARTNERS\"", "\"note\":\"As agreed\"");
		assertThat(List.of(sees(this.scene.delegate("XWA"), id), sees(this.scene.industry("FX-WRT-OTHERS"), id)))
			.containsOnly(true);
		assertThat(sees(this.scene.delegate("XWB"), id)).isFalse();
	}

	@Test
	void managerOfAnotherProgramConfirmsAndRefusesNothing() {
		String id = id(declare(Map.of()));
		GraphqlSession other = this.registry.claiming((claims) -> claims.subject("scene-other")
			.claim("roles", List.of("PROGRAM_MANAGER"))
			.claim("programs", List.of("EFA")));
		assertThat(confirm(other, id, Map.of()).errorCodes()).containsExactly("NOT_FOUND");
		this.scene.run("""
				MATCH (d:WorkShareDelivery {recordedBy: 'scene-FX-WRT-WORKS'})
				SET d.marking = 'PUBLIC', d.releasedTo = ['public']""");
		assertThat(confirm(other, id, Map.of()).errorCodes()).containsExactly("FORBIDDEN");
		assertThat(refuse(other, id, 1).errorCodes()).containsExactly("FORBIDDEN");
	}

	@Test
	void valueIsShownAsTheConfirmationSays() {
		String id = id(declare(Map.of("value", "2.5", "currency", "EUR")));
		assertThat(Scene.codes(confirm(this.scene.manager(), id, Map.of("figuresMarking", "ORIGINATOR")))).isEmpty();
		String query = "{ node(id: \"%s\") { ... on WorkShareDelivery { item value } } }".formatted(id);
		Answer partner = this.scene.delegate("XWA").query(query);
		assertThat(partner.data("/node/item").asString()).as(partner.text()).isEqualTo("Rig");
		assertThat(partner.data("/node/value").isNull()).isTrue();
		assertThat(this.works.query(query).data("/node/value").asString()).isEqualTo("2.5");
	}

	@Test
	void whoeverDeclaredItDoesNotConfirmIt() {
		GraphqlSession both = this.registry.claiming((claims) -> claims.subject("scene-both")
			.claim("roles", List.of("INDUSTRY", "PROGRAM_MANAGER"))
			.claim("organization", "FX-WRT-WORKS")
			.claim("programs", List.of("FX-WRT-ONE")));
		String id = id(declare(both, "FX-WRT-WORKS", Map.of()));
		Answer answer = confirm(both, id, Map.of());
		assertThat(answer.errorCodes()).as(answer.text()).containsExactly("FORBIDDEN");
		assertThat(answer.errors().at("/0/extensions/policySentence").asInt()).isEqualTo(20);
		assertThat(Scene.codes(refuse(both, id, 1))).isEmpty();
	}

	@Test
	void aDecisionIsMadeOnce() {
		String confirmed = id(declare(Map.of()));
		confirm(this.scene.manager(), confirmed, Map.of());
		assertThat(Scene.codes(refuse(this.scene.manager(), confirmed, 2)))
			.containsExactly("DELIVERY_DECIDED workShareDelivery");
		String refused = id(declare(Map.of()));
		Answer answer = refuse(this.scene.manager(), refused, 1);
		assertThat(answer.data("/workShareDeliveryRefuse/workShareDelivery").toString())
			.contains("\"status\":\"REFUSED\"", "\"marking\":\"ORIGINATOR\"", "\"note\":\"It never came\"");
		assertThat(Scene.codes(confirm(this.scene.manager(), refused, Map.of("version", 2))))
			.containsExactly("DELIVERY_DECIDED workShareDelivery");
		assertThat(sees(this.works, refused)).isTrue();
	}

	@Test
	void onlyTheOwnWorkIsDeclared() {
		assertThat(declare(this.works, "FX-WRT-OTHERS", Map.of()).errorCodes()).containsExactly("FORBIDDEN");
		this.scene.run("MATCH (w:WorkShare {key: 'FX-WRT-OTHERS'}) SET w.releasedTo = []");
		assertThat(declare(this.works, "FX-WRT-OTHERS", Map.of()).errorCodes()).containsExactly("NOT_FOUND");
	}

	@Test
	void whatIsYetToComeIsNotDelivered() {
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		assertThat(Scene.codes(declare(Map.of("delivered", "2999")))).containsExactly("IN_THE_FUTURE delivered");
		assertThat(Scene.codes(declare(Map.of("delivered", today.plusDays(1).toString()))))
			.containsExactly("IN_THE_FUTURE delivered");
		assertThat(Scene.codes(declare(Map.of("delivered", today.toString())))).isEmpty();
	}

	@Test
	void valueAndCurrencyNeedEachOther() {
		assertThat(Scene.codes(declare(Map.of("value", "9")))).containsExactly("CURRENCY_REQUIRED currency");
		assertThat(Scene.codes(declare(Map.of("currency", "EUR")))).containsExactly("AMOUNT_REQUIRED value");
	}

	private Answer declare(Map<String, Object> more) {
		return declare(this.works, "FX-WRT-WORKS", more);
	}

	private static Answer declare(GraphqlSession session, String share, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(
				Map.of("workShare", Scene.id("WorkShare", share), "item", "Rig", "delivered", "2024-05"));
		input.putAll(more);
		return Scene.ask(session, "workShareDeliveryDeclare", SELECTION, input);
	}

	private static Answer confirm(GraphqlSession session, String id, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("workShareDelivery", id, "version", 1));
		input.putAll(more);
		return Scene.ask(session, "workShareDeliveryConfirm", SELECTION, input);
	}

	private static Answer refuse(GraphqlSession session, String id, int version) {
		return Scene.ask(session, "workShareDeliveryRefuse", SELECTION,
				Map.of("workShareDelivery", id, "version", version, "note", "It never came"));
	}

	private static String id(Answer answer) {
		return answer.data("/workShareDeliveryDeclare/workShareDelivery/id").asString();
	}

	private static boolean sees(GraphqlSession session, String id) {
		Answer answer = session.query("{ node(id: \"%s\") { id } }".formatted(id));
		assertThat(answer.errorCodes()).isSubsetOf("NOT_FOUND");
		return answer.errorCodes().isEmpty();
	}

}
