package org.jointregistry.audit;

import java.util.HashMap;
import java.util.Map;

import org.assertj.core.api.Assertions;
import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Writes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever changes the audit trail by other means than a mutation is found out.
 */
@RegistryTest
class TamperingTests {

	private static final int ENTRIES = 5;

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Writes writes;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private Seal seal;

	private Trail trail;

	@BeforeEach
	void set() {
		this.trail = new Trail(this.driver, this.registry, this.writes, this.audit);
		this.trail.clear();
		this.trail.write(ENTRIES);
		assertThat(this.trail.breaks()).isEmpty();
	}

	@AfterEach
	void clear() {
		this.trail.clear();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			SET e3.key = e3.key + 'x'                         | ALTERED 3
			SET e3.at = e3.at + duration({nanoseconds: 1})    | ALTERED 3
			SET e3.actor = 'another'                          | ALTERED 3
			SET e3.roles = ['NATIONAL_DELEGATE', 'INDUSTRY']  | ALTERED 3
			SET e3.roles = ['INDUSTRY,NATIONAL_DELEGATE']     | ALTERED 3
			SET e3.onBehalfOf = []                            | ALTERED 3
			SET e3.mutation = 'another'                       | ALTERED 3
			SET e3.recordType = 'Program'                     | ALTERED 3
			SET e3.recordKey = 'FX-3'                         | ALTERED 3
			SET e3.version = 7                                | ALTERED 3
			SET e3.version = toString(e3.version)             | ALTERED 3
			REMOVE e3.version                                 | ALTERED 3
			SET e3.before = e3.after                          | ALTERED 3
			REMOVE e3.before                                  | ALTERED 3
			SET e3.after = '{}'                               | ALTERED 3
			SET e3.previous = e3.hash                         | ALTERED 3
			SET e3.hash = e1.hash                             | ALTERED 3
			REMOVE e3.hash                                    | ALTERED 3
			SET e3.note = 'new'                               | ALTERED 3
			SET e5.after = '{}'                               | ALTERED 5
			SET e5.hash = e1.hash                             | ALTERED 5
			DELETE e1                                         | REMOVED 1
			DELETE e3                                         | REMOVED 3
			DELETE e3, e4                                     | REMOVED 3
			DELETE e5                                         | CUT 5
			DELETE e1, e2, e3, e4, e5                         | CUT 1
			SET e2.sequence = 9 SET e3.sequence = 2 SET e2.sequence = 3 | ALTERED 2, ALTERED 3, REPLACED 3
			SET e5.sequence = 6                               | CUT 5, ADDED 6
			SET e5.chain = null                               | CUT 5, UNCHAINED none
			SET e5.chain = 16                                 | CUT 5, UNCHAINED none
			SET e5.chain = toString(e5.chain)                 | CUT 5, UNCHAINED none
			SET e5.sequence = -5                              | CUT 5, UNCHAINED none
			CREATE (:AuditEntry {key: 'AE-FORGED'})           | UNCHAINED none
			SET head.sequence = 4                             | REPLACED 4, ADDED 5
			SET head.sequence = 6                             | CUT 6
			SET head.hash = e1.hash                           | REPLACED 5
			REMOVE head.hash                                  | REPLACED 5
			REMOVE head.sequence                              | REPLACED 0, ADDED 1, ADDED 2, ADDED 3, ADDED 4, ADDED 5
			DELETE head                                       | ADDED 1, ADDED 2, ADDED 3, ADDED 4, ADDED 5
			""")
	void isFound(String tampering, String breaks) {
		this.trail.run("""
				MATCH (head:AuditChain) WHERE head.sequence = 5
				MATCH (e1:AuditEntry {sequence: 1}), (e2:AuditEntry {sequence: 2}), (e3:AuditEntry {sequence: 3}),
				  (e4:AuditEntry {sequence: 4}), (e5:AuditEntry {sequence: 5})
				""" + tampering);
		try {
			assertThat(String.join(", ", this.trail.breaks())).isEqualTo(breaks);
		}
		finally {
			this.trail.run("UNWIND range(0, 15) AS chain MERGE (head:AuditChain {chain: chain})");
		}
	}

	@Test
	void aForgedEntryAtTheEndIsFound() {
		Map<String, Object> forged = sealed(entry(5), 6);
		this.driver.executableQuery("CREATE (entry:AuditEntry) SET entry = $facts")
			.withParameters(Map.of("facts", forged))
			.execute();
		assertThat(this.trail.breaks()).containsExactly("ADDED 6");
	}

	@Test
	void anEntryThatIsReplacedAndSealedAnewIsFound() {
		Map<String, Object> other = new HashMap<>(entry(3));
		other.put("actor", "another");
		other.put("hash", this.seal.of(other));
		this.driver.executableQuery("MATCH (entry:AuditEntry {sequence: 3}) SET entry = $facts")
			.withParameters(Map.of("facts", other))
			.execute();
		assertThat(this.trail.breaks()).containsExactly("REPLACED 3");
	}

	@Test
	void aSecondEntryInOnePlaceCannotBe() {
		assertThat(Assertions
			.catchThrowable(() -> this.trail.run("MATCH (e:AuditEntry {sequence: 3}) CREATE (f:AuditEntry) "
					+ "SET f.key = 'AE-FORGED', f.chain = e.chain, f.sequence = e.sequence")))
			.isNotNull();
	}

	@Test
	void breaksNameTheEntry() {
		this.trail.run("MATCH (e:AuditEntry {sequence: 2}) SET e.actor = 'another'");
		Answer answer = this.trail.verify(Map.of("first", 10));
		assertThat(answer.data("/auditVerify/intact").asBoolean(true)).isFalse();
		assertThat(answer.data("/auditVerify/breaks/0/key").asString()).isEqualTo(entry(2).get("key"));
		assertThat(answer.data("/auditVerify/breaks/0/chain").asLong()).isEqualTo(entry(2).get("chain"));
	}

	@Test
	void afterManyBreaksTheAuditorGoesOn() {
		this.trail.write(150);
		this.trail.run("MATCH (e:AuditEntry) WHERE e.sequence > 5 SET e.actor = 'another'");
		Answer answer = this.trail.verify(Map.of("first", 1000));
		assertThat(Trail.breaks(answer)).hasSize(AuditVerifying.MOST_BREAKS);
		Map<?, ?> next = Map.of("chain", answer.data("/auditVerify/next/chain").asInt(), "sequence",
				answer.data("/auditVerify/next/sequence").asInt());
		assertThat(Trail.breaks(this.trail.verify(Map.of("first", 1000, "after", next)))).hasSizeGreaterThan(44);
	}

	private Map<String, Object> entry(int sequence) {
		return this.trail.run("MATCH (entry:AuditEntry {sequence: %d}) RETURN entry".formatted(sequence))
			.getFirst()
			.get("entry")
			.asMap();
	}

	private Map<String, Object> sealed(Map<String, Object> before, long sequence) {
		Map<String, Object> facts = new HashMap<>(before);
		facts.put("key", "AE-FORGED");
		facts.put("sequence", sequence);
		facts.put("previous", before.get("hash"));
		facts.put("hash", this.seal.of(facts));
		return facts;
	}

}
