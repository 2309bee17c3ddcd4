package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

import org.jointregistry.recording.Period;
import org.jointregistry.shared.ExactDecimal;

/**
 * The most that a phase of a program may cost.
 *
 * @param key its key
 * @param program key of the program
 * @param phase as contributions name it
 * @param currency of the amount
 * @param amount in whole units of the currency
 * @param period when it holds
 */
record Ceiling(String key, String program, String phase, String currency, BigDecimal amount, Period period) {

	private static final String OF_PROGRAMS = """
			UNWIND $programs AS program
			MATCH (:Program {key: program})<-[:LIMITS]-(ceiling:CostCeiling)
			WHERE ceiling.amount IS NOT NULL
			RETURN program, ceiling.key AS key, ceiling.phase AS phase, ceiling.currency AS currency,
			  ceiling.amount AS amount, ceiling.validFrom AS from, ceiling.validTo AS to
			""";

	/**
	 * All ceilings of programs, whether or not they hold today.
	 * @param transaction to ask in
	 * @param programs keys of the programs, each once
	 * @return those with an amount
	 */
	static List<Ceiling> of(TransactionContext transaction, Collection<String> programs) {
		return transaction.run(OF_PROGRAMS, Map.of("programs", List.copyOf(programs))).list(Ceiling::read);
	}

	private static Ceiling read(Record row) {
		return new Ceiling(row.get("key").asString(), row.get("program").asString(), row.get("phase").asString(),
				row.get("currency").asString(), ExactDecimal.fromStored(row.get("amount").asLong()),
				Period.through(row.get("from").asString(null), row.get("to").asString(null)));
	}

	/**
	 * The name under which writers of a program's ceilings, and of entries under them,
	 * wait for each other.
	 * @param program key of the program
	 * @return unique among programs
	 */
	static String lock(String program) {
		return "ceilings/" + program;
	}

	/**
	 * Whether it holds.
	 * @param moment a moment, whose day in UTC counts
	 * @return true from its first day to its last
	 */
	boolean holdsAt(Instant moment) {
		String day = LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
		return this.period.overlaps(Period.through(day, day));
	}

}
