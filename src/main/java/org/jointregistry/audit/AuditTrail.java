package org.jointregistry.audit;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.shared.TimeOrderedId;

/**
 * The entries of the audit trail.
 */
@Component
public class AuditTrail {

	private static final String ADD = "CREATE (entry:AuditEntry) SET entry = $facts";

	private final JsonMapper json;

	AuditTrail(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Adds the entry of a change.
	 * @param transaction the transaction that makes the change
	 * @param viewer who makes it
	 * @param change what is changed
	 */
	public void add(TransactionContext transaction, Viewer viewer, Change change) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		facts.put("key", "AE-" + TimeOrderedId.at(change.at()));
		facts.put("at", change.at().atZone(ZoneOffset.UTC));
		facts.put("actor", viewer.subject());
		facts.put("roles", names(viewer));
		facts.put("mutation", change.mutation());
		facts.put("recordType", change.recordType());
		facts.put("recordKey", change.recordKey());
		facts.put("before", (change.before() != null) ? this.json.writeValueAsString(change.before()) : null);
		facts.put("after", this.json.writeValueAsString(change.after()));
		transaction.run(ADD, Map.of("facts", facts)).consume();
	}

	private static List<String> names(Viewer viewer) {
		return viewer.roles().stream().map(Role::name).sorted().toList();
	}

}
