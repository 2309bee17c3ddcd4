package org.jointregistry.importing;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * The record of a file that was sent: how far it has come, in the same transactions as
 * its rows. Whoever loads the file last holds the record, so that of two that load the
 * same file at the same time one stops.
 *
 * @param upload the file
 * @param holder tells who loads it from all others who do
 */
record UploadRecord(Upload upload, String holder) {

	private static final String BEGIN = """
			MERGE (f:ImportFile {key: $key})
			SET f.holder = $holder
			RETURN CASE WHEN f.sha256 IS NULL THEN null ELSE coalesce(f.state, 'DONE') END AS state,
			  coalesce(f.step, 0) AS step, coalesce(f.line, 0) AS line, coalesce(f.waiting, []) AS waiting,
			  coalesce(f.rows, 0) AS rows, coalesce(f.loaded, 0) AS loaded, coalesce(f.rejected, 0) AS rejected""";

	private static final String FORGET = "MATCH (:ImportFile {key: $key})<-[:FOUND_IN]-(n) DETACH DELETE n";

	private static final String SET = "MATCH (f:ImportFile {key: $key}) SET f += $facts";

	private static final String HOLD = """
			MATCH (f:ImportFile {key: $key}) WHERE f.holder = $holder AND f.step = $step
			SET f.step = f.step + 1
			RETURN f.step AS step""";

	private static final String COUNT = """
			MATCH (f:ImportFile {key: $key})
			SET f.line = $line, f.waiting = $waiting, f.rows = f.rows + $rows, f.loaded = f.loaded + $loaded,
			  f.rejected = f.rejected + $rejected, f.finishedAt = $at""";

	/**
	 * Begins, or goes on with, the file. One that was refused begins anew.
	 * @param graph a transaction
	 * @param at when
	 * @return how far it has come
	 */
	Progress begin(TransactionContext graph, ZonedDateTime at) {
		Progress before = progress(graph.run(BEGIN, Map.of("key", this.upload.key(), "holder", this.holder)).single());
		if (before.state() == ImportState.RUNNING || before.state() == ImportState.DONE) {
			return before;
		}
		graph.run(FORGET, Map.of("key", this.upload.key())).consume();
		set(graph, beginning(at));
		return new Progress(null, 0, 0, Set.of(), 0, 0, 0);
	}

	private Map<String, @Nullable Object> beginning(ZonedDateTime at) {
		Map<String, @Nullable Object> facts = new HashMap<>();
		facts.put("name", this.upload.name());
		facts.put("set", this.upload.set());
		facts.put("sha256", this.upload.sha256());
		facts.put("mode", this.upload.mode().name());
		facts.put("sentBy", this.upload.sentBy());
		facts.put("state", ImportState.RUNNING.name());
		facts.put("finishedAt", at);
		List.of("step", "line", "rows", "loaded", "rejected").forEach((count) -> facts.put(count, 0));
		facts.put("waiting", List.of());
		return facts;
	}

	/**
	 * Makes sure, until the transaction ends, that nobody else loads the file.
	 * @param graph the transaction
	 * @param step which part of the file is next
	 * @throws RegistryException with {@code CONFLICT} if somebody does
	 */
	void hold(TransactionContext graph, long step) {
		if (graph.run(HOLD, Map.of("key", this.upload.key(), "holder", this.holder, "step", step)).list().isEmpty()) {
			throw new RegistryException(ErrorCode.CONFLICT,
					"The same file was sent a second time, and is loaded from there");
		}
	}

	/**
	 * Ends the file.
	 * @param graph a transaction
	 * @param step how many parts of it are written
	 * @param at when
	 * @return what became of it
	 * @throws RegistryException with {@code CONFLICT} if somebody else loads it
	 */
	Progress end(TransactionContext graph, long step, ZonedDateTime at) {
		hold(graph, step);
		set(graph, Map.of("state", ImportState.DONE.name(), "finishedAt", at));
		return begin(graph, at);
	}

	/**
	 * Counts a chunk.
	 * @param graph the transaction that writes it
	 * @param chunk the chunk
	 * @param written what became of it
	 * @param at when
	 */
	void count(TransactionContext graph, Chunk chunk, Chunk.Written written, ZonedDateTime at) {
		List<Long> waiting = java.util.stream.Stream.of(chunk.waiting(), written.waiting())
			.flatMap(List::stream)
			.map(Draft::line)
			.toList();
		graph.run(COUNT,
				Map.of("key", this.upload.key(), "line", chunk.line(), "waiting", waiting, "rows", chunk.rows(),
						"loaded", written.loaded(), "rejected",
						chunk.rejected(written.loaded(), written.waiting().size()), "at", at))
			.consume();
	}

	/**
	 * Changes facts of the record.
	 * @param graph a transaction
	 * @param facts by name
	 */
	void set(TransactionContext graph, Map<String, ? extends @Nullable Object> facts) {
		graph.run(SET, Map.of("key", this.upload.key(), "facts", facts)).consume();
	}

	private static Progress progress(Record row) {
		Value state = row.get("state");
		return new Progress(state.isNull() ? null : ImportState.valueOf(state.asString()), row.get("step").asLong(),
				row.get("line").asLong(), new HashSet<>(row.get("waiting").asList(Value::asLong)),
				row.get("rows").asLong(), row.get("loaded").asLong(), row.get("rejected").asLong());
	}

	/**
	 * How far a file has come.
	 *
	 * @param state null where it has only begun
	 * @param step parts of it that are written
	 * @param line the last line that was gone through
	 * @param waiting lines up to that one that wait for lines after them
	 * @param rows rows that were gone through
	 * @param loaded rows that were loaded
	 * @param rejected rows that were not
	 */
	record Progress(@Nullable ImportState state, long step, long line, Set<Long> waiting, long rows, long loaded,
			long rejected) {

	}

}
