package org.jointregistry.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jointregistry.importing.Draft.NodeWrite;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.jointregistry.recording.NodeRef;
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
		String key = this.set + "/" + this.source.name() + "@" + sha256.substring(0, 12);
		boolean imported = graph
			.run("MERGE (f:ImportFile {key: $key}) RETURN f.sha256 IS NOT NULL AS imported", Map.of("key", key))
			.single()
			.get("imported")
			.asBoolean();
		if (imported) {
			return ImportReport.skipped(this.set, this.source.name());
		}
		List<Finding> findings = new ArrayList<>(this.parsed.findings());
		List<Draft> free = new TakenKeys(graph, this.schema, this.parsed.drafts()).free(this.parsed.drafts(), findings);
		KnownNodes known = new KnownNodes(graph, free);
		List<Draft> drafts = known.resolved(free, findings);
		ZonedDateTime now = ZonedDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		new GraphWriter(graph, now, known.inGraph()).write(drafts);
		release(graph, drafts);
		List<Finding> odd = new Oddities(graph, this.together, LocalDate.now(ZoneOffset.UTC)).find(this.source.name());
		ImportReport report = new ImportReport(this.set, this.source.name(), this.parsed.rows(), drafts.size(),
				this.parsed.rows() - drafts.size(), odd.size(), false);
		record(graph, key, sha256, report);
		recordFindings(graph, key, Stream.concat(findings.stream(), odd.stream()).toList());
		return report;
	}

	private void release(TransactionContext graph, List<Draft> drafts) {
		Set<NodeRef> touched = drafts.stream()
			.flatMap(FileImport::ends)
			.filter(this.grounds::followsEdges)
			.collect(Collectors.toSet());
		drafts.stream().flatMap((draft) -> draft.nodes().stream()).map(NodeWrite::node).forEach(touched::add);
		Set<NodeRef> marked = drafts.stream()
			.filter(FileImport::hasMarkedEdge)
			.flatMap(FileImport::ends)
			.collect(Collectors.toSet());
		Releases releases = new Releases(graph, this.grounds);
		releases.refreshNodes(touched);
		releases.refreshEdges(touched, marked);
	}

	private static Stream<NodeRef> ends(Draft draft) {
		return draft.edges().stream().flatMap((edge) -> Stream.of(edge.from(), edge.to()));
	}

	private static boolean hasMarkedEdge(Draft draft) {
		return draft.edges().stream().anyMatch((edge) -> edge.facts().containsKey("releasableTo"));
	}

	private void record(TransactionContext graph, String key, String sha256, ImportReport report) {
		Map<String, Object> facts = Map.of("name", report.name(), "set", this.set, "sha256", sha256, "rows",
				report.rows(), "loaded", report.loaded(), "rejected", report.rejected(), "finishedAt",
				ZonedDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC));
		graph.run("MATCH (f:ImportFile {key: $key}) SET f += $facts", Map.of("key", key, "facts", facts)).consume();
	}

	private static void recordFindings(TransactionContext graph, String file, List<Finding> findings) {
		List<Map<String, @Nullable Object>> rows = IntStream.range(0, findings.size())
			.mapToObj((i) -> row(file + "#" + (i + 1), findings.get(i)))
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
		return row;
	}

}
