package org.jointregistry.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Keeps what was found in files.
 */
final class Findings {

	private Findings() {
	}

	/**
	 * Keeps findings with the record of their file.
	 * @param graph the transaction that the file's record is written in
	 * @param file key of the file's record
	 * @param part tells findings of one part of the file from those of another, and is
	 * empty where there is one part only
	 * @param findings what was found
	 */
	static void record(TransactionContext graph, String file, String part, List<Finding> findings) {
		if (findings.isEmpty()) {
			return;
		}
		List<Map<String, @Nullable Object>> rows = IntStream.range(0, findings.size())
			.mapToObj((i) -> row(file + "#" + part + (i + 1), findings.get(i)))
			.toList();
		graph.run("""
				MATCH (f:ImportFile {key: $file})
				UNWIND $rows AS row
				CREATE (n:ImportFinding)-[:FOUND_IN]->(f)
				SET n = row""", Map.of("file", file, "rows", rows)).consume();
	}

	private static Map<String, @Nullable Object> row(String key, Finding finding) {
		Map<String, @Nullable Object> row = new HashMap<>();
		row.put("key", key);
		row.put("severity", finding.severity());
		row.put("code", finding.code());
		row.put("line", finding.line());
		row.put("column", finding.column());
		row.put("reason", finding.reason());
		row.put("remedy", finding.remedy());
		return row;
	}

}
