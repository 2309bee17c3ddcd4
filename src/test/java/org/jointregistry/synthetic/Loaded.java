package org.jointregistry.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jointregistry.importing.ImportReport;
import org.jointregistry.importing.ImportSource;
import org.jointregistry.importing.Importing;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Imports a synthetic registry into a database, and takes it out again.
 */
final class Loaded {

	private static final String PLANTED = "FX-P-";

	private static final String TAKE_OUT = """
			MATCH (n)
			WHERE any(beginning IN $beginnings WHERE n.key STARTS WITH beginning) OR n.key IN $nations
			  OR n.set = $set OR n.key STARTS WITH $set + '/' OR (n:Audience AND NOT n.token IN $audiences)
			  OR n.actor = 'planted' OR n:IdempotencyRecord
			  OR EXISTS { (n)<-[:WAS]-(of) WHERE of.key STARTS WITH 'FX-P-' }
			  OR EXISTS { (n)-[:TOWARDS|FOUND_AT]->(of) WHERE of.key STARTS WITH 'FX-P-' }
			CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 100 ROWS""";

	private final Driver driver;

	private final Importing importing;

	private final List<String> audiences;

	Loaded(Driver driver, Importing importing) {
		this.driver = driver;
		this.importing = importing;
		this.audiences = driver.executableQuery("MATCH (a:Audience) RETURN a.token AS token")
			.execute()
			.records()
			.stream()
			.map((row) -> row.get("token").asString())
			.toList();
	}

	/**
	 * Imports rows.
	 * @param rows rows without headers, by file
	 * @return what became of each file
	 */
	List<ImportReport> load(Map<String, String> rows) {
		List<ImportSource> files = new ArrayList<>();
		rows.forEach((file, text) -> files
			.add(new ImportSource(file, (Synthetic.header(file) + text).getBytes(StandardCharsets.UTF_8))));
		return this.importing.load(Generator.SET, files);
	}

	/** Takes out all that was imported. */
	void takeOut() {
		takeOut(List.of("FX-G-", PLANTED));
	}

	/**
	 * Takes out what was planted, with what was changed of it since, and what is known of
	 * how files of the set were imported.
	 */
	void takeOutPlanted() {
		takeOut(List.of(PLANTED));
	}

	private void takeOut(List<String> beginnings) {
		List<String> nations = new ArrayList<>();
		Planted.WORLDS.chars()
			.forEach((world) -> List.of("L", "M", "N", "O").forEach((last) -> nations.add("X" + (char) world + last)));
		Map<String, Object> parameters = Map.of("beginnings", beginnings, "nations", nations, "set", Generator.SET,
				"audiences", this.audiences);
		try (Session session = this.driver.session()) {
			session.run(TAKE_OUT, parameters).consume();
		}
	}

}
