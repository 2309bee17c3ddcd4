package org.jointregistry.program;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Period;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * Participations of one nation in one program do not overlap in time, nor do its
 * memberships of one community, its parts in one agreement, exchange or operation, or its
 * seats on one body: what the viewer's rights follow from is never double. A part in an
 * agreement that has a rule for its entry into force, and no beginning yet, begins after
 * those that have ended.
 */
@Component
class PeriodRules implements Rule {

	private static final Map<String, Kind> KINDS = kinds();

	private static final String OTHERS = """
			MATCH (of:%1$s {key: $of})<-[tie:%2$s]-(nation:Nation)
			WHERE nation.key = $nation OR EXISTS { (nation)-[own:%2$s]->(:%1$s {key: $of}) WHERE own.key = $key }
			RETURN tie.key AS key, tie.%3$s AS from, tie.%4$s AS until, of.entryIntoForce IS NOT NULL AS byRule
			""";

	private static Map<String, Kind> kinds() {
		Map<String, Kind> kinds = new HashMap<>();
		for (Kind kind : Kind.values()) {
			kinds.put(kind.stem + "Add", kind);
			kinds.put(kind.stem + "Revise", kind);
		}
		return Map.copyOf(kinds);
	}

	@Override
	public Set<String> mutations() {
		return KINDS.keySet();
	}

	@Override
	public Collection<String> locks(Writing writing) {
		Kind kind = kind(writing);
		return writing.entries().stream().map((entry) -> kind.of + "/" + of(entry, kind)).toList();
	}

	private static Kind kind(Writing writing) {
		return KINDS.getOrDefault(writing.name(), Kind.PARTICIPATION);
	}

	@Override
	public void judge(Writing writing) {
		Kind kind = kind(writing);
		writing.entries().forEach((entry) -> judge(writing, entry, kind));
	}

	private static void judge(Writing writing, Entry entry, Kind kind) {
		List<Tie> ties = writing.transaction()
			.run(OTHERS.formatted(kind.of, kind.name, kind.from, kind.until),
					Map.of("of", of(entry, kind), "key", entry.key(), "nation",
							entry.findNamed("nation").map((nation) -> nation.key()).orElse("")))
			.list(Tie::of);
		Period own = ties.stream()
			.filter((tie) -> tie.key.equals(entry.key()))
			.findFirst()
			.map(Tie::period)
			.orElse(new Period(null, null));
		Period asked = new Period(asked(entry, kind.from, own.from()), asked(entry, kind.until, own.until()));
		boolean taken = ties.stream().filter((tie) -> !tie.key.equals(entry.key())).anyMatch((tie) -> tie.meets(asked));
		writing.refuseIf(taken, entry, PeriodRefusal.PERIOD_TAKEN, kind.from);
	}

	private static String of(Entry entry, Kind kind) {
		return entry.getNamed(kind.field).key();
	}

	private static @Nullable String asked(Entry entry, String field, @Nullable String stored) {
		return entry.says(field) ? entry.text(field) : stored;
	}

	/**
	 * A relationship of the nation with what the entry is about.
	 *
	 * @param key its own
	 * @param period its time
	 * @param byRule whether its beginning follows from a rule, so that one without has
	 * not begun
	 */
	private record Tie(String key, Period period, boolean byRule) {

		private static Tie of(Record row) {
			return new Tie(row.get("key").asString(""),
					new Period(row.get("from").asString(null), row.get("until").asString(null)),
					row.get("byRule").asBoolean());
		}

		private boolean meets(Period asked) {
			boolean waits = this.byRule && (this.period.from() == null || asked.from() == null);
			return waits ? this.period.until() == null && asked.until() == null : this.period.overlaps(asked);
		}

	}

	/** What has a time. */
	private enum Kind {

		PARTICIPATION("participation", "PARTICIPATES_IN", "Program", "program", "joined", "left"),
		MEMBERSHIP("membership", "MEMBER_OF", "Community", "community", "since", "until"),
		PARTY("agreementParty", "PARTY_TO", "Agreement", "agreement", "since", "until"),
		SEAT("seat", "HAS_SEAT_ON", "GovernanceBody", "governanceBody", "since", "until"),
		EXCHANGE("exchangePart", "SHARES_UNDER", "ExchangeArrangement", "exchangeArrangement", "since", "until"),
		OPERATION("operationPart", "SERVES_IN", "SupportedOperation", "supportedOperation", "since", "until");

		/** What the names of the mutations begin with. */
		private final String stem;

		private final String name;

		private final String of;

		private final String field;

		private final String from;

		private final String until;

		Kind(String stem, String name, String of, String field, String from, String until) {
			this.stem = stem;
			this.name = name;
			this.of = of;
			this.field = field;
			this.from = from;
			this.until = until;
		}

	}

}
