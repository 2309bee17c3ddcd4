package org.jointregistry.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.recording.Writes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The chains of the audit trail have no gap, whoever writes at the same time, and
 * auditors alone check them.
 */
@RegistryTest
class ChainTests {

	private static final int WRITERS = 16;

	private static final int BATCHES = 8;

	private static final int BATCH = 3;

	private static final String SEQUENCES = """
			MATCH (entry:AuditEntry)
			WITH entry.chain AS chain, count(*) AS entries, min(entry.sequence) AS first, max(entry.sequence) AS last
			MATCH (head:AuditChain {chain: chain})
			RETURN entries, first, last, head.sequence AS head
			""";

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Writes writes;

	@Autowired
	private AuditTrail audit;

	private Trail trail;

	@BeforeEach
	void set() {
		this.trail = new Trail(this.driver, this.registry, this.writes, this.audit);
		this.trail.clear();
	}

	@AfterEach
	void clear() {
		this.trail.clear();
	}

	@Test
	void writersAtOnceLeaveNoGapAndAreVerifiedMeanwhile() throws Exception {
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			List<Future<?>> writing = new ArrayList<>();
			for (int writer = 0; writer < WRITERS; writer++) {
				writing.add(writers.submit(() -> {
					for (int batch = 0; batch < BATCHES; batch++) {
						this.trail.write(BATCH);
					}
				}));
			}
			do {
				assertThat(this.trail.breaks()).isEmpty();
			}
			while (!writing.stream().allMatch(Future::isDone));
			for (Future<?> each : writing) {
				each.get();
			}
		}
		Answer answer = this.trail.verify(Map.of("first", 10_000));
		assertThat(answer.data("/auditVerify/intact").asBoolean()).isTrue();
		assertThat(answer.data("/auditVerify/checked").asInt()).isEqualTo(WRITERS * BATCHES * BATCH);
		for (Record chain : this.trail.run(SEQUENCES)) {
			assertThat(chain.get("first").asLong()).isEqualTo(1);
			assertThat(chain.get("last").asLong()).isEqualTo(chain.get("entries").asLong())
				.isEqualTo(chain.get("head").asLong());
		}
	}

	@Test
	void whatIsUndoneLeavesNoGap() {
		this.trail.write(2);
		assertThatThrownBy(() -> this.writes.inTransaction((transaction) -> {
			this.audit.add(transaction, Trail.WRITER, Trail.changes(4));
			throw new IllegalArgumentException("undone");
		})).hasMessage("undone");
		this.trail.write(2);
		assertThat(this.trail.breaks()).isEmpty();
		assertThat(this.trail.verify(Map.of("first", 10)).data("/auditVerify/checked").asInt()).isEqualTo(4);
	}

	@Test
	void aTransactionAddsSeveralTimes() {
		this.writes.inTransaction((transaction) -> {
			Trail.changes(3).forEach((change) -> this.audit.add(transaction, Trail.WRITER, change));
			this.audit.add(transaction, Trail.WRITER, List.of());
			return true;
		});
		assertThat(this.trail.breaks()).isEmpty();
		assertThat(this.trail.run("MATCH (e:AuditEntry) RETURN DISTINCT e.chain")).hasSize(1);
	}

	@Test
	void aWriterThatWentThroughNoGateIsRefused() {
		try (var session = this.driver.session()) {
			assertThatThrownBy(() -> session.executeWriteWithoutResult(
					(transaction) -> this.audit.add(transaction, Trail.WRITER, Trail.changes(1))))
				.isInstanceOf(IllegalStateException.class);
		}
	}

	@Test
	void aThousandChangesAreTwoStatements() {
		this.trail.write(1000);
		Answer answer = this.trail.verify(Map.of("first", 1000));
		assertThat(answer.data("/auditVerify/checked").asInt()).isEqualTo(1000);
	}

	@Test
	void partsTogetherAreTheWhole() {
		for (int batch = 0; batch < 20; batch++) {
			this.trail.write(1 + batch % 3);
		}
		int all = this.trail.run("MATCH (e:AuditEntry) RETURN count(e) AS all").getFirst().get("all").asInt();
		Map<String, Object> variables = new HashMap<>(Map.of("first", 2));
		int checked = 0;
		for (JsonNode next = null; next == null || !next.isNull();) {
			Answer answer = this.trail.verify(variables);
			assertThat(Trail.breaks(answer)).isEmpty();
			checked += answer.data("/auditVerify/checked").asInt();
			next = answer.data("/auditVerify/next");
			variables.put("after",
					Map.of("chain", next.path("chain").asInt(0), "sequence", next.path("sequence").asInt(0)));
		}
		assertThat(checked).isEqualTo(all);
	}

	@Test
	void headsAreWhatTheAuditorFindsAgain() {
		this.trail.write(3);
		Answer before = this.trail.verify(Map.of("first", 10));
		this.trail.write(3);
		before.data("/auditVerify/heads").forEach((head) -> {
			String asked = "{ auditEntries(where: {chain: {eq: %s}, sequence: {eq: %s}}) { nodes { hash } } }"
				.formatted(head.path("chain").asInt(), head.path("sequence").asInt());
			List<String> hashes = this.registry.as("auditor").query(asked).all("hash");
			assertThat(hashes)
				.isEqualTo((head.path("sequence").asInt() > 0) ? List.of(head.path("hash").asString()) : List.of());
		});
		assertThat(before.data("/auditVerify/heads").size()).isEqualTo(16);
	}

	@Test
	void anAuditorRecomputesTheHash() throws Exception {
		this.trail.write(2);
		Answer answer = this.registry.as("auditor").query("""
				{ auditEntries { nodes { actor after at before chain hash key mutation onBehalfOf previous recordKey
				  recordType roles sequence touched version } } }""");
		assertThat(answer.data("/auditEntries/nodes").size()).isEqualTo(2);
		for (JsonNode entry : answer.data("/auditEntries/nodes")) {
			assertThat(entry.path("onBehalfOf").values()).extracting(JsonNode::asString)
				.containsExactly("nation:XRA", "organization:FX-WORKS");
			StringBuilder text = new StringBuilder();
			Map<String, JsonNode> facts = new TreeMap<>();
			entry.properties().forEach((fact) -> facts.put(fact.getKey(), fact.getValue()));
			facts.remove("hash");
			facts.forEach((name, value) -> text.append(name).append('=').append(written(name, value)).append('\n'));
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
			assertThat(entry.path("hash").asString()).isEqualTo(HexFormat.of().formatHex(hash));
		}
	}

	private static String written(String name, JsonNode value) {
		if (value.isArray()) {
			StringBuilder list = new StringBuilder("[");
			value.forEach((element) -> list.append(written(name, element)));
			return list.append(']').toString();
		}
		String text = value.asString();
		return value.isNumber() ? "#" + text
				: name.equals("at") ? "@" + text : text.getBytes(StandardCharsets.UTF_8).length + ":" + text;
	}

	@Test
	void nobodyButAnAuditorVerifies() {
		String asked = "{ auditVerify(first: 10) { intact } }";
		List<Answer> answers = new ArrayList<>();
		for (boolean broken : List.of(false, true)) {
			for (DemoClient client : DemoClient.values()) {
				if (client != DemoClient.AUDITOR) {
					answers.add(this.registry.as(client.id()).header("X-Request-Id", "same").query(asked));
				}
			}
			answers.add(this.registry.as("auditor")
				.header("X-Request-Id", "same")
				.query("query Q @asSeenBy(roles: [REGISTRAR])\n" + asked));
			if (!broken) {
				this.trail.write(1);
				this.trail.run("MATCH (e:AuditEntry) SET e.actor = 'another'");
			}
		}
		assertThat(answers.getFirst().errorCodes()).containsExactly("FORBIDDEN");
		assertThat(answers.getFirst().errors().at("/0/extensions/policySentence").asInt()).isEqualTo(10);
		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer.data("/auditVerify").isNull()).isTrue();
			assertThat(answer.errors().at("/0/message").asString())
				.isEqualTo(answers.getFirst().errors().at("/0/message").asString());
			assertThat(answer.errors().at("/0/extensions")).isEqualTo(answers.getFirst().errors().at("/0/extensions"));
		});
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 0", "10001, 0, 0", "1, -1, 0", "1, 16, 0", "1, 0, -1" })
	void whatIsNoPlaceIsBadInput(int first, int chain, int sequence) {
		assertThat(this.registry.as("auditor")
			.query("{ auditVerify(first: %d, after: {chain: %d, sequence: %d}) { intact } }".formatted(first, chain,
					sequence))
			.errorCodes()).containsExactly("BAD_INPUT");
	}

}
