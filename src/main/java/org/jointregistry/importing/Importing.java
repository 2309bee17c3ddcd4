package org.jointregistry.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jointregistry.graph.Gate;
import org.jointregistry.graph.MemoryLimit;
import org.jointregistry.recording.ReleaseGrounds;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Imports files into the registry.
 */
@Component
public class Importing {

	private static final Logger LOG = LoggerFactory.getLogger(Importing.class);

	/** Asks without a lock, which others who write would have to be waited for to get. */
	private static final String THERE = """
			MATCH (f:ImportFile) WHERE f.key IN $keys AND f.sha256 IS NOT NULL
			RETURN f.key AS key""";

	private static final List<String> ORDER = FileFormats.all().stream().map(FileFormat::file).toList();

	private final Driver driver;

	private final SessionConfig writing;

	private final SchemaMap schema;

	private final ReleaseGrounds grounds;

	private final Clock clock;

	@Autowired
	Importing(Driver driver, SchemaMap schema, ReleaseGrounds grounds) {
		this(driver, schema, grounds, Clock.systemUTC());
	}

	Importing(Driver driver, SchemaMap schema, ReleaseGrounds grounds, Clock clock) {
		this.driver = driver;
		this.writing = SessionConfig.builder()
			.withDefaultAccessMode(AccessMode.WRITE)
			.withBookmarkManager(driver.executableQueryBookmarkManager())
			.build();
		this.schema = schema;
		this.grounds = grounds;
		this.clock = clock;
	}

	/**
	 * Imports files, those that others refer to first. Each is written in a transaction
	 * of its own together with what was found in it; one that was imported before is
	 * skipped. What cannot be read is a finding and no exception.
	 * @param set the set that the files belong to, such as {@code curated}
	 * @param files the files; their names say what is in them, and no two have the same
	 * @return what became of each file, in the order in which they were imported
	 * @throws org.neo4j.driver.exceptions.Neo4jException if the database fails: the files
	 * imported until then stay, of the one being imported nothing does
	 * @throws org.jointregistry.shared.RegistryException likewise, with
	 * {@code TOO_COSTLY}, if a file needs more memory than one transaction may have
	 */
	public List<ImportReport> load(String set, List<ImportSource> files) {
		Map<String, ImportSource> together = files.stream()
			.collect(Collectors.toMap(ImportSource::name, Function.identity()));
		Set<String> there = there(set, files);
		List<ImportReport> reports = new ArrayList<>();
		for (ImportSource file : files.stream().sorted(Comparator.comparingInt(Importing::position)).toList()) {
			reports.add(
					there.contains(file.key(set)) ? ImportReport.skipped(set, file.name()) : load(set, file, together));
			log(reports.getLast());
		}
		LOG.info("Set {}: {} rows loaded, {} rejected, {} of {} files were there already", set,
				reports.stream().mapToInt(ImportReport::loaded).sum(),
				reports.stream().mapToInt(ImportReport::rejected).sum(),
				reports.stream().filter(ImportReport::skipped).count(), reports.size());
		return reports;
	}

	/** The keys of files that were imported before. */
	private Set<String> there(String set, List<ImportSource> files) {
		return this.driver.executableQuery(THERE)
			.withParameters(Map.of("keys", files.stream().map((file) -> file.key(set)).toList()))
			.execute()
			.records()
			.stream()
			.map((row) -> row.get("key").asString())
			.collect(Collectors.toSet());
	}

	private ImportReport load(String set, ImportSource file, Map<String, ImportSource> together) {
		FileImport run = new FileImport(set, file, ParsedFile.read(this.schema, file), this.schema, this.grounds,
				together, this.clock);
		try (Session session = this.driver.session(this.writing)) {
			return session.executeWrite(MemoryLimit.respectedBy((graph) -> run.writeTo(Gate.enter(graph))));
		}
	}

	private static int position(ImportSource file) {
		int position = ORDER.indexOf(file.name());
		return (position >= 0) ? position : ORDER.size();
	}

	private static void log(ImportReport report) {
		if (!report.skipped()) {
			LOG.info("Imported {}/{}: {} of {} rows, {} rejected, {} oddities", report.set(), report.name(),
					report.loaded(), report.rows(), report.rejected(), report.oddities());
		}
	}

}
