package org.jointregistry.importing;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jointregistry.RegistryTest;
import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.graph.Gate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A transaction breaks at each statement of an import in turn, and the file is sent
 * again: nothing is lost, nothing is doubled, and what was changed since stays.
 */
@RegistryTest
class BrokenImportTests {

	private static final Viewer REGISTRAR = new Viewer("registrar", Set.of(Role.REGISTRAR), null, null, Set.of());

	/** A row that waits, one that cannot be read, and one that comes twice. */
	private static final String FILE = ProgramFiles.HEADER + ProgramFiles.row("ODD1", "AIR", "ODD4")
			+ ProgramFiles.row("ODD2", "NONE", "") + ProgramFiles.row("ODD3", "AIR", "")
			+ ProgramFiles.row("ODD3", "AIR", "") + ProgramFiles.row("ODD4", "AIR", "");

	private static final UploadReport WHOLE = new UploadReport("", ImportState.DONE, 5, 3, 2, false);

	/** An import of such a file takes fewer statements. */
	private static final int MOST = 200;

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryFormats formats;

	@Autowired
	private UploadWriter.Parts parts;

	@TempDir
	private Path directory;

	private int left;

	@AfterEach
	void takeOutWhatTheTestsWrote() {
		ProgramFiles.takeOut(this.driver);
	}

	@Test
	void whereverItBreaksItGoesOn() throws IOException {
		Path path = Files.writeString(this.directory.resolve("Program.csv"), FILE);
		Upload upload = new Upload("odd", "Program.csv", path, SentFile.sha256(path), ImportMode.ROW_BY_ROW, REGISTRAR);
		int at = 0;
		boolean broken = true;
		while (broken && at < MOST) {
			broken = isBrokenAt(upload, at++);
			List<String> before = values(
					"MATCH (n:Program) WHERE n.key STARTS WITH 'ODD' SET n.domain = 'SEA' RETURN n.key");
			UploadReport report = uploads().load(upload);
			assertThat(new UploadReport("", report.state(), report.rows(), report.loaded(), report.rejected(), false))
				.as("broken at statement %s", at)
				.isEqualTo(WHOLE);
			assertThat(values("MATCH (n:Program) WHERE n.key STARTS WITH 'ODD' AND n.domain = 'SEA' RETURN n.key"))
				.hasSameSizeAs(before);
			assertThat(
					values("MATCH (n:Program) WHERE n.key STARTS WITH 'ODD' RETURN n.key + n.version AS x ORDER BY x"))
				.containsExactly("ODD11", "ODD31", "ODD41");
			assertThat(values("MATCH (:Program {key: 'ODD1'})-[:PART_OF]->(p) RETURN p.key")).containsExactly("ODD4");
			assertThat(values(
					"MATCH (n:ImportFinding)-[:FOUND_IN]->({set: 'odd'}) RETURN n.line + n.code AS x ORDER BY x"))
				.containsExactly("3UNKNOWN_ENUM", "5DUPLICATE_KEY");
			ProgramFiles.takeOut(this.driver);
		}
		assertThat(at).isBetween(40, MOST - 1);
	}

	private boolean isBrokenAt(Upload upload, int statement) throws IOException {
		this.left = statement;
		UploadRecord record = new UploadRecord(upload, "broken");
		try (OpenedFile file = OpenedFile.of(upload.content(), upload.name(),
				OpenedFile.findFormat(this.formats, upload.name()).orElseThrow())) {
			UploadRecord.Progress begun = inTransaction((graph) -> record.begin(graph, this.parts.now()));
			UploadWriter writer = new UploadWriter(record, begun.step(), this.parts, this::inTransaction);
			new FileWalk(new DraftReader(this.parts.schema(), file.format(), file.lines().header()), file.lines(),
					writer, 2)
				.walk(begun.line(), begun.waiting());
			return false;
		}
		catch (Broken ex) {
			return true;
		}
	}

	private <T> T inTransaction(Function<TransactionContext, T> work) {
		try (Session session = this.driver.session()) {
			return session.executeWrite((graph) -> work.apply(Gate.enter(breaking(graph))));
		}
	}

	/** Fails when no statement is left. */
	private TransactionContext breaking(TransactionContext graph) {
		return (TransactionContext) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { TransactionContext.class }, (_, method, arguments) -> {
					if (this.left-- <= 0) {
						throw new Broken();
					}
					return method.invoke(graph, arguments);
				});
	}

	private Uploads uploads() {
		ImportSettings settings = new ImportSettings(List.of(), null, ImportMode.ROW_BY_ROW, DataSize.ofMegabytes(1),
				100, 2, java.time.Duration.ofMinutes(1));
		return new Uploads(this.driver, this.formats, settings, this.parts);
	}

	private List<String> values(String statement) {
		return ProgramFiles.run(this.driver, statement).stream().map(Value::asString).toList();
	}

	/** What a statement fails with. */
	private static final class Broken extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
