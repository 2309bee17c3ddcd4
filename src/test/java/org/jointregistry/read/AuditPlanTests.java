package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What auditors ask of the audit trail starts at an index.
 */
@RegistryTest
class AuditPlanTests {

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@ParameterizedTest
	@ValueSource(strings = { "recordKey: {eq: \"FX-1\"}", "at: {gte: \"2026-01-01T00:00:00Z\"}",
			"chain: {eq: 3}, sequence: {eq: 17}" })
	void anEntryIsFoundByAnIndex(String where) {
		try (SentStatements sent = new SentStatements()) {
			assertThat(this.registry.as("auditor")
				.query("{ auditEntries(where: {%s}, last: 5) { nodes { key } } }".formatted(where))
				.errorCodes()).isEmpty();
			String run = sent.all().getFirst();
			String text = run.substring(0, run.lastIndexOf("\" {")).replace("CYPHER 25", "CYPHER 25 EXPLAIN");
			List<String> operators = new ArrayList<>();
			collect(this.driver.executableQuery(text).execute().summary().plan(), operators);
			assertThat(operators).anyMatch((found) -> found.matches("Node(Unique)?IndexSeek(ByRange)?.*"))
				.noneMatch((found) -> found.startsWith("NodeByLabelScan"));
		}
	}

	private static void collect(Plan plan, List<String> operators) {
		operators.add(plan.operatorType());
		plan.children().forEach((child) -> collect(child, operators));
	}

}
