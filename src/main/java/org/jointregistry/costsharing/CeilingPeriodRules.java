package org.jointregistry.costsharing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Period;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A phase has one ceiling at a time in each currency.
 */
@Component
class CeilingPeriodRules implements Rule {

	private static final String SET = "costCeilingSet";

	private static final String REVISE = "costCeilingRevise";

	private static final String PROGRAM = """
			MATCH (:CostCeiling {key: $key})-[:LIMITS]->(program:Program)
			RETURN program.key AS key
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(SET, REVISE);
	}

	@Override
	public void judge(Writing writing) {
		Map<Entry, String> programs = new LinkedHashMap<>();
		writing.entries().forEach((entry) -> programs.put(entry, program(writing, entry)));
		writing.lock(programs.values().stream().map(Ceiling::lock).toList());
		programs.forEach((entry, program) -> judge(writing, entry, program));
	}

	private static String program(Writing writing, Entry entry) {
		return writing.name().equals(SET) ? entry.getNamed("program").key()
				: writing.transaction().run(PROGRAM, Map.of("key", entry.key())).single().get("key").asString();
	}

	private static void judge(Writing writing, Entry entry, String program) {
		Period asked = Period.through((String) writing.afterwards(entry, "validFrom"),
				(String) writing.afterwards(entry, "validTo"));
		boolean taken = Ceiling.of(writing.transaction(), List.of(program))
			.stream()
			.filter((other) -> !other.key().equals(entry.key()))
			.filter((other) -> other.phase().equals(writing.afterwards(entry, "phase")))
			.filter((other) -> other.currency().equals(writing.afterwards(entry, "currency")))
			.anyMatch((other) -> other.period().overlaps(asked));
		writing.refuseIf(taken, entry, Refusals.PERIOD_TAKEN, "validFrom");
	}

	/** Reasons to refuse a ceiling. */
	private enum Refusals implements RefusalCode {

		PERIOD_TAKEN("The phase has another ceiling in this currency and time; end that first");

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
