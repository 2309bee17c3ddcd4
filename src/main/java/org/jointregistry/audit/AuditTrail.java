package org.jointregistry.audit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.graph.Passage;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.shared.TimeOrderedId;
import org.jointregistry.shared.Touched;

/**
 * The entries of the audit trail. A transaction adds its own to the chain of the gate
 * that it went through.
 */
@Component
public class AuditTrail {

	private final JsonMapper json;

	private final Seal seal;

	AuditTrail(JsonMapper json, Seal seal) {
		this.json = json;
		this.seal = seal;
	}

	/**
	 * Adds the entry of a change.
	 * @param transaction the transaction that makes the change
	 * @param viewer who makes it
	 * @param change what is changed
	 * @throws IllegalStateException if the transaction went through no gate
	 */
	public void add(TransactionContext transaction, Viewer viewer, Change change) {
		add(transaction, viewer, List.of(change));
	}

	/**
	 * Adds the entries of changes, with two statements however many they are.
	 * @param transaction the transaction that makes the changes
	 * @param viewer who makes them
	 * @param changes what is changed, in the order of the entries; may be empty
	 * @throws IllegalStateException if the transaction went through no gate
	 */
	public void add(TransactionContext transaction, Viewer viewer, List<Change> changes) {
		if (changes.isEmpty()) {
			return;
		}
		Chains chains = new Chains(transaction);
		ChainHead head = chains.head(Passage.of(transaction).stripe());
		List<Map<String, Object>> entries = new ArrayList<>();
		for (Change change : changes) {
			Map<String, Object> entry = facts(viewer, change);
			head = linked(entry, head);
			entries.add(entry);
		}
		chains.extend(entries, head);
	}

	private ChainHead linked(Map<String, Object> entry, ChainHead before) {
		entry.put("chain", (long) before.chain());
		entry.put("sequence", before.sequence() + 1);
		entry.put("previous", before.hash());
		String hash = this.seal.of(entry);
		entry.put("hash", hash);
		return new ChainHead(before.chain(), before.sequence() + 1, hash);
	}

	private Map<String, Object> facts(Viewer viewer, Change change) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("key", "AE-" + TimeOrderedId.at(change.at()));
		facts.put("at", change.at().atZone(ZoneOffset.UTC));
		facts.put("actor", viewer.subject());
		facts.put("roles", viewer.roles().stream().map(Role::name).sorted().toList());
		facts.put("onBehalfOf", onBehalfOf(viewer));
		facts.put("mutation", change.mutation());
		facts.put("recordType", change.recordType());
		facts.put("recordKey", change.recordKey());
		facts.put("touched", change.touched().stream().map(Touched::text).toList());
		facts.put("after", this.json.writeValueAsString(change.after()));
		if (change.before() != null) {
			facts.put("before", this.json.writeValueAsString(change.before()));
		}
		if (change.version() != null) {
			facts.put("version", change.version());
		}
		return facts;
	}

	private static List<String> onBehalfOf(Viewer viewer) {
		return Stream.of(named("nation", viewer.nation()), named("organization", viewer.organization()))
			.flatMap((name) -> name)
			.toList();
	}

	private static Stream<String> named(String kind, @Nullable String key) {
		return (key != null) ? Stream.of(kind + ":" + key) : Stream.of();
	}

}
