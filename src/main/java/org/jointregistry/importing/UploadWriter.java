package org.jointregistry.importing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.neo4j.driver.TransactionContext;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import org.jointregistry.audit.AuditTrail;
import org.jointregistry.audit.Change;
import org.jointregistry.recording.ReleaseGrounds;

/**
 * Writes the chunks of a file, each with what was found in it, what the file's record
 * counts, and its entry in the audit trail.
 */
final class UploadWriter implements Chunk.Writer {

	private final UploadRecord record;

	private final Parts parts;

	private final Function<Function<TransactionContext, Chunk.Written>, Chunk.Written> transactions;

	private final List<Finding> rejected = new ArrayList<>();

	private final List<Match> doubtful = new ArrayList<>();

	private long step;

	/**
	 * Writes chunks.
	 * @param record of the file
	 * @param step which part of it is next
	 * @param parts what writing takes
	 * @param transactions has work done in a transaction
	 */
	UploadWriter(UploadRecord record, long step, Parts parts,
			Function<Function<TransactionContext, Chunk.Written>, Chunk.Written> transactions) {
		this.record = record;
		this.step = step;
		this.parts = parts;
		this.transactions = transactions;
	}

	@Override
	public Chunk.Written write(Chunk chunk) {
		Chunk.Written written = this.transactions.apply((graph) -> write(graph, chunk));
		this.step++;
		return written;
	}

	private Chunk.Written write(TransactionContext graph, Chunk chunk) {
		this.record.hold(graph, this.step);
		ZonedDateTime at = this.parts.now();
		List<Finding> findings = new ArrayList<>(chunk.findings());
		List<Finding> missing = new ArrayList<>();
		RowBatch rows = new RowBatch(graph, this.parts.schema(), this.parts.grounds(), at,
				this.record.upload().sentBy());
		Optional<Matching> matching = Optional.of(this.record.upload().name())
			.filter(PublishedFiles.names()::contains)
			.map((name) -> new Matching(graph, chunk.drafts()));
		List<Draft> drafts = matching.map((each) -> each.settle(chunk.drafts(), findings)).orElse(chunk.drafts());
		List<Draft> loaded = rows.write(drafts, findings, missing);
		matching.ifPresent((each) -> {
			each.keep(this.record.upload().name(), at);
			this.doubtful.addAll(isAtOnce() ? each.doubtful() : List.of());
		});
		List<Draft> waiting = List.of();
		if (chunk.mayWait(missing.size())) {
			Set<Long> lines = missing.stream().map(Finding::line).collect(Collectors.toSet());
			waiting = chunk.drafts().stream().filter((draft) -> lines.contains(draft.line())).toList();
		}
		else {
			findings.addAll(missing);
		}
		Chunk.Written written = new Chunk.Written(loaded.size(), waiting);
		this.record.count(graph, chunk, written, at);
		Findings.record(graph, this.record.upload().key(), this.step + ".", findings);
		audit(graph, chunk, written, at);
		this.rejected.addAll(isAtOnce() ? findings : List.of());
		return written;
	}

	private boolean isAtOnce() {
		return this.record.upload().mode() == ImportMode.ALL_OR_NOTHING;
	}

	private void audit(TransactionContext graph, Chunk chunk, Chunk.Written written, ZonedDateTime at) {
		Upload upload = this.record.upload();
		if (upload.sender() != null) {
			this.parts.audit()
				.add(graph, upload.sender(),
						new Change(at.toInstant(), "import", "ImportFile", upload.key(), null,
								Map.of("sha256", upload.sha256(), "mode", upload.mode().name(), "line", chunk.line(),
										"loaded", written.loaded())));
		}
	}

	/**
	 * Which part of the file is next.
	 * @return how many are written
	 */
	long step() {
		return this.step;
	}

	/**
	 * What was rejected of a file of which all is loaded or nothing.
	 * @return the findings
	 */
	List<Finding> rejected() {
		return this.rejected;
	}

	/**
	 * What a registrar is to decide of a file of which all is loaded or nothing.
	 * @return the matches
	 */
	List<Match> doubtful() {
		return this.doubtful;
	}

	/**
	 * What writing takes.
	 *
	 * @param schema what the schema says of types
	 * @param grounds what releases follow from
	 * @param audit the audit trail
	 * @param clock tells the time
	 */
	@Component
	record Parts(SchemaMap schema, ReleaseGrounds grounds, AuditTrail audit, Clock clock) {

		@Autowired
		Parts(SchemaMap schema, ReleaseGrounds grounds, AuditTrail audit) {
			this(schema, grounds, audit, Clock.systemUTC());
		}

		ZonedDateTime now() {
			return ZonedDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		}

	}

}
