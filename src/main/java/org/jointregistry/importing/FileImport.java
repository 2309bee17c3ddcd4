package org.jointregistry.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.neo4j.driver.TransactionContext;
import org.jointregistry.recording.ReleaseGrounds;
import org.jointregistry.recording.Releases;

/**
 * One file on its way into the graph.
 *
 * @param set the set that it belongs to
 * @param source the file
 * @param parsed what it says
 * @param schema what the schema says of types
 * @param grounds what releases follow from
 * @param together the files that are imported with it, by name
 * @param clock tells when the import is finished
 */
record FileImport(String set, ImportSource source, ParsedFile parsed, SchemaMap schema, ReleaseGrounds grounds,
		Map<String, ImportSource> together, Clock clock) {

	/**
	 * Writes rows, findings and the file's own record, unless the same file is there. Two
	 * that import the same file at the same time wait for each other.
	 * @param graph the transaction, which makes all of it one
	 * @return what became of the file
	 */
	ImportReport writeTo(TransactionContext graph) {
		String sha256 = this.source.sha256();
		String key = this.source.key(this.set);
		boolean imported = graph
			.run("MERGE (f:ImportFile {key: $key}) RETURN f.sha256 IS NOT NULL AS imported", Map.of("key", key))
			.single()
			.get("imported")
			.asBoolean();
		if (imported) {
			return ImportReport.skipped(this.set, this.source.name());
		}
		List<Finding> findings = new ArrayList<>(this.parsed.findings());
		ZonedDateTime now = ZonedDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		RowBatch rows = new RowBatch(graph, this.schema, this.grounds, now, null);
		List<Draft> drafts = rows.write(this.parsed.drafts(), findings, findings);
		List<Finding> odd = new Oddities(graph, this.together, LocalDate.now(ZoneOffset.UTC)).find(this.source.name());
		ImportReport report = new ImportReport(this.set, this.source.name(), this.parsed.rows(), drafts.size(),
				this.parsed.rows() - drafts.size(), odd.size(), false);
		record(graph, key, sha256, report);
		Findings.record(graph, key, "", Stream.concat(findings.stream(), odd.stream()).toList());
		return report;
	}

	private void record(TransactionContext graph, String key, String sha256, ImportReport report) {
		Map<String, Object> facts = Map.of("name", report.name(), "set", this.set, "sha256", sha256, "rows",
				report.rows(), "loaded", report.loaded(), "rejected", report.rejected(), "state",
				ImportState.DONE.name(), "finishedAt", ZonedDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC));
		graph.run("MATCH (f:ImportFile {key: $key}) SET f += $facts", Map.of("key", key, "facts", facts)).consume();
	}

}
