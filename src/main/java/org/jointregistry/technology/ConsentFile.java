package org.jointregistry.technology;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.jointregistry.access.Sight;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Writing;

/**
 * A request for consent with what was decided on it, held by a writer until its
 * transaction ends.
 *
 * @param program the program that it is for
 * @param from who would give
 * @param to who would receive
 * @param technology what it is about; none or one
 * @param asked codes of the nations that it asks
 * @param standing decisions that are not taken back
 */
record ConsentFile(NodeRef program, List<NodeRef> from, List<NodeRef> to, List<NodeRef> technology, Set<String> asked,
		List<Standing> standing) {

	private static final Set<String> CONSENTS = Set.of("CONSENTED", "CONSENTED_WITH_CONDITIONS");

	private static final String FIND = """
			MATCH (request:ConsentRequest {key: $request})
			RETURN [(request)-[:CONSENT_IN]->(x) | [labels(x)[0], x.key]] AS program,
			  [(request)-[:CONSENT_FROM]->(x) | [labels(x)[0], x.key]] AS from,
			  [(request)-[:CONSENT_TO]->(x) | [labels(x)[0], x.key]] AS to,
			  [(request)-[:CONSENT_ON]->(x) | [labels(x)[0], x.key]] AS technology,
			  [(request)-[:CONSENT_ASKED_OF]->(x) | x.key] AS asked,
			  COLLECT {
			    MATCH (request)<-[:DECIDES]-(decision:ConsentDecision)-[:DECIDED_BY]->(nation)
			    WHERE %s
			    RETURN [nation.key, decision.kind, decision.decided]
			  } AS standing
			""".formatted(stands("decision"));

	/**
	 * Waits for other writers of a request's decisions, and reads them as they left them.
	 * @param writing the mutation
	 * @param request the request
	 * @return the request
	 */
	static ConsentFile hold(Writing writing, NodeRef request) {
		Map<String, Object> parameters = Map.of("request", request.key());
		writing.hold(List.of(request));
		Record found = writing.transaction().run(FIND, parameters).single();
		return new ConsentFile(nodes(found, "program").getFirst(), nodes(found, "from"), nodes(found, "to"),
				nodes(found, "technology"), Set.copyOf(found.get("asked").asList(Value::asString)),
				found.get("standing").asList(Standing::of));
	}

	/**
	 * The condition that a decision stands: it takes back none, and is not taken back.
	 * @param decision the name of its node in a statement
	 * @return a condition in Cypher
	 */
	static String stands(String decision) {
		return "%1$s.kind <> 'REVOKED' AND NOT EXISTS { (%1$s)<-[:REVOKES]-() }".formatted(decision);
	}

	/**
	 * Whether a nation has decided.
	 * @param nation its code
	 * @return false where it has not, or has taken it back
	 */
	boolean isDecidedBy(String nation) {
		return this.standing.stream().anyMatch((decision) -> decision.nation().equals(nation));
	}

	/**
	 * Whether the consents cover a transfer: it is the one that was asked about, as far
	 * as the viewer sees what both are about, and on its date every nation that is asked
	 * consents.
	 * @param transfer the transfer, without what the viewer does not see
	 * @param sight what the viewer sees
	 * @return false where one has refused, has not decided or decided later
	 */
	boolean covers(PlannedTransfer transfer, Sight sight) {
		return Standing.consenting(this.standing, transfer.date()).containsAll(this.asked)
				&& this.program.equals(transfer.program()) && Seen.of(sight, this.from).equals(transfer.from())
				&& Seen.of(sight, this.to).equals(transfer.to())
				&& Seen.of(sight, this.technology).equals(transfer.technology());
	}

	private static List<NodeRef> nodes(Record found, String name) {
		return found.get(name).asList((pair) -> new NodeRef(pair.get(0).asString(), pair.get(1).asString()));
	}

	/**
	 * A decision that is not taken back.
	 *
	 * @param nation code of the nation that decided
	 * @param kind what
	 * @param decided when; null where unknown
	 */
	record Standing(String nation, String kind, @Nullable String decided) {

		/**
		 * The nations that consent.
		 * @param standing decisions that are not taken back
		 * @param day by which they count
		 * @return codes, without nations that have refused, have not decided or decided
		 * later
		 */
		static Set<String> consenting(List<Standing> standing, String day) {
			return standing.stream()
				.filter((decision) -> decision.consentsBy(day))
				.map(Standing::nation)
				.collect(Collectors.toSet());
		}

		/**
		 * Whether it was decided by a day.
		 * @param day the day
		 * @return true also where it is not known when
		 */
		boolean isBy(String day) {
			return this.decided == null || this.decided.compareTo(day) <= 0;
		}

		/**
		 * Whether the nation consents by a day.
		 * @param day the day
		 * @return false where it has refused or decided later
		 */
		boolean consentsBy(String day) {
			return CONSENTS.contains(this.kind) && isBy(day);
		}

		private static Standing of(Value row) {
			return new Standing(row.get(0).asString(), row.get(1).asString(),
					row.get(2).isNull() ? null : row.get(2).asString());
		}

	}

}
