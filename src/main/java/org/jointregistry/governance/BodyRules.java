package org.jointregistry.governance;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A body has a threshold where it decides by a qualified majority, and there alone. How
 * it decides and who sits on it stay as they are while one of its decisions awaits votes.
 */
@Component
@Order(1)
class BodyRules implements Rule {

	private static final String ADD = "governanceBodyAdd";

	private static final String RULE = "decisionRule";

	private static final String THRESHOLD = "threshold";

	private static final String BODY = "governanceBody";

	private static final String OPEN = """
			MATCH (:GovernanceBody {key: $key})<-[:DECIDED_BY]-(decision:Decision {state: 'PROPOSED'})
			RETURN count(decision) AS open
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "governanceBodyRevise", "seatAdd", "seatRevise");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return writing.entries()
			.stream()
			.flatMap((entry) -> entry.findNamed(BODY).stream())
			.map(BodyRules::lock)
			.toList();
	}

	@Override
	public void judge(Writing writing) {
		boolean ofSeat = writing.name().startsWith("seat");
		for (Entry entry : writing.entries()) {
			if (ofSeat || entry.says(RULE) || entry.says(THRESHOLD)) {
				if (!writing.name().equals(ADD)) {
					stays(writing, entry, ofSeat ? "nation" : RULE);
				}
				boolean needed = "QUALIFIED_MAJORITY".equals(writing.afterwards(entry, RULE));
				boolean given = writing.afterwards(entry, THRESHOLD) != null;
				writing.refuseIf(!ofSeat && needed != given, entry, GovernanceRefusal.THRESHOLD_REQUIRED, THRESHOLD);
			}
		}
	}

	private static void stays(Writing writing, Entry entry, String field) {
		NodeRef body = entry.getNamed(BODY);
		long open = writing.transaction().run(OPEN, Map.of("key", body.key())).single().get("open").asLong();
		writing.refuseIf(open > 0, entry, GovernanceRefusal.VOTE_IS_OPEN, field);
	}

	/**
	 * The name under which writers wait that change how a body decides, or ask it to.
	 * @param body the body
	 * @return the same as for the times of its seats
	 */
	static String lock(NodeRef body) {
		return "GovernanceBody/" + body.key();
	}

}
