package org.jointregistry.importing;

import java.util.List;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/**
 * Files of programs in the registry's own format, with keys that begin with
 * {@value CsvFiles#PREFIX}.
 */
final class ProgramFiles {

	static final String HEADER = WholeFiles.csv("Program", "key,name,domain,kind,status,parent\n");

	private static final String BLANK = ",".repeat(HEADER.split(",").length - 6);

	private ProgramFiles() {
	}

	static String programs(int first, int last) {
		StringBuilder file = new StringBuilder(HEADER);
		for (int i = first; i <= last; i++) {
			file.append(row("ODD" + i, "AIR", ""));
		}
		return file.toString();
	}

	static String row(String key, String domain, String parent) {
		return key + ",Name," + domain + ",JOINT_DEVELOPMENT,ACTIVE," + parent + BLANK + "\n";
	}

	/**
	 * Takes out the programs and contributions of such files, and what is recorded of the
	 * files that tests send.
	 * @param driver leads to the database of the registry
	 */
	static void takeOut(Driver driver) {
		run(driver, """
				MATCH (n:Program|Contribution) WHERE n.key STARTS WITH 'ODD'
				OPTIONAL MATCH (n)-[:WAS]->(w) DETACH DELETE n, w""");
		run(driver, """
				MATCH (f:ImportFile) WHERE f.set IN ['sent', 'half', 'odd', 'directory']
				OPTIONAL MATCH (f)<-[:FOUND_IN]-(n) DETACH DELETE f, n""");
	}

	/**
	 * Asks the database, past the registry.
	 * @param driver leads to it
	 * @param statement what to ask
	 * @return the first value of each row
	 */
	static List<Value> run(Driver driver, String statement) {
		return driver.executableQuery(statement).execute().records().stream().map((row) -> row.get(0)).toList();
	}

}
