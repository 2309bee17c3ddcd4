package org.jointregistry.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.costsharing.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A copy of the embedded database's directory, made while it stands, is the registry as
 * it was then: its records, and its audit trail without a break.
 */
@EnabledIfSystemProperty(named = "failures", matches = "true",
		disabledReason = "A second database is started by the profile nightly alone")
class BackupTests {

	private static final String RECORD = """
			mutation ($input: ContributionRecordInput!) { contributionRecord(input: $input) {
			  contribution { key } errors { code } } }
			""";

	private static final String VERIFY = """
			{ auditVerify(first: 10000) { checked intact heads { chain sequence hash } } }
			""";

	private static final String RECORDS = "{ contributions { totalCount } programs { totalCount } }";

	@TempDir
	private Path directory;

	@Test
	void copyHasTheSameRecordsAndTheSameAuditTrail() throws Exception {
		Path original = Files.createDirectory(this.directory.resolve("original"));
		Path copy = Files.createDirectory(this.directory.resolve("copy"));
		JsonNode trail;
		JsonNode records;
		try (ChildRegistry registry = new ChildRegistry(original)) {
			registry.start();
			for (int number = 0; number < 5; number++) {
				record(registry);
			}
			trail = registry.as("auditor").query(VERIFY).data();
			records = registry.as("registrar").query(RECORDS).data();
			registry.kill();
			copy(original.resolve("data"), copy.resolve("data"));
			registry.start();
			record(registry);
			assertThat(registry.as("auditor").query(VERIFY).data()).isNotEqualTo(trail);
		}
		assertThat(trail.at("/auditVerify/checked").asInt(0)).isEqualTo(5);
		assertThat(trail.at("/auditVerify/intact").asBoolean(false)).isTrue();
		try (ChildRegistry restored = new ChildRegistry(copy)) {
			restored.start();
			assertThat(restored.as("auditor").query(VERIFY).data()).isEqualTo(trail);
			assertThat(restored.as("registrar").query(RECORDS).data()).isEqualTo(records);
			record(restored);
			JsonNode after = restored.as("auditor").query(VERIFY).data();
			assertThat(after.at("/auditVerify/checked").asInt(0)).isEqualTo(6);
			assertThat(after.at("/auditVerify/intact").asBoolean(false)).isTrue();
		}
	}

	private static void record(ChildRegistry registry) {
		Map<String, Object> input = Map.of("idempotencyKey", UUID.randomUUID().toString(), "program",
				Stage.id("Program", "FX-OSPREY"), "contributor", Stage.id("Nation", "DEU"), "kind", "CALLED", "form",
				"CASH", "amount", "5", "currency", "EUR");
		Answer answer = registry.manager().query(RECORD, Map.of("input", input));
		assertThat(answer.data("/contributionRecord/contribution/key").asString("")).as(answer.text()).isNotEmpty();
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(from.relativize(file).toString()));
			}
		}
	}

}
