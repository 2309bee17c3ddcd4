package org.jointregistry.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.recording.Writes;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.shared.Touched;

/**
 * An audit trail of entries about nothing, and what an auditor finds in it.
 */
final class Trail {

	static final Viewer WRITER = new Viewer("fx-writer", Set.of(Role.NATIONAL_DELEGATE, Role.INDUSTRY), "XRA",
			"FX-WORKS", Set.of());

	private static final String CLEAR = "MATCH (entry:AuditEntry) DELETE entry";

	private static final String RESET = "MATCH (head:AuditChain) REMOVE head.sequence, head.hash";

	private static final String VERIFY = """
			query ($after: AuditPositionInput, $first: Int!) { auditVerify(after: $after, first: $first) {
			  checked intact breaks { kind chain sequence key } heads { chain sequence hash } next { chain sequence } } }
			""";

	private final Driver driver;

	private final RegistryClient registry;

	private final Writes writes;

	private final AuditTrail audit;

	Trail(Driver driver, RegistryClient registry, Writes writes, AuditTrail audit) {
		this.driver = driver;
		this.registry = registry;
		this.writes = writes;
		this.audit = audit;
	}

	void clear() {
		run(CLEAR);
		run(RESET);
	}

	/** Entries of one transaction, which are in one chain. */
	void write(int entries) {
		this.writes.inTransaction((transaction) -> {
			this.audit.add(transaction, WRITER, changes(entries));
			return entries;
		});
	}

	static List<Change> changes(int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> new Change(Instant.now(), "fxWrite", "Contribution", "FX-" + number,
					Map.of("note", "Ä" + number), Map.of("note", "Ö\n" + number), (long) number,
					List.of(new Touched.Fact())))
			.toList();
	}

	List<Record> run(String cypher) {
		return this.driver.executableQuery(cypher).execute().records();
	}

	Answer verify(Map<String, Object> variables) {
		Answer answer = this.registry.as("auditor").query(VERIFY, variables);
		if (!answer.errorCodes().isEmpty()) {
			throw new IllegalStateException(answer.text());
		}
		return answer;
	}

	/** What an auditor finds, each as kind and sequence. */
	List<String> breaks() {
		return breaks(verify(Map.of("first", 10_000)));
	}

	static List<String> breaks(Answer answer) {
		List<String> breaks = new ArrayList<>();
		answer.data("/auditVerify/breaks")
			.forEach((found) -> breaks
				.add(found.path("kind").asString() + " " + found.path("sequence").asString("none")));
		return breaks;
	}

}
