package org.jointregistry.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Files to import, written by tests. Their keys begin with {@value #PREFIX}, so that what
 * they leave in the shared database can be found and taken out.
 */
final class CsvFiles {

	static final String PREFIX = "ODD";

	private static final Map<String, Map<String, String>> VALID = Map.of("contributions.csv",
			Map.of("program", "EFA", "contributor", "NATION:DEU", "kind", "PAID", "form", "CASH", "amount_millions",
					"12.5", "currency", "EUR"),
			"programs.csv",
			Map.of("name", "Test program", "domain", "AIR", "kind", "JOINT_DEVELOPMENT", "status", "ACTIVE"),
			"participations.csv",
			Map.of("program", PREFIX + "1", "nation", "DEU", "role", "PARTNER", "cost_share_pct", "100", "joined",
					"2010"),
			"agreements.csv",
			Map.of("title", "Test pact", "type", "MULTILATERAL", "instrument", "TREATY", "status", "IN_FORCE"),
			"contractors.csv", Map.of("name", "Test works", "kind", "COMPANY"), "hubs.csv",
			Map.of("name", "Test hub", "kind", "FUND"), "consent_requests.csv",
			Map.of("request_id", PREFIX + "1", "program", "EFA", "subject", "Radar", "purpose", "Patrol", "nations",
					"DEU"),
			"consent_decisions.csv", Map.of("decision_id", PREFIX + "1", "request_id", PREFIX + "1", "program", "EFA",
					"nation", "DEU", "kind", "REFUSED"));

	private CsvFiles() {
	}

	/**
	 * A valid row with some cells changed.
	 * @param file the file's name
	 * @param cells columns and what stands in them instead
	 * @return the row's cells by column
	 */
	static Map<String, String> row(String file, Map<String, String> cells) {
		Map<String, String> row = new LinkedHashMap<>(VALID.getOrDefault(file, Map.of()));
		row.putAll(cells);
		return row;
	}

	/**
	 * A file of such rows.
	 * @param file the file's name
	 * @param rows the rows
	 * @return the file, its header with every column that a row has
	 */
	@SafeVarargs
	static ImportSource file(String file, Map<String, String>... rows) {
		List<String> header = new ArrayList<>(FileFormats.find(file).orElseThrow().required());
		for (Map<String, String> row : rows) {
			row.keySet().stream().filter((column) -> !header.contains(column)).forEach(header::add);
		}
		StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
		for (Map<String, String> row : rows) {
			text.append(header.stream()
				.map((column) -> quoted(row.getOrDefault(column, "")))
				.collect(Collectors.joining(","))).append('\n');
		}
		return text(file, text.toString());
	}

	static ImportSource text(String file, String text) {
		return new ImportSource(file, text.getBytes(StandardCharsets.UTF_8));
	}

	private static String quoted(String cell) {
		return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
	}

}
