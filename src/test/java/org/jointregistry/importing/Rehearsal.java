package org.jointregistry.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jointregistry.graph.Gate;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionContext;

/**
 * Imports of which nothing stays: all of them are done in one transaction that is rolled
 * back.
 */
final class Rehearsal implements AutoCloseable {

	private static final int CHUNK = 2_000;

	private final RegistryFormats formats;

	private final UploadWriter.Parts parts;

	private final Session session;

	private final Transaction transaction;

	private final TransactionContext graph;

	private int files;

	Rehearsal(Driver driver, RegistryFormats formats, UploadWriter.Parts parts) {
		this.formats = formats;
		this.parts = parts;
		this.session = driver.session();
		this.transaction = this.session.beginTransaction();
		this.graph = (TransactionContext) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { TransactionContext.class },
				(_, method, arguments) -> method.invoke(this.transaction, arguments));
		Gate.enter(this.graph);
	}

	/**
	 * Imports a file.
	 * @param path where it is, under the name that says what is in it
	 * @return how many rows were loaded, and then what was found: line, column and code
	 */
	List<String> load(Path path) {
		String name = String.valueOf(path.getFileName());
		Upload upload = new Upload("odd", name, path, String.format("%012d", this.files++), ImportMode.ROW_BY_ROW,
				null);
		UploadRecord record = new UploadRecord(upload, "rehearsal");
		record.begin(this.graph, this.parts.now());
		this.graph
			.run("MATCH (f:ImportFile {key: $key}) SET f.sha256 = $files",
					Map.of("key", upload.key(), "files", String.valueOf(this.files)))
			.consume();
		UploadWriter writer = new UploadWriter(record, 0, this.parts, (work) -> work.apply(this.graph));
		try (OpenedFile file = OpenedFile.of(path, name, OpenedFile.findFormat(this.formats, name).orElseThrow())) {
			List<String> told = new ArrayList<>();
			if (file.refusal().isEmpty()) {
				DraftReader reader = new DraftReader(this.parts.schema(), file.format(), file.lines().header());
				new FileWalk(reader, file.lines(), writer, CHUNK).walk(0, Set.of());
				told.add(run("MATCH (f:ImportFile {key: '%s'}) RETURN toString(f.loaded)".formatted(upload.key()))
					.getFirst());
			}
			file.refusal()
				.forEach((finding) -> told.add(finding.line() + " " + finding.column() + " " + finding.code()));
			told.addAll(run("""
					MATCH (n:ImportFinding {severity: 'REJECTED'})-[:FOUND_IN]->(f:ImportFile {key: '%s'})
					RETURN n.line + ' ' + coalesce(n.column, '-') + ' ' + n.code AS told ORDER BY n.line, told"""
				.formatted(upload.key())));
			return told;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Imports a file.
	 * @param directory where it is put
	 * @param name its name
	 * @param text what it says
	 * @return as above
	 */
	List<String> load(Path directory, String name, String text) {
		try {
			return load(Files.writeString(directory.resolve(name), text));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Asks the graph with what was imported.
	 * @param statement what to ask
	 * @return the first value of each row as text
	 */
	List<String> run(String statement) {
		return this.graph.run(statement).list(Rehearsal::text);
	}

	private static String text(Record row) {
		return row.get(0).isNull() ? "null" : String.valueOf(row.get(0).asObject());
	}

	@Override
	public void close() {
		this.transaction.close();
		this.session.close();
	}

}
