package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Period;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * The shares of a cost-share key make the whole, or the key says who bears the rest; and
 * a cost is shared by one key at a time.
 */
@Component
class KeyRules implements Rule {

	private static final String ADD = "costShareKeyAdd";

	private static final String REVISE = "costShareKeyRevise";

	private static final String RELEASE = "recordRelease";

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private static final String PROGRAMS = """
			MATCH (:CostShareKey {key: $key})-[:APPLIES_TO]->(program:Program)
			RETURN program.key AS key
			""";

	private static final String KEYS = """
			UNWIND $programs AS program
			MATCH (:Program {key: program})<-[:APPLIES_TO]-(key:CostShareKey)
			OPTIONAL MATCH (own:CostShareKey {key: $key})
			WITH DISTINCT key, own
			WHERE key.scheme = coalesce($scheme, own.scheme)
			RETURN key.key AS key, key.validFrom AS from, key.validTo AS to, key.remainder AS remainder,
			  reduce(sum = 0, share IN [()-[share:BEARS]->(key) | share] | sum + coalesce(share.share, 0)) AS shared
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, REVISE, RELEASE);
	}

	@Override
	public void judge(Writing writing) {
		if (writing.name().equals(RELEASE)) {
			writing.entries()
				.stream()
				.filter((entry) -> entry.getNamed("record").label().equals("CostShareKey"))
				.forEach((entry) -> writing.refuseIf(entry.says("figuresMarking") || entry.says("releasableTo"), entry,
						Refusals.SHARES_ARE_RELEASED_ONCE, "figuresMarking"));
			return;
		}
		for (Entry entry : writing.entries()) {
			shares(writing, entry);
			List<String> programs = programs(writing, entry);
			writing.lock(programs.stream().map("keys/"::concat).toList());
			periods(writing, entry, programs);
		}
	}

	private static void shares(Writing writing, Entry entry) {
		if (writing.name().equals(REVISE) || entry.isTooLong("shares")) {
			return;
		}
		Set<String> nations = new HashSet<>();
		BigDecimal sum = BigDecimal.ZERO;
		for (Entry share : entry.ties("shares")) {
			writing.refuseIf(!nations.add(share.getNamed("nation").key()), share, Refusals.NATION_TWICE, "nation");
			sum = sum.add(Objects.requireNonNull(share.decimal("share")));
		}
		writing.refuseIf(sum.compareTo(WHOLE) > 0, entry, Refusals.SHARES_ABOVE_WHOLE, "shares");
		writing.refuseIf(sum.compareTo(WHOLE) < 0 && entry.value("remainder") == null, entry,
				Refusals.REMAINDER_REQUIRED, "remainder");
	}

	private static List<String> programs(Writing writing, Entry entry) {
		return writing.name().equals(ADD) ? List.of(entry.getNamed("program").key())
				: writing.transaction()
					.run(PROGRAMS, Map.of("key", entry.key()))
					.list((row) -> row.get("key").asString())
					.stream()
					.filter(writing.viewer()::manages)
					.toList();
	}

	private static void periods(Writing writing, Entry entry, List<String> programs) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("programs", programs);
		parameters.put("key", entry.key());
		parameters.put("scheme", entry.value("scheme"));
		List<Record> keys = writing.transaction().run(KEYS, parameters).list();
		Record own = keys.stream().filter((key) -> isOwn(key, entry)).findFirst().orElse(null);
		String from = asked(entry, "validFrom", own, "from");
		String to = asked(entry, "validTo", own, "to");
		Period asked = Period.through(from, to);
		writing.refuseIf(keys.stream()
			.filter((key) -> !isOwn(key, entry))
			.anyMatch((key) -> Period.through(key.get("from").asString(null), key.get("to").asString(null))
				.overlaps(asked)), entry, Refusals.PERIOD_TAKEN, "validFrom");
		boolean whole = own == null || own.get("shared").asLong() == 100 * 10_000;
		writing.refuseIf(!whole && asked(entry, "remainder", own, "remainder") == null, entry,
				Refusals.REMAINDER_REQUIRED, "remainder");
	}

	private static boolean isOwn(Record key, Entry entry) {
		return key.get("key").asString().equals(entry.key());
	}

	private static @Nullable String asked(Entry entry, String field, @Nullable Record own, String stored) {
		return (entry.says(field) || own == null) ? entry.text(field) : own.get(stored).asString(null);
	}

	/** Reasons to refuse a key. */
	private enum Refusals implements RefusalCode {

		NATION_TWICE("A nation bears one share of a key"),
		PERIOD_TAKEN("Another key of the program has this scheme in this time; end that first"),
		REMAINDER_REQUIRED("The shares do not add up to 100: say who bears the rest"),
		SHARES_ABOVE_WHOLE("The shares add up to more than 100"),
		SHARES_ARE_RELEASED_ONCE("To whom the shares of a key are shown is said when the key is set");

		private final String message;

		Refusals(String message) {
			this.message = message;
		}

		@Override
		public String message() {
			return this.message;
		}

	}

}
