package org.jointregistry.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import org.jointregistry.graph.Gate;
import org.jointregistry.graph.MemoryLimit;
import org.jointregistry.importing.UploadRecord.Progress;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Loads files that were sent, however long they are.
 */
@Component
class Uploads {

	/** Longer files are not looked through for what is odd. */
	private static final long LONGEST_ODD = 10 * 1024 * 1024;

	private static final Logger logger = LoggerFactory.getLogger(Uploads.class);

	private final Driver driver;

	private final SessionConfig writing;

	private final RegistryFormats formats;

	private final ImportSettings settings;

	private final UploadWriter.Parts parts;

	Uploads(Driver driver, RegistryFormats formats, ImportSettings settings, UploadWriter.Parts parts) {
		this.driver = driver;
		this.writing = SessionConfig.builder()
			.withDefaultAccessMode(AccessMode.WRITE)
			.withBookmarkManager(driver.executableQueryBookmarkManager())
			.build();
		this.formats = formats;
		this.settings = settings;
		this.parts = parts;
	}

	/**
	 * Whether a file can be loaded.
	 * @param name its name
	 * @return true where it is that of a format
	 */
	boolean knows(String name) {
		return OpenedFile.findFormat(this.formats, name).isPresent();
	}

	/**
	 * Loads a file. The same file, sent a second time, has no effect; one whose loading
	 * was interrupted goes on where that happened.
	 * @param upload the file, of a name that is known
	 * @return what became of it
	 * @throws IOException if the file cannot be read
	 * @throws RegistryException with {@code CONFLICT} if the same file is loaded by
	 * another request, or was begun row by row and is to be loaded as a whole now
	 */
	UploadReport load(Upload upload) throws IOException {
		UploadReport report = load(new UploadRecord(upload, UUID.randomUUID().toString()));
		logger.info("Imported {}: {}, {} of {} rows, {} rejected", report.key(), report.state(), report.loaded(),
				report.rows(), report.rejected());
		return report;
	}

	private UploadReport load(UploadRecord record) throws IOException {
		try (OpenedFile file = open(record.upload())) {
			if (!file.refusal().isEmpty()) {
				return refuse(record, new RefusedUpload(file.refusal(), List.of(), 0));
			}
		}
		return (record.upload().mode() == ImportMode.ROW_BY_ROW) ? rowByRow(record) : atOnce(record);
	}

	private OpenedFile open(Upload upload) throws IOException {
		return OpenedFile.of(upload.content(), upload.name(),
				OpenedFile.findFormat(this.formats, upload.name()).orElseThrow());
	}

	private UploadReport rowByRow(UploadRecord record) throws IOException {
		Progress progress = inTransaction((graph) -> record.begin(graph, this.parts.now()));
		if (progress.state() == ImportState.DONE) {
			return report(record, progress, true);
		}
		UploadWriter writer = new UploadWriter(record, progress.step(), this.parts, this::inTransaction);
		walk(writer, record.upload(), progress);
		return inTransaction((graph) -> report(record, end(record, graph, writer.step()), false));
	}

	private UploadReport atOnce(UploadRecord record) throws IOException {
		try {
			return inTransaction((graph) -> atOnce(record, graph));
		}
		catch (RefusedUpload ex) {
			return refuse(record, ex);
		}
	}

	private UploadReport atOnce(UploadRecord record, TransactionContext graph) {
		Progress progress = record.begin(graph, this.parts.now());
		if (progress.state() == ImportState.DONE) {
			return report(record, progress, true);
		}
		if (progress.state() == ImportState.RUNNING) {
			throw new RegistryException(ErrorCode.CONFLICT,
					"The file was begun row by row; send it row by row to go on with it");
		}
		UploadWriter writer = new UploadWriter(record, progress.step(), this.parts, (work) -> work.apply(graph));
		Chunk.Writer bounded = (chunk) -> {
			Chunk.Written written = writer.write(chunk);
			if (chunk.line() > this.settings.rowsAtOnce()) {
				throw new RefusedUpload(
						List.of(Finding.rejected(FindingCode.TOO_LONG, null, null,
								"The file has more than " + this.settings.rowsAtOnce() + " lines")),
						List.of(), chunk.line());
			}
			return written;
		};
		try {
			walk(bounded, record.upload(), progress);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		Progress end = end(record, graph, writer.step());
		if (!writer.rejected().isEmpty()) {
			throw new RefusedUpload(writer.rejected(), writer.doubtful(), end.rows());
		}
		return report(record, end, false);
	}

	private void walk(Chunk.Writer writer, Upload upload, Progress progress) throws IOException {
		try (OpenedFile file = open(upload)) {
			DraftReader reader = new DraftReader(this.parts.schema(), file.format(), file.lines().header());
			new FileWalk(reader, file.lines(), writer, this.settings.chunk()).walk(progress.line(), progress.waiting());
		}
	}

	private Progress end(UploadRecord record, TransactionContext graph, long step) {
		Progress end = record.end(graph, step, this.parts.now());
		Upload upload = record.upload();
		try {
			if (Files.size(upload.content()) <= LONGEST_ODD) {
				ImportSource source = new ImportSource(upload.name(), Files.readAllBytes(upload.content()));
				Findings
					.record(graph, upload.key(), "odd.",
							new Oddities(graph, Map.of(upload.name(), source),
									LocalDate.ofInstant(this.parts.now().toInstant(), ZoneOffset.UTC))
								.find(upload.name()));
			}
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return end;
	}

	private UploadReport refuse(UploadRecord record, RefusedUpload refusal) {
		long rejected = refusal.findings().stream().map(Finding::line).distinct().count();
		return inTransaction((graph) -> {
			Progress progress = record.begin(graph, this.parts.now());
			if (progress.state() != null) {
				return report(record, progress, true);
			}
			Findings.record(graph, record.upload().key(), "", refusal.findings());
			Match.keep(graph, refusal.doubtful(), record.upload().name(), this.parts.now());
			record.set(graph, Map.of("state", ImportState.REFUSED.name(), "rows", refusal.rows(), "rejected", rejected,
					"finishedAt", this.parts.now()));
			return new UploadReport(record.upload().key(), ImportState.REFUSED, refusal.rows(), 0, rejected, false);
		});
	}

	private static UploadReport report(UploadRecord record, Progress progress, boolean skipped) {
		return new UploadReport(record.upload().key(),
				(progress.state() != null) ? progress.state() : ImportState.RUNNING, progress.rows(), progress.loaded(),
				progress.rejected(), skipped);
	}

	private <T> T inTransaction(Function<TransactionContext, T> work) {
		try (Session session = this.driver.session(this.writing)) {
			return session.executeWrite(MemoryLimit.respectedBy((graph) -> work.apply(Gate.enter(graph))),
					TransactionConfig.builder().withTimeout(this.settings.timeout()).build());
		}
	}

}
