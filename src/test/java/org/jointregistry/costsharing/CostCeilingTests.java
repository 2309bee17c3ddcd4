package org.jointregistry.costsharing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An entry that goes above the ceiling of its phase is recorded with a finding: one for
 * each such entry, and of what stands alone.
 */
@RegistryTest
class CostCeilingTests {

	private static final String UNSPLIT = """
			MATCH (open:Program {key: 'FX-REC-OPEN'}), (closed:Program {key: 'FX-REC-CLOSED'})
			CREATE (open)<-[:TOWARDS]-(:Contribution {key: 'FX-REC-BOTH', kind: 'CALLED', phase: 'Development',
			  currency: 'EUR', amount: 10000000})-[:TOWARDS]->(closed)
			CREATE (open)<-[:TOWARDS]-(:Contribution {key: 'FX-REC-FORMER', kind: 'CALLED', phase: 'Development',
			  currency: 'EUR', amount: 10000000})<-[:SUPERSEDES]-(:Contribution {key: 'FX-REC-LATER', kind: 'CALLED',
			  phase: 'Development', currency: 'EUR', amount: 10000})-[:TOWARDS]->(open)
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Stage stage;

	@ParameterizedTest
	@ValueSource(strings = { "PLEDGED", "CALLED", "PAID", "DELIVERED" })
	void entryAboveTheCeilingIsRecordedWithAFinding(String kind) {
		String ceiling = set(100).path("key").asString();
		record(kind, "99.5");
		record(kind, "0.5");
		assertThat(Ceilings.findings(this.stage.manager())).isEmpty();
		String above = record(kind, "0.25");
		assertThat(Ceilings.findings(this.stage.manager())).singleElement().satisfies((finding) -> {
			assertThat(finding.path("kind").asString()).isEqualTo("ABOVE_CEILING");
			assertThat(finding.path("excess").asString()).isEqualTo("0.25");
			assertThat(finding.path("ceilingAmount").asString()).isEqualTo("100");
			assertThat(finding.path("currency").asString()).isEqualTo("EUR");
			assertThat(finding.at("/contribution/id").asString()).isEqualTo(above);
			assertThat(finding.at("/ceiling/key").asString()).isEqualTo(ceiling);
			assertThat(finding.at("/program/key").asString()).isEqualTo("FX-REC-OPEN");
			assertThat(finding.path("fictional").asBoolean()).isTrue();
		});
	}

	@Test
	void eachKindIsASumOfItsOwn() {
		set(100);
		for (String kind : List.of("PLEDGED", "CALLED", "PAID", "DELIVERED")) {
			record(kind, 100);
		}
		assertThat(Ceilings.findings(this.stage.manager())).isEmpty();
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "phase, Production", "phase, development", "currency, USD" })
	void whatIsOfAnotherPhaseOrCurrencyDoesNotCount(String field, String value) {
		set(100);
		Map<String, Object> other = Ceilings.money("CALLED", 1000);
		other.put(field, value);
		Ledger.done(Ledger.record(this.stage.manager(), other));
		record("CALLED", 100);
		assertThat(Ceilings.findings(this.stage.manager())).isEmpty();
	}

	@Test
	void whatIsOfAnotherProgramDoesNotCount() {
		set(100);
		Map<String, Object> other = Ceilings.money("CALLED", 1000);
		other.put("program", Stage.CLOSED);
		Ledger.done(Ledger.record(this.stage.manager(), other));
		record("CALLED", 100);
		assertThat(Ceilings.findings(this.stage.manager())).isEmpty();
	}

	@Test
	void whatWasTakenBackOrReplacedOrIsForSeveralProgramsDoesNotCount() {
		set(100);
		Ledger.done(Ledger.reverse(this.stage.manager(), record("CALLED", 99)));
		this.stage.run(UNSPLIT);
		record("CALLED", 99);
		assertThat(Ceilings.findings(this.stage.manager())).isEmpty();
		record("CALLED", 1);
		assertThat(Ceilings.excesses(this.stage.manager())).containsExactly("1");
	}

	@ParameterizedTest(name = "from {0} to {1} days after today: found {2}")
	@CsvSource({ "0, 0, true", "1, 2, false", "-2, -1, false" })
	void ceilingHoldsFromItsFirstDayToItsLast(int from, int to, boolean found) {
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		Ceilings.done(Ceilings.set(this.stage.manager(), Ceilings.ceiling(100, "validFrom",
				today.plusDays(from).toString(), "validTo", today.plusDays(to).toString())));
		record("CALLED", 101);
		assertThat(Ceilings.findings(this.stage.manager())).hasSize(found ? 1 : 0);
	}

	@Test
	void entriesOfABatchAreAddedInTheirOrder() {
		set(100);
		List<Map<String, Object>> entries = new ArrayList<>();
		for (int amount : List.of(60, 50, 20)) {
			Map<String, Object> entry = Ceilings.money("CALLED", amount);
			entry.remove("idempotencyKey");
			entries.add(entry);
		}
		Map<String, Object> input = Ledger.input("contributions", entries);
		Answer answer = Ledger.ask(this.stage.manager(), "contributionBatchRecord", input);
		assertThat(Ledger.refusals(answer)).isEmpty();
		assertThat(Ceilings.excesses(this.stage.manager())).containsExactly("10", "30");
		assertThat(Ledger.ask(this.stage.manager(), "contributionBatchRecord", input).data()).isEqualTo(answer.data());
		assertThat(Ceilings.excesses(this.stage.manager())).containsExactly("10", "30");
	}

	@RepeatedTest(3)
	void ofEntriesAtOnceEachIsAddedToThoseBefore() throws Exception {
		set(500);
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService callers = Executors.newFixedThreadPool(12)) {
			List<Future<String>> entries = IntStream.range(0, 12).mapToObj((caller) -> callers.submit(() -> {
				start.await();
				return record("PLEDGED", 100);
			})).toList();
			start.countDown();
			for (Future<String> entry : entries) {
				entry.get();
			}
		}
		assertThat(Ceilings.excesses(this.stage.manager())).containsExactly("100", "200", "300", "400", "500", "600",
				"700");
	}

	@Test
	void refusedEntryLeavesNoFinding() {
		set(100);
		Map<String, Object> before = this.stage.counts();
		Map<String, Object> payment = Ceilings.money("PAID", 101);
		payment.remove("aboveCall");
		assertThat(Ledger.refusals(Ledger.record(this.stage.manager(), payment))).containsExactly("ABOVE_CALL amount");
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@Test
	void auditTrailTellsOfTheFindingByTheEntrysMutation() {
		String ceiling = set(100).path("key").asString();
		record("CALLED", 101);
		JsonNode entry = this.registry.as("auditor")
			.query("{ auditEntries(where: {recordType: {eq: \"Finding\"}}) { nodes { mutation after } } }")
			.data("/auditEntries/nodes/0");
		assertThat(entry.path("mutation").asString()).isEqualTo("contributionRecord");
		assertThat(entry.path("after").asString()).contains("\"excess\":\"1\"", "\"kind\":\"ABOVE_CEILING\"",
				"\"Contribution:CR-", "\"CostCeiling:" + ceiling + "\"", "\"Program:FX-REC-OPEN\"");
	}

	@Test
	void excessOfMoreDigitsThanAnAmountHasIsNotTold() {
		set("0.01");
		record("CALLED", "99999999999999");
		record("CALLED", "99999999999999");
		assertThat(Ceilings.excesses(this.stage.manager())).containsExactlyInAnyOrder("99999999999998.99", "-");
	}

	@Test
	void phaseHasOneCeilingAtATime() {
		JsonNode first = Ceilings
			.done(Ceilings.set(this.stage.manager(), Ceilings.ceiling(100, "validFrom", "2020", "validTo", "2024-06")));
		assertThat(refusals(Ceilings.ceiling(200, "validFrom", "2024-06-30")))
			.containsExactly("PERIOD_TAKEN validFrom");
		assertThat(refusals(Ceilings.ceiling(200, "validFrom", "2024-07", "validTo", "2024-06-30")))
			.containsExactly("PERIOD_REVERSED validTo");
		assertThat(refusals(Ceilings.ceiling(200, "validFrom", "2024-07-01"))).isEmpty();
		assertThat(refusals(Ceilings.ceiling(200, "currency", "USD"))).isEmpty();
		assertThat(refusals(Ceilings.ceiling(200, "phase", "Production"))).isEmpty();
		assertThat(Ledger.refusals(Ceilings.revise(this.stage.manager(), revision(first, "validTo", "2024-07"))))
			.containsExactly("PERIOD_TAKEN validFrom");
		assertThat(Ledger.refusals(Ceilings.revise(this.stage.manager(), revision(first, "validTo", "2024-05"))))
			.isEmpty();
	}

	@Test
	void revisedCeilingCountsForLaterEntriesAndFindingsStay() {
		JsonNode ceiling = set(100);
		record("CALLED", 101);
		JsonNode revised = Ceilings.done(Ceilings.revise(this.stage.manager(), revision(ceiling, "amount", "200")));
		assertThat(revised.path("amount").asString()).isEqualTo("200");
		assertThat(revised.path("version").asInt()).isEqualTo(2);
		record("CALLED", 99);
		record("CALLED", 2);
		assertThat(Ceilings.findings(this.stage.manager()))
			.extracting(
					(finding) -> finding.path("excess").asString() + " of " + finding.path("ceilingAmount").asString())
			.containsExactly("1 of 100", "2 of 200");
	}

	@Test
	void ceilingIsNotLeftWithoutAnAmount() {
		Map<String, Object> input = revision(set(100), "amount", "200");
		input.replace("amount", null);
		assertThat(Ledger.refusals(Ceilings.revise(this.stage.manager(), input)))
			.containsExactly("AMOUNT_REQUIRED amount");
	}

	private List<String> refusals(Map<String, Object> ceiling) {
		return Ledger.refusals(Ceilings.set(this.stage.manager(), ceiling));
	}

	private static Map<String, Object> revision(JsonNode ceiling, String field, Object value) {
		return Ledger.input("costCeiling", ceiling.path("id").asString(), "version", ceiling.path("version").asInt(),
				"reason", "Agreed", field, value);
	}

	private JsonNode set(Object amount) {
		return Ceilings.done(Ceilings.set(this.stage.manager(), Ceilings.ceiling(amount)));
	}

	private String record(String kind, Object amount) {
		return Ledger.done(Ledger.record(this.stage.manager(), Ceilings.money(kind, amount))).path("id").asString();
	}

}
