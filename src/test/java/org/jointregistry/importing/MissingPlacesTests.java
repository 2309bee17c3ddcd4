package org.jointregistry.importing;

import java.util.List;

import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Places that the database has not seen get their releases at the next start, and no
 * others are touched.
 */
@RegistryTest
class MissingPlacesTests {

	private static final String RELEASES = """
			MATCH (:%s)-[release:RELEASED_AT]->()
			RETURN release.scope + ' ' + release.at + ' ' + release.key""";

	@Autowired
	private Driver driver;

	@Autowired
	private MissingPlaces missing;

	@Test
	void releasesAtAPlaceThatIsNewAreStored() {
		List<String> before = releases("Transfer");
		List<String> kept = kept();
		assertThat(before).isNotEmpty();
		this.driver.executableQuery("MATCH (:Transfer)-[release:RELEASED_AT]->() DELETE release").execute();
		this.driver.executableQuery("MATCH (n:Program) REMOVE n.`Program<UNDER<Transfer/`").execute();
		this.missing.afterSingletonsInstantiated();
		assertThat(releases("Transfer")).isEmpty();
		assertThat(kept()).isEmpty();
		this.driver.executableQuery("MATCH (place:ReleasePlace) WHERE place.scope CONTAINS 'UNDER' DELETE place")
			.execute();
		List<String> others = releases("WorkShare");
		this.missing.afterSingletonsInstantiated();
		assertThat(releases("Transfer")).containsExactlyInAnyOrderElementsOf(before);
		assertThat(kept()).isNotEmpty().isSubsetOf(kept);
		assertThat(releases("WorkShare")).containsExactlyInAnyOrderElementsOf(others);
	}

	private List<String> releases(String label) {
		return texts(RELEASES.formatted(label));
	}

	/** What programs keep of the audiences that find transfers at them. */
	private List<String> kept() {
		return texts("""
				MATCH (n:Program)
				UNWIND n.`Program<UNDER<Transfer/` AS token
				RETURN n.key + ' ' + token""");
	}

	private List<String> texts(String query) {
		return this.driver.executableQuery(query)
			.execute()
			.records()
			.stream()
			.map((row) -> row.get(0))
			.map(Value::asString)
			.toList();
	}

}
