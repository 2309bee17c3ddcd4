package org.jointregistry.audit;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

import org.springframework.stereotype.Component;

import org.jointregistry.shared.Touched;

/**
 * The audit trail as the log of what was changed, for those who follow it. It says which
 * record was changed and nothing of its facts: whoever is told of the change reads the
 * record as far as it is the reader's.
 */
@Component
public class AuditLog {

	private static final String HEADS = """
			UNWIND range(0, $last) AS chain
			OPTIONAL MATCH (head:AuditChain {chain: chain})
			RETURN coalesce(head.sequence, 0) AS sequence
			ORDER BY chain
			""";

	private static final String READ = """
			UNWIND $ranges AS range
			CALL (range) {
			  MATCH (entry:AuditEntry)
			  WHERE entry.chain = range.chain AND entry.sequence > range.after AND entry.sequence <= range.last
			  RETURN entry
			  ORDER BY entry.chain, entry.sequence
			  LIMIT $most
			}
			RETURN entry.chain AS chain, entry.sequence AS sequence, entry.at AS at, entry.mutation AS mutation,
			  entry.recordType AS type, entry.recordKey AS key, coalesce(entry.touched, []) AS touched
			ORDER BY chain, sequence
			""";

	private final Driver driver;

	private final SessionConfig reading;

	AuditLog(Driver driver) {
		this.driver = driver;
		this.reading = SessionConfig.builder()
			.withDefaultAccessMode(AccessMode.READ)
			.withBookmarkManager(driver.executableQueryBookmarkManager())
			.build();
	}

	/**
	 * Where the log ends.
	 * @return a position behind every entry that is committed
	 */
	public LogPosition end() {
		return LogPosition.of(run(HEADS, Map.of("last", LogPosition.CHAINS - 1)).stream()
			.map((head) -> head.get("sequence").asLong())
			.toList());
	}

	/**
	 * Reads on from a position, with one statement.
	 * @param after where to begin
	 * @param most how many entries of each chain at most
	 * @return changes in the order of each chain, and across chains by time
	 */
	public List<LoggedChange> after(LogPosition after, int most) {
		return read(after, List.of(), most);
	}

	/**
	 * Reads on from a position to another, with one statement.
	 * @param after where to begin
	 * @param last where to end
	 * @param most how many entries of each chain at most
	 * @return changes in the order of each chain; none where the end is reached
	 */
	public List<LoggedChange> between(LogPosition after, LogPosition last, int most) {
		return read(after, last.sequences(), most);
	}

	private List<LoggedChange> read(LogPosition after, List<Long> last, int most) {
		List<Map<String, Long>> ranges = LogPosition.chains()
			.mapToObj((chain) -> Map.of("chain", (long) chain, "after", after.at(chain), "last",
					last.isEmpty() ? Long.MAX_VALUE : last.get(chain)))
			.toList();
		return inTime(run(READ, Map.of("ranges", ranges, "most", most)).stream().map(AuditLog::change).toList());
	}

	/**
	 * By time across chains, without leaving the order of a chain where clocks differ.
	 */
	private static List<LoggedChange> inTime(List<LoggedChange> changes) {
		OffsetDateTime[] latest = new OffsetDateTime[LogPosition.CHAINS];
		SortedMap<OffsetDateTime, List<LoggedChange>> sorted = new TreeMap<>();
		for (LoggedChange change : changes) {
			OffsetDateTime before = latest[change.chain()];
			OffsetDateTime time = (before != null && before.isAfter(change.at())) ? before : change.at();
			latest[change.chain()] = time;
			sorted.computeIfAbsent(time, (key) -> new ArrayList<>()).add(change);
		}
		return sorted.values().stream().flatMap(List::stream).toList();
	}

	private List<Record> run(String statement, Map<String, Object> parameters) {
		try (Session session = this.driver.session(this.reading)) {
			return session.executeRead((transaction) -> transaction.run(statement, parameters).list());
		}
	}

	private static LoggedChange change(Record row) {
		return new LoggedChange(row.get("chain").asInt(), row.get("sequence").asLong(),
				row.get("at").asZonedDateTime().toOffsetDateTime(), row.get("mutation").asString(),
				row.get("type").asString(), row.get("key").asString(),
				row.get("touched").asList((text) -> Touched.find(text.asString()).orElseGet(Touched.Fact::new)));
	}

}
