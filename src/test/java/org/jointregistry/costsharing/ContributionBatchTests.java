package org.jointregistry.costsharing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.read.SentStatements;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contributions are recorded together or not at all, with as many statements as a few.
 */
@RegistryTest
class ContributionBatchTests {

	private static final int MOST = 1000;

	private static final int LARGEST_BODY = 1024 * 1024;

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Stage stage;

	@Test
	void paymentsAreJudgedAfterTheEntriesBeforeThem() {
		List<Map<String, Object>> entries = List.of(entry("CALLED", "XRA", 100), entry("PAID", "XRA", 60),
				entry("PAID", "XRA", 40));
		Answer answer = batch(this.stage.manager(), entries);
		assertThat(Ledger.refusals(answer)).isEmpty();
		assertThat(answer.data("/contributionBatchRecord/contributions").findValuesAsString("kind"))
			.containsExactly("CALLED", "PAID", "PAID");
		assertThat(answer.data("/contributionBatchRecord/contributions").findValuesAsString("amount"))
			.containsExactly("100", "60", "40");
		assertThat(Ledger.sums(this.stage.manager())).containsExactly("-", "100", "100", "-", "3");
	}

	@Test
	void paymentBeforeItsCallIsAboveIt() {
		Map<String, Object> before = this.stage.counts();
		List<Map<String, Object>> entries = List.of(entry("PAID", "XRA", 60), entry("CALLED", "XRA", 100),
				entry("PAID", "XRB", 60));
		assertThat(Ledger.refusals(batch(this.stage.manager(), entries)))
			.containsExactly("ABOVE_CALL contributions 0 amount", "ABOVE_CALL contributions 2 amount");
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@Test
	void everyWrongEntryIsToldAtOnceAndNoneIsRecorded() {
		List<Map<String, Object>> entries = new ArrayList<>();
		IntStream.range(0, MOST).forEach((place) -> entries.add(entry("CALLED", "XRA", place + 1)));
		entries.get(3).put("note", " ");
		entries.get(500).put("contributor", Stage.STRANGER);
		entries.get(500).remove("currency");
		entries.get(998).put("releasableTo", List.of("nation:XRA", "nation:XRZ"));
		entries.get(999).putAll(Map.of("kind", "PAID", "contributor", Stage.id("Nation", "XRB")));
		Map<String, Object> before = this.stage.counts();
		assertThat(Ledger.refusals(batch(this.stage.manager(), entries))).containsExactlyInAnyOrder(
				"TEXT_INVALID contributions 3 note", "CURRENCY_REQUIRED contributions 500 currency",
				"NOT_A_PARTNER contributions 500 contributor", "UNKNOWN_REFERENCE contributions 998 releasableTo 1",
				"ABOVE_CALL contributions 999 amount");
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@Test
	void oneEntryThatMayNotBeRecordedRefusesAll() {
		GraphqlSession manager = this.registry.claiming((claims) -> claims.subject("recorder-open")
			.claim("roles", List.of("PROGRAM_MANAGER"))
			.claim("programs", List.of("FX-REC-OPEN")));
		Map<String, Object> before = this.stage.counts();
		Map<String, Object> elsewhere = entry("CALLED", "DEU", 1);
		elsewhere.put("program", Stage.id("Program", "EFA"));
		Ledger.assertForbidden(batch(manager, List.of(entry("CALLED", "XRA", 1), elsewhere)), 16);
		for (String program : List.of(Stage.CLOSED, Stage.ABSENT)) {
			Map<String, Object> hidden = entry("CALLED", "XRA", 1);
			hidden.put("program", program);
			Ledger.assertNotFound(batch(manager, List.of(entry("CALLED", "XRA", 1), hidden, elsewhere)));
		}
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, MOST + 1 })
	void noneAndTooManyAreRefused(int count) {
		List<Map<String, Object>> entries = Collections.nCopies(count, entry("CALLED", "XRA", 1));
		Map<String, Object> before = this.stage.counts();
		assertThat(Ledger.refusals(batch(this.stage.manager(), entries)))
			.containsExactly(((count == 0) ? "TOO_FEW" : "TOO_MANY") + " contributions");
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@Test
	void aThousandTakeAsManyStatementsAsTen() {
		assertThat(statements(MOST)).isEqualTo(statements(10));
	}

	private int statements(int count) {
		Answer answer;
		List<Map<String, Object>> entries = entries(count);
		try (SentStatements sent = new SentStatements()) {
			answer = batch(this.stage.manager(), entries);
			assertThat(answer.data("/contributionBatchRecord/contributions").size())
				.as(Ledger.refusals(answer).toString())
				.isEqualTo(count);
			return sent.all().size();
		}
	}

	/** Calls and payments of several parties, with all that an entry may say. */
	private static List<Map<String, Object>> entries(int count) {
		List<Map<String, Object>> entries = new ArrayList<>();
		for (int place = 0; place < count; place++) {
			Map<String, Object> entry = entry((place % 2 == 0) ? "CALLED" : "PAID", (place % 4 < 2) ? "XRA" : "XRB",
					place / 2 + 1);
			entry.putAll(Map.of("agreement", Stage.AGREEMENT, "phase", "Production", "note", "Instalment " + place,
					"priceYear", 2020, "releasableTo", List.of("nation:XRD", "community:FX-REC-LEAGUE")));
			if (place % 5 == 0) {
				entry.put("contributor", Stage.CONTRACTOR);
				entry.put("aboveCall", true);
			}
			entries.add(entry);
		}
		entries.forEach((entry) -> entry.put("aboveCall", true));
		return entries;
	}

	@Test
	void aThousandFitIntoARequestAndAreAnsweredInOrder() {
		List<Map<String, Object>> entries = entries(MOST);
		Map<String, Object> before = this.stage.counts();
		Map<String, Object> input = Ledger.input("contributions", entries);
		assertThat(input.toString()).hasSizeLessThan(LARGEST_BODY / 2);
		Answer answer = Ledger.ask(this.stage.manager(), "contributionBatchRecord", input);
		assertThat(Ledger.refusals(answer)).isEmpty();
		assertThat(answer.data("/contributionBatchRecord/contributions").findValuesAsString("note"))
			.isEqualTo(entries.stream().map((entry) -> String.valueOf(entry.get("note"))).toList());
		Map<String, Object> after = this.stage.counts();
		for (String kind : List.of("contributions", "entries")) {
			assertThat(number(after, kind) - number(before, kind)).as(kind).isEqualTo(MOST);
		}
		assertThat(number(after, "commands") - number(before, "commands")).isOne();
		Answer again = Ledger.ask(this.stage.manager(), "contributionBatchRecord", input);
		assertThat(again.data()).isEqualTo(answer.data());
		assertThat(this.stage.counts()).isEqualTo(after);
	}

	@Test
	void otherOrderIsOtherInput() {
		Map<String, Object> input = Ledger.input("contributions",
				List.of(entry("CALLED", "XRA", 1), entry("CALLED", "XRA", 2)));
		assertThat(Ledger.refusals(Ledger.ask(this.stage.manager(), "contributionBatchRecord", input))).isEmpty();
		Map<String, Object> turned = new LinkedHashMap<>(input);
		turned.put("contributions", List.of(entry("CALLED", "XRA", 2), entry("CALLED", "XRA", 1)));
		assertThat(Ledger.refusals(Ledger.ask(this.stage.manager(), "contributionBatchRecord", turned)))
			.containsExactly("IDEMPOTENCY_KEY_REUSED idempotencyKey");
	}

	private static long number(Map<String, Object> counts, String kind) {
		return ((Number) counts.getOrDefault(kind, 0)).longValue();
	}

	private static Answer batch(GraphqlSession by, List<Map<String, Object>> entries) {
		return Ledger.ask(by, "contributionBatchRecord", Ledger.input("contributions", entries));
	}

	private static Map<String, Object> entry(String kind, String nation, Object amount) {
		Map<String, Object> entry = Ledger.money(kind, nation, amount);
		entry.remove("idempotencyKey");
		return entry;
	}

}
