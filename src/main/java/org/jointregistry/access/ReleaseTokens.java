package org.jointregistry.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * The tokens that people write to release a record: {@code nation:DEU},
 * {@code community:NATO}. Nations and communities are reference data, so whether there is
 * one is no secret (sentence 1).
 */
public final class ReleaseTokens {

	private static final String KNOWN = """
			RETURN COLLECT { MATCH (nation:Nation) WHERE nation.key IN $nations RETURN $nation + nation.key }
			  + COLLECT { MATCH (community:Community) WHERE community.key IN $communities
			      RETURN $community + community.key } AS known
			""";

	private ReleaseTokens() {
	}

	/**
	 * Whether one of the tokens is a community's.
	 * @param tokens the tokens, known or not
	 * @return true where the form of one is that of a community's token
	 */
	public static boolean nameCommunity(Collection<String> tokens) {
		return tokens.stream().anyMatch((token) -> token.startsWith(Audience.COMMUNITY));
	}

	/**
	 * Which tokens name a nation or a community that there is.
	 * @param transaction the transaction that asks
	 * @param tokens any texts
	 * @return those of the texts that do
	 */
	public static Set<String> known(TransactionContext transaction, Collection<String> tokens) {
		Map<String, Object> parameters = Map.of("nation", Audience.NATION, "community", Audience.COMMUNITY, "nations",
				keys(tokens, Audience.NATION), "communities", keys(tokens, Audience.COMMUNITY));
		return Set.copyOf(transaction.run(KNOWN, parameters).single().get("known").asList(Value::asString));
	}

	private static List<String> keys(Collection<String> tokens, String prefix) {
		return List.copyOf(tokens.stream()
			.filter((token) -> token.startsWith(prefix))
			.map((token) -> token.substring(prefix.length()))
			.collect(Collectors.toSet()));
	}

}
