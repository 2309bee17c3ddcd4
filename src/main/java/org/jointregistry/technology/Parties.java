package org.jointregistry.technology;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.neo4j.driver.Value;

import org.jointregistry.access.Sight;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Writing;

/**
 * Of which nations parties are, and whether they are partners of a program.
 */
final class Parties {

	/** Roles that take part in a program without a partner's use of its results. */
	static final Set<String> NO_PARTNERS = Set.of("CUSTOMER", "HOST_NATION", "INDUSTRY_BENEFICIARY_NATION", "OBSERVER",
			"SECURITY_COOPERATION_PARTICIPANT", "THIRD_STATE");

	private static final String NATIONS = """
			MATCH (party:%s {key: $key})
			RETURN %s AS nations
			""";

	private final Writing writing;

	private final Sight sight;

	Parties(Writing writing, Sight sight) {
		this.writing = writing;
		this.sight = sight;
	}

	/**
	 * The nations that a party is of, as {@link #nationsOf(NodeRef)} says.
	 * @param party the name of the party's node in a statement
	 * @return an expression in Cypher: a list of codes
	 */
	static String nations(String party) {
		return """
				CASE WHEN %1$s:Nation THEN [%1$s.key] WHEN %1$s:Community THEN []
				  ELSE [(%1$s)-[:SEATED_IN]->(seat:Nation) | seat.key] END""".formatted(party);
	}

	/**
	 * The nations that a party is of: itself, or that of an organization's seat.
	 * @param party the party
	 * @return codes; none for a community, a role, and where the seat is unknown
	 */
	List<String> nationsOf(NodeRef party) {
		return this.writing.transaction()
			.run(NATIONS.formatted(party.label(), nations("party")), Map.of("key", party.key()))
			.single()
			.get("nations")
			.asList(Value::asString);
	}

	/**
	 * Whether one of several parties is no partner of a program, or not known to be one.
	 * @param parties who receives, as far as the viewer sees
	 * @param program the program
	 * @return true where the nation of one takes no part in the program today that the
	 * viewer sees, or takes part without a partner's use of the results; and where there
	 * are no parties
	 */
	boolean areThird(Collection<NodeRef> parties, NodeRef program) {
		Set<String> partners = this.sight.partners(program.key(), NO_PARTNERS);
		return parties.isEmpty() || parties.stream()
			.map(this::nationsOf)
			.anyMatch((nations) -> nations.isEmpty() || !partners.containsAll(nations));
	}

}
