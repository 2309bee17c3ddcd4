package org.jointregistry.importing;

import java.time.ZonedDateTime;
import java.util.List;

import org.jointregistry.RegistryTest;
import org.jointregistry.importing.Match.Ground;
import org.jointregistry.recording.NodeRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a registrar saw of a match is a version: rows change an open match by another
 * version, and a decided one not at all.
 */
@RegistryTest
class MatchTests {

	private static final NodeRef OWN = new NodeRef("Contractor", "PIC-000000401");

	private static final NodeRef THERE = new NodeRef("Contractor", "LEONARDO");

	@Autowired
	private Driver driver;

	@AfterEach
	void clear() {
		texts("MATCH (m:ImportMatch {subject: 'PIC-000000401'}) OPTIONAL MATCH (m)-[:WAS]->(w) DETACH DELETE m, w");
	}

	@Test
	void anOpenMatchChangesByVersions() {
		keep("Leonardi", Ground.NEAR_NAME, "a.csv");
		assertThat(matches()).containsExactly("Leonardi NEAR_NAME OPEN a.csv 1 LEONARDO");
		keep("Leonardi", Ground.NEAR_NAME, "a.csv");
		assertThat(matches()).containsExactly("Leonardi NEAR_NAME OPEN a.csv 1 LEONARDO");
		keep("Leonarde", Ground.NEAR_NAME, "a.csv");
		assertThat(matches()).containsExactly("Leonarde NEAR_NAME OPEN a.csv 2 LEONARDO");
		assertThat(texts("MATCH (:ImportMatch {subject: 'PIC-000000401'})-[:WAS]->(w) RETURN w.name + ' ' + w.version"))
			.containsExactly("Leonardi 1");
		keep("Leonardo", Ground.SAME_NAME, "a.csv");
		assertThat(matches()).containsExactly("Leonardo SAME_NAME CONFIRMED a.csv 3 LEONARDO");
	}

	@Test
	void aDecidedMatchStays() {
		keep("Leonardi", Ground.NEAR_NAME, "a.csv");
		texts("MATCH (m:ImportMatch {subject: 'PIC-000000401'}) SET m.state = 'REJECTED', m.version = 2");
		keep("Leonardo", Ground.SAME_NAME, "b.csv");
		assertThat(matches()).containsExactly("Leonardi NEAR_NAME REJECTED a.csv 2 LEONARDO");
	}

	private void keep(String name, Ground ground, String file) {
		Identity identity = new Identity(OWN, name, "name", null, List.of("PIC:000000401"));
		List<Match> matches = List.of(new Match(identity, THERE, ground));
		try (Session session = this.driver.session()) {
			session.executeWriteWithoutResult((graph) -> Match.keep(graph, matches, file, ZonedDateTime.now()));
		}
	}

	private List<String> matches() {
		return texts("""
				MATCH (m:ImportMatch {subject: 'PIC-000000401'})-[:MAY_BE_ORGANIZATION]->(n)
				RETURN m.name + ' ' + m.ground + ' ' + m.state + ' ' + m.file + ' ' + m.version + ' ' + n.key""");
	}

	private List<String> texts(String statement) {
		return ProgramFiles.run(this.driver, statement).stream().map(Value::asString).toList();
	}

}
