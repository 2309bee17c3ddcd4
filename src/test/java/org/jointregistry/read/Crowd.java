package org.jointregistry.read;

import java.util.List;
import java.util.Map;

import org.jointregistry.access.Marking;
import org.jointregistry.access.Release;
import org.jointregistry.access.StoredReleases;
import org.neo4j.driver.Driver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any number of contributions, each of one of a hundred nations to one of fifty programs
 * and its own alone: every nation sees one in a hundred, spread over all programs. They
 * are numbered, and the same number makes the same contribution in every registry.
 */
final class Crowd {

	static final int NATIONS = 100;

	/** The nation that contributes those whose number ends with 07. */
	static final String NATION = "XAH";

	private static final int SEEN = 7;

	private static final int BATCH = 5_000;

	private static final String SCENE = """
			UNWIND range(0, 99) AS nation
			WITH 'X' + substring('ABCDEFGHIJ', nation / 10, 1) + substring('ABCDEFGHIJ', nation % 10, 1) AS key
			CREATE (:Nation {key: key, name: key, marking: 'PUBLIC', releasedTo: ['public']})
			CREATE (:Audience {token: 'nation:' + key})
			WITH count(*) AS nations
			UNWIND range(0, 49) AS program
			CREATE (:Program {key: 'P' + program, name: 'P' + program, marking: 'PUBLIC',
			  releasedTo: ['office:P' + program, 'public']})
			CREATE (:Audience {token: 'office:P' + program})
			""";

	private static final String PUBLISH = """
			CREATE (:Audience {token: '*'})
			MERGE (everyone:Audience {token: 'public'})
			WITH everyone
			MATCH (n:Program|Nation)
			CREATE (n)-[:RELEASED_TO {scope: head(labels(n)) + '/public', key: n.key}]->(everyone)
			""";

	private static final String CONTRIBUTE = """
			UNWIND range($first, $last, $step) AS number
			WITH number, 'C' + toString(10000000 + number) AS key, (number / 100) % 50 AS program, number % 100 AS of
			MATCH (p:Program {key: 'P' + program})
			MATCH (n:Nation {key:
			  'X' + substring('ABCDEFGHIJ', of / 10, 1) + substring('ABCDEFGHIJ', of % 10, 1)})
			MATCH (own:Audience {token: 'nation:' + n.key})
			MATCH (office:Audience {token: 'office:' + p.key})
			CREATE (c:Contribution {key: key, kind: 'PAID', form: 'CASH', amount: (number * 7919) % 1000003 * 10000,
			  currency: 'EUR', marking: 'ORIGINATOR', originator: n.key, releasableTo: [], fictional: true,
			  industryReleasable: false, releasedTo: [own.token, office.token]})
			CREATE (c)-[:TOWARDS]->(p)
			CREATE (n)-[:CONTRIBUTES]->(c)
			CREATE (c)-[:RELEASED_TO {scope: 'Contribution/' + own.token, key: key}]->(own)
			CREATE (c)-[:RELEASED_TO {scope: 'Contribution/' + office.token, key: key}]->(office)
			WITH c, key, p, n, own, office
			SET p.`Program<TOWARDS<Contribution/` = coalesce(p.`Program<TOWARDS<Contribution/`, [])
			  + [token IN c.releasedTo WHERE NOT token IN coalesce(p.`Program<TOWARDS<Contribution/`, [])]
			WITH c, key, p, n, own, office
			MATCH (all:Audience {token: '*'})
			UNWIND [own, office, all] AS audience
			CREATE (c)-[:RELEASED_AT {scope: 'Program<TOWARDS<Contribution/' + audience.token, at: p.key, key: key}]
			  ->(audience)
			CREATE (c)-[:RELEASED_AT {scope: 'Nation>CONTRIBUTES>Contribution/' + audience.token, at: n.key, key: key}]
			  ->(audience)
			""";

	private static final String CLEAR = """
			MATCH (n:%s)
			WITH n LIMIT 2000
			DETACH DELETE n
			RETURN count(*) AS cleared
			""";

	private final Driver driver;

	Crowd(Driver driver) {
		this.driver = driver;
	}

	/** Nations and programs, and no contribution. */
	void begin() {
		for (String label : List.of("Contribution", "Nation|Program|Audience")) {
			while (run(CLEAR.formatted(label), Map.of()).getFirst().get("cleared").asInt() > 0) {
				// The next batch
			}
		}
		run(SCENE, Map.of());
		run(PUBLISH, Map.of());
	}

	/**
	 * Adds the contributions of one nation among the first.
	 * @param size how many contributions of all nations
	 */
	void addSeen(int size) {
		contribute(SEEN, size);
		settle();
	}

	/**
	 * Adds those of all other nations.
	 * @param size how many contributions of all nations
	 */
	void addHidden(int size) {
		for (int of = 0; of < NATIONS; of++) {
			if (of != SEEN) {
				contribute(of, size);
			}
		}
		settle();
	}

	private void contribute(int of, int size) {
		for (int first = of; first < size; first += BATCH * NATIONS) {
			int last = Math.min(size - 1, first + BATCH * NATIONS - 1);
			run(CONTRIBUTE, Map.of("first", first, "last", last, "step", NATIONS));
		}
	}

	/**
	 * Makes sure that releases are stored as their only writer stores them, and has
	 * statements planned for what there is now.
	 */
	private void settle() {
		String edges = "RETURN COUNT { ()-[:RELEASED_TO]->() } + COUNT { ()-[:RELEASED_AT]->() } AS edges";
		Object before = run(edges, Map.of()).getFirst().get("edges").asObject();
		Release own = new Release(Marking.ORIGINATOR, null, java.util.Set.of(), NATION, java.util.Set.of("P0"),
				java.util.Set.of(), java.util.Set.of(NATION), java.util.Set.of(), false);
		new StoredReleases("Contribution", own).store(this.driver, "C10000007", java.util.List.of());
		assertThat(run(edges, Map.of()).getFirst().get("edges").asObject()).isEqualTo(before);
		run("CALL db.prepareForReplanning(600)", Map.of());
	}

	private List<org.neo4j.driver.Record> run(String cypher, Map<String, Object> parameters) {
		return this.driver.executableQuery(cypher).withParameters(parameters).execute().records();
	}

}
