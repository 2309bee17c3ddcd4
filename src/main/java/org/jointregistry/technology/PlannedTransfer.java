package org.jointregistry.technology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.PartialDates;

/**
 * A transfer as it will be once its entry is written.
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
record PlannedTransfer(NodeRef program, List<NodeRef> from, List<NodeRef> to, Optional<NodeRef> technology,
		List<NodeRef> licences, Optional<NodeRef> request, @Nullable String regime, String date) {

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
	 * @return the transfer, with what the input leaves out as it is
	 */
	static PlannedTransfer of(Writing writing, Entry entry) {
		Map<String, List<NodeRef>> stored = entry.findNamed("transfer")
			.map((transfer) -> stored(writing.transaction(), transfer))
			.orElse(Map.of());
		Function<String, List<NodeRef>> tied = (field) -> entry.says(field) ? named(entry, field)
				: stored.getOrDefault(field, List.of());
		String decided = (String) writing.afterwards(entry, "decided");
		return new PlannedTransfer(tied.apply("program").getFirst(), tied.apply("from"), tied.apply("to"),
				tied.apply("technology").stream().findFirst(), tied.apply("licences"),
				tied.apply("consentRequest").stream().findFirst(), (String) writing.afterwards(entry, "regime"),
				(decided != null) ? PartialDates.firstDay(decided) : Parties.today(writing));
	}

	private static List<NodeRef> named(Entry entry, String field) {
		List<NodeRef> named = new ArrayList<>(entry.listNamed(field));
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
