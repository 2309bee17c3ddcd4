package org.jointregistry.recording;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jointregistry.read.GraphModel;

/**
 * The keys that an input gives to new records. Each is written as keys are, and is no
 * other record's of the type, nor of the types that share their keys with it.
 */
final class NewKeys {

	private static final String TAKEN = "UNWIND $keys AS key MATCH (n:%s {key: key}) RETURN n.key AS key";

	private final Writing writing;

	private final List<String> labels;

	NewKeys(Writing writing, GraphModel model) {
		this.writing = writing;
		this.labels = model.labelsOfKeys(writing.mutation().type().concrete().label());
	}

	/** Refuses keys that are not new, and holds them until the transaction ends. */
	void require() {
		Mutation mutation = this.writing.mutation();
		if (mutation.prefix() == null) {
			KeyForm form = mutation.field("key").bounds().designation() ? KeyForm.DESIGNATION : KeyForm.PLAIN;
			List<Entry> entries = this.writing.entries();
			entries.forEach((entry) -> this.writing.refuseIf(form.isBroken(entry.key()), entry,
					InputErrorCode.KEY_INVALID, "key"));
			List<String> keys = entries.stream().map(Entry::key).toList();
			this.writing.lock(keys.stream().map(this::name).toList());
			Set<String> taken = taken(keys);
			entries.forEach(
					(entry) -> this.writing.refuseIf(!taken.add(entry.key()), entry, InputErrorCode.KEY_TAKEN, "key"));
		}
	}

	private String name(String key) {
		return "key/" + String.join("|", this.labels) + "/" + key;
	}

	private Set<String> taken(List<String> keys) {
		Set<String> taken = new HashSet<>();
		this.labels.forEach((label) -> this.writing.transaction()
			.run(TAKEN.formatted(label), Map.of("keys", keys))
			.forEachRemaining((row) -> taken.add(row.get("key").asString())));
		return taken;
	}

}
