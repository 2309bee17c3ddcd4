package org.jointregistry.costsharing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * A phase has one ceiling at a time in each currency, and a ceiling has an amount.
 */
@Component
class CeilingPeriodRules implements Rule {

	private static final String SET = "costCeilingSet";

	private static final String REVISE = "costCeilingRevise";

	private static final String PROGRAM = """
			MATCH (:CostCeiling {key: $key})-[:LIMITS]->(program:Program)
			RETURN program.key AS key
			""";

	private static final String OWN = """
			MATCH (own:CostCeiling {key: $key})
			RETURN own.phase AS phase, own.currency AS currency, own.validFrom AS validFrom, own.validTo AS validTo
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(SET, REVISE);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			String program = program(writing, entry);
			writing.lock(List.of(Ceiling.lock(program)));
			judge(writing, entry, program);
		}
	}

	private static String program(Writing writing, Entry entry) {
		return writing.name().equals(SET) ? entry.getNamed("program").key()
				: writing.transaction().run(PROGRAM, Map.of("key", entry.key())).single().get("key").asString();
	}

	private static void judge(Writing writing, Entry entry, String program) {
		Optional<Record> own = writing.transaction().run(OWN, Map.of("key", entry.key())).stream().findFirst();
		Period asked = Period.through(asked(entry, "validFrom", own), asked(entry, "validTo", own));
		writing.refuseIf(asked.isEmpty(), entry, Refusals.PERIOD_REVERSED, "validTo");
		boolean taken = Ceiling.of(writing.transaction(), List.of(program))
			.stream()
			.filter((other) -> !other.key().equals(entry.key()))
			.filter((other) -> other.phase().equals(asked(entry, "phase", own)))
			.filter((other) -> other.currency().equals(asked(entry, "currency", own)))
			.anyMatch((other) -> other.period().overlaps(asked));
		writing.refuseIf(taken, entry, Refusals.PERIOD_TAKEN, "validFrom");
		writing.refuseIf(entry.says("amount") && entry.value("amount") == null, entry, Refusals.AMOUNT_REQUIRED,
				"amount");
	}

	private static @Nullable String asked(Entry entry, String field, Optional<Record> own) {
		return (entry.says(field) || own.isEmpty()) ? entry.text(field) : own.get().get(field).asString(null);
	}

	/** Reasons to refuse a ceiling. */
	private enum Refusals implements RefusalCode {

		AMOUNT_REQUIRED("A ceiling has an amount: end it where it no longer holds"),
		PERIOD_REVERSED("It would end before it begins"),
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
