package org.jointregistry.industry;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A contractor is no part of itself, by whatever way, and what another owns of it is said
 * once for each date. The registrar alone writes that, and sees all that a refusal tells
 * of.
 */
@Component
class OwnershipRules implements Rule {

	private static final String PARENT = "contractorRevise";

	private static final String ADD = "ownershipAdd";

	private static final String PART = """
			RETURN EXISTS {
			  MATCH SHORTEST 1 (:Contractor {key: $parent})-[:SUBSIDIARY_OF]->+(:Contractor {key: $contractor})
			} AS found
			""";

	private static final String OWNED = """
			MATCH (contractor:Contractor {key: $contractor})
			RETURN EXISTS {
			  MATCH (contractor)<-[owns:OWNS]-(owner:Contractor)
			  WHERE owns.key <> $key AND coalesce(owns.asOf, '') = coalesce($asOf, '')
			    AND (owner.key = $owner OR EXISTS { (owner)-[:OWNS {key: $key}]->(contractor) })
			} AS found
			""";

	/** Of all contractors, since any other may close a circle. */
	private static final String SUBSIDIARIES = "subsidiaries";

	@Override
	public Set<String> mutations() {
		return Set.of(PARENT, ADD, "ownershipRevise");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		boolean parent = writing.name().equals(PARENT);
		return writing.entries()
			.stream()
			.filter((entry) -> !parent || entry.says("parent"))
			.map((entry) -> parent ? SUBSIDIARIES : "owns/" + entry.getNamed("contractor").key())
			.toList();
	}

	@Override
	public void judge(Writing writing) {
		boolean parent = writing.name().equals(PARENT);
		for (Entry entry : writing.entries()) {
			if (parent) {
				requireNoCircle(writing, entry);
			}
			else {
				writing.refuseIf(isOwned(writing, entry), entry, Refusals.TIED_ALREADY,
						writing.name().equals(ADD) ? "owner" : "asOf");
			}
		}
	}

	private static void requireNoCircle(Writing writing, Entry entry) {
		String contractor = entry.getNamed("contractor").key();
		boolean circle = entry.findNamed("parent")
			.filter((parent) -> writing.finds(PART, Map.of("contractor", contractor, "parent", parent.key())))
			.isPresent();
		writing.refuseIf(circle, entry, Refusals.PART_OF_ITSELF, "parent");
	}

	private static boolean isOwned(Writing writing, Entry entry) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("contractor", entry.getNamed("contractor").key());
		parameters.put("owner", entry.findNamed("owner").map(NodeRef::key).orElse(null));
		parameters.put("key", entry.key());
		parameters.put("asOf", writing.afterwards(entry, "asOf"));
		return writing.finds(OWNED, parameters);
	}

	/** Reasons to refuse what a contractor is part of, or who owns it. */
	private enum Refusals implements RefusalCode {

		PART_OF_ITSELF("The contractor would be a part of itself, by way of others"),
		TIED_ALREADY("What the owner owns of the contractor at that date is said already");

		private final String message;

		Refusals(String message) {
			this.message = message;
		}

		@Override
		public String message() {
			return this.message;
		}

	}

}
