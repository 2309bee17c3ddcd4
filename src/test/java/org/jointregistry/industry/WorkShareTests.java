package org.jointregistry.industry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
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
 * Work shares tell what was planned, contracted and paid apart, each in a currency, and
 * are shown to those who do the work.
 */
@RegistryTest
class WorkShareTests {

	private static final String SELECTION = "workShare { id version role planned contracted paid currency since }";

	private static final String WORKS = """
			CREATE (:Contractor {key: 'FX-WRT-WORKS', name: 'Works', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(WORKS);
	}

	@Test
	void plannedContractedAndPaidAreThreeAmounts() {
		Answer answer = add(Map.of("planned", "100", "contracted", "90", "paid", "80.5", "currency", "EUR"));
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		assertThat(answer.data("/workShareAdd/workShare/planned").asString()).isEqualTo("100");
		assertThat(answer.data("/workShareAdd/workShare/contracted").asString()).isEqualTo("90");
		assertThat(answer.data("/workShareAdd/workShare/paid").asString()).isEqualTo("80.5");
		assertThat(answer.data("/workShareAdd/workShare/version").asInt()).isOne();
	}

	@Test
	void whoDoesTheWorkSeesItAndOthersDoNot() {
		String id = id(add(Map.of()));
		assertThat(seenBy(this.scene.industry("FX-WRT-WORKS"), id)).isTrue();
		assertThat(seenBy(this.scene.industry("FX-WRT-OTHERS"), id)).isFalse();
		assertThat(seenBy(this.scene.delegate("XWA"), id)).isFalse();
	}

	@Test
	void figuresMayBeShownToFewer() {
		this.scene.run("""
				MATCH (n:Nation {key: 'XWA'}), (p:Program {key: 'FX-WRT-ONE'})
				CREATE (n)-[:PARTICIPATES_IN {key: 'FX-WRT-PART', role: 'PARTNER'}]->(p)""");
		String id = id(add(Map.of("paid", "9", "currency", "EUR", "figuresMarking", "ORIGINATOR")));
		String asked = "{ node(id: \"%s\") { ... on WorkShare { role paid } } }".formatted(id);
		assertThat(this.scene.delegate("XWA").query(asked).data("/node/role").asString()).isEqualTo("SUPPLIER");
		assertThat(this.scene.delegate("XWA").query(asked).data("/node/paid").isNull()).isTrue();
		assertThat(this.scene.manager().query(asked).data("/node/paid").asString()).isEqualTo("9");
	}

	@Test
	void amountAndCurrencyNeedEachOther() {
		assertThat(Scene.codes(add(Map.of("paid", "9")))).containsExactly("CURRENCY_REQUIRED currency");
		assertThat(Scene.codes(add(Map.of("currency", "EUR")))).containsExactly("AMOUNT_REQUIRED currency");
	}

	@Test
	void changeIsJudgedByWhatIsThere() {
		String id = id(add(Map.of("planned", "100", "paid", "9", "currency", "EUR", "since", "2020")));
		assertThat(Scene.codes(revise(id, take("currency")))).containsExactly("CURRENCY_REQUIRED currency");
		assertThat(Scene.codes(revise(id, Map.of("until", "2019")))).containsExactly("PERIOD_REVERSED until");
		assertThat(Scene.codes(revise(id, Map.of("currency", "USD", "planned", "110"))))
			.containsExactly("AMOUNT_REQUIRED paid");
		Answer answer = revise(id, Map.of("currency", "USD", "planned", "110", "paid", "10"));
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		assertThat(answer.data("/workShareRevise/workShare/version").asInt()).isEqualTo(2);
		assertThat(answer.data("/workShareRevise/workShare/since").asString()).isEqualTo("2020");
	}

	@Test
	void sameCurrencyMayBeSaidAgain() {
		String id = id(add(Map.of("planned", "100", "currency", "EUR")));
		assertThat(Scene.codes(revise(id, Map.of("paid", "9", "currency", "EUR")))).isEmpty();
	}

	@Test
	void managerOfAnotherProgramMayNot() {
		String id = id(add(Map.of("marking", "PUBLIC")));
		Map<String, Object> input = change(id, Map.of("role", "CO_PRIME"));
		assertThat(Scene.ask(this.registry.as("manager-f35"), "workShareRevise", SELECTION, input).errorCodes())
			.containsExactly("FORBIDDEN");
	}

	private static Map<String, @Nullable Object> take(String field) {
		Map<String, @Nullable Object> taken = new HashMap<>();
		taken.put(field, null);
		return taken;
	}

	private Answer add(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("program", Scene.id("Program", "FX-WRT-ONE"),
				"contractor", Scene.id("Contractor", "FX-WRT-WORKS"), "role", "SUPPLIER"));
		input.putAll(facts);
		return Scene.ask(this.scene.manager(), "workShareAdd", SELECTION, input);
	}

	private Answer revise(String id, Map<String, ? extends @Nullable Object> facts) {
		return Scene.ask(this.scene.manager(), "workShareRevise", SELECTION, change(id, facts));
	}

	private static Map<String, Object> change(String id, Map<String, ? extends @Nullable Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("workShare", id, "version", 1, "reason", "It is so"));
		input.putAll(facts);
		return input;
	}

	private static String id(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/workShareAdd/workShare/id").asString();
	}

	private static boolean seenBy(GraphqlSession session, String id) {
		return session.query("{ node(id: \"%s\") { id } }".formatted(id)).errorCodes().isEmpty();
	}

}
