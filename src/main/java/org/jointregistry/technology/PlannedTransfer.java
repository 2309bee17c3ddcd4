package org.jointregistry.technology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

import org.jointregistry.access.Sight;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.PartialDates;

/**
 * A transfer as it will be once its entry is written, as far as the viewer sees what it
 * is tied to.
 *
 * @param program the program that it is under
 * @param from who gives
 * @param to who receives
 * @param technology what it is of; none or one
 * @param licences those that it is made under
 * @param request the request for consent that it rests on; none or one
 * @param regime key of its control regime; null where there is none or it is unknown
 * @param date the day that it counts for
 */
record PlannedTransfer(NodeRef program, Set<NodeRef> from, Set<NodeRef> to, Set<NodeRef> technology,
		Set<NodeRef> licences, Optional<NodeRef> request, @Nullable String regime, String date) {

	private static final String STORED = """
			MATCH (transfer:Transfer {key: $key})
			RETURN [(transfer)-[:UNDER]->(x) | [labels(x)[0], x.key]] AS program,
			  [(transfer)-[:FROM]->(x) | [labels(x)[0], x.key]] AS from,
			  [(transfer)-[:TO]->(x) | [labels(x)[0], x.key]] AS to,
			  [(transfer)-[:OF]->(x) | [labels(x)[0], x.key]] AS technology,
			  [(transfer)-[:TRANSFERRED_UNDER]->(x) | [labels(x)[0], x.key]] AS licences,
			  [(transfer)-[:RESTS_ON]->(x) | [labels(x)[0], x.key]] AS consentRequest
			""";

	/**
	 * The transfer that an entry adds or changes.
	 * @param writing the mutation
	 * @param entry its entry
	 * @param sight what the viewer sees
	 * @return the transfer, with what the input leaves out as it is
	 */
	static PlannedTransfer of(Writing writing, Entry entry, Sight sight) {
		Map<String, List<NodeRef>> stored = entry.findNamed("transfer")
			.map((transfer) -> stored(writing.transaction(), transfer))
			.orElse(Map.of());
		Function<String, Set<NodeRef>> tied = (field) -> entry.says(field) ? named(entry, field)
				: Seen.of(sight, stored.getOrDefault(field, List.of()));
		String decided = (String) writing.afterwards(entry, "decided");
		return new PlannedTransfer(tied.apply("program").iterator().next(), tied.apply("from"), tied.apply("to"),
				tied.apply("technology"), tied.apply("licences"), tied.apply("consentRequest").stream().findFirst(),
				(String) writing.afterwards(entry, "regime"),
				(decided != null) ? PartialDates.firstDay(decided) : writing.today());
	}

	private static Set<NodeRef> named(Entry entry, String field) {
		Set<NodeRef> named = new HashSet<>(entry.listNamed(field));
		entry.findNamed(field).ifPresent(named::add);
		return named;
	}

	private static Map<String, List<NodeRef>> stored(TransactionContext graph, NodeRef transfer) {
		Map<String, List<NodeRef>> stored = new HashMap<>();
		graph.run(STORED, Map.of("key", transfer.key()))
			.single()
			.asMap((value) -> value.asList(PlannedTransfer::node))
			.forEach(stored::put);
		return stored;
	}

	private static NodeRef node(Value pair) {
		return new NodeRef(pair.get(0).asString(), pair.get(1).asString());
	}

}
