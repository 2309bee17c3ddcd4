package org.jointregistry.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A release is stored twice, and both say the same.
 */
@RegistryTest
class ReleaseStoreTests {

	private static final String DIFFERING = """
			MATCH (n) WHERE n.releasedTo IS NOT NULL OR EXISTS { (n)-[:RELEASED_TO]->() }
			WITH n, COLLECT { MATCH (n)-[:RELEASED_TO]->(a:Audience) RETURN a.token ORDER BY a.token } AS tokens,
			  COLLECT { MATCH (n)-[r:RELEASED_TO]->(a) RETURN r.scope = labels(n)[0] + '/' + a.token AND r.key = n.key }
			    AS kept
			WHERE tokens <> COLLECT { UNWIND coalesce(n.releasedTo, []) AS token RETURN token ORDER BY token }
			  OR false IN kept
			RETURN labels(n)[0] + ' ' + n.key AS record""";

	@Autowired
	private Driver driver;

	@AfterEach
	void clear() {
		this.driver.executableQuery("MATCH (n:Technology {key: 'FX-RELEASED'}) DETACH DELETE n").execute();
	}

	@Test
	void listAndRelationshipsAgreeForEveryRecord() {
		assertThat(this.driver.executableQuery("MATCH (n) WHERE n.releasedTo IS NOT NULL RETURN count(n) AS n")
			.execute()
			.records()
			.getFirst()
			.get("n")
			.asLong()).isPositive();
		assertThat(this.driver.executableQuery(DIFFERING).execute().records()).isEmpty();
	}

	@Test
	void whatIsTakenBackIsTakenBackInBoth() {
		this.driver.executableQuery("CREATE (:Technology {key: 'FX-RELEASED'})").execute();
		store(new Release(Marking.PUBLIC, Marking.ORIGINATOR, Set.of("community:NATO"), "DEU", Set.of("P"), Set.of(),
				Set.of(), Set.of(), false));
		assertThat(tokens()).containsExactlyInAnyOrder("public", "community:NATO", "nation:DEU", "office:P");
		store(new Release(Marking.ORIGINATOR, null, Set.of(), "DEU", Set.of(), Set.of(), Set.of(), Set.of(), false));
		assertThat(tokens()).containsExactly("nation:DEU");
		assertThat(this.driver.executableQuery(DIFFERING).execute().records()).isEmpty();
	}

	private void store(Release release) {
		this.driver.executableQuery(ReleaseStore.statement("Technology"))
			.withParameters(Map.of("rows", List.of(ReleaseStore.row("FX-RELEASED", release))))
			.execute();
	}

	private List<String> tokens() {
		return this.driver
			.executableQuery(
					"MATCH (:Technology {key: 'FX-RELEASED'})-[:RELEASED_TO]->(a:Audience) RETURN a.token AS token")
			.execute()
			.records()
			.stream()
			.map((row) -> row.get("token").asString())
			.toList();
	}

}
