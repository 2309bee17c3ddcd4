package org.jointregistry.oracle;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A statement that takes more time or memory than it may is ended once and told by its
 * code, and the database is free again.
 */
@OracleTest
class OverrunTests {

	private static final String LONG = "UNWIND range(1, 10000000000) AS overrun RETURN count(overrun % 7)";

	private static final String LARGE = "UNWIND range(1, 100000000) AS overrun RETURN size(collect(overrun))";

	private static final String OPEN = """
			SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'overrun'
			  AND NOT currentQuery CONTAINS 'SHOW' RETURN currentQuery
			""";

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private Tampering tampering;

	private final AtomicInteger runs = new AtomicInteger();

	@AfterEach
	void stop() {
		this.tampering.stop();
	}

	@Test
	void tooLongIsEndedOnce() {
		this.tampering.within(Duration.ofMillis(500));
		assertEnded(LONG, "TIMEOUT");
	}

	@Test
	void tooLargeIsEndedOnce() {
		assertEnded(LARGE, "TOO_COSTLY");
	}

	private void assertEnded(String statement, String code) {
		this.tampering.with((text) -> {
			this.runs.incrementAndGet();
			return statement;
		});
		Answer answer = ask();
		assertThat(answer.errorCodes()).as(answer.text()).containsExactly(code);
		assertThat(answer.text()).doesNotContain("db.memory", "MiB", "overrun", "transaction");
		assertThat(this.runs).hasValue(1);
		this.tampering.stop();
		assertThat(this.driver.executableQuery(OPEN).execute().records()).isEmpty();
		assertThat(ask().errors()).isEmpty();
	}

	private Answer ask() {
		GraphqlSession registrar = this.registry
			.claiming((claims) -> claims.subject("overrun").claim("roles", List.of("REGISTRAR")));
		return registrar.query("{ programs { totalCount } }");
	}

}
