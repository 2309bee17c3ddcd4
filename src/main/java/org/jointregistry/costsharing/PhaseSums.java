package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import org.neo4j.driver.TransactionContext;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.ExactDecimal;

/**
 * What stands in the ledger under ceilings, a sum for each kind of entry. Entries that
 * were reversed, or that others take the place of, do not count, nor do those that were
 * published for several programs together.
 */
final class PhaseSums {

	/**
	 * What takes an entry back or its place is of the same program, so that the sum is
	 * that of what the program's managers see.
	 */
	private static final String STANDING = """
			UNWIND $ceilings AS key
			MATCH (ceiling:CostCeiling {key: key})-[:LIMITS]->(program:Program)
			MATCH (program)<-[:TOWARDS]-(entry:Contribution)
			WHERE entry.phase = ceiling.phase AND entry.currency = ceiling.currency
			  AND entry.kind IN ['PLEDGED', 'CALLED', 'PAID', 'DELIVERED']
			  AND COUNT { (entry)-[:TOWARDS]->() } = 1
			  AND NOT EXISTS { (entry)<-[:REVERSES|SUPERSEDES]-(:Contribution)-[:TOWARDS]->(program) }
			WITH key, entry.kind AS kind, entry.amount AS amount
			RETURN key, kind, [sum(amount / %1$d / %2$d), sum(amount / %1$d %% %2$d), sum(amount %% %1$d)] AS sum
			""".formatted(ExactDecimal.UNIT, ExactDecimal.MANY);

	private final List<Ceiling> ceilings;

	private final Map<Kind, BigDecimal> sums = new HashMap<>();

	private PhaseSums(List<Ceiling> ceilings) {
		this.ceilings = ceilings;
	}

	/**
	 * The sums under the ceilings that hold today for some entries. The ceilings are held
	 * until the transaction ends: of entries that come at once, each is added to those
	 * before.
	 * @param writing the mutation
	 * @param entries entries with a phase, an amount and a currency
	 * @return the sums without these entries
	 */
	static PhaseSums hold(Writing writing, List<Entry> entries) {
		Collection<String> limited = new TreeSet<>();
		over(writing, entries).forEach((ceiling) -> limited.add(ceiling.program()));
		if (limited.isEmpty()) {
			return new PhaseSums(List.of());
		}
		writing.lock(limited.stream().map(Ceiling::lock).toList());
		PhaseSums sums = new PhaseSums(over(writing, entries));
		sums.read(writing.transaction());
		return sums;
	}

	private static List<Ceiling> over(Writing writing, List<Entry> entries) {
		Collection<String> programs = new TreeSet<>();
		entries.forEach((entry) -> programs.add(entry.getNamed("program").key()));
		return Ceiling.of(writing.transaction(), programs)
			.stream()
			.filter((ceiling) -> ceiling.holdsAt(writing.at()))
			.filter((ceiling) -> entries.stream().anyMatch((entry) -> isOver(ceiling, entry)))
			.toList();
	}

	private static boolean isOver(Ceiling ceiling, Entry entry) {
		return ceiling.program().equals(entry.getNamed("program").key()) && ceiling.phase().equals(entry.text("phase"))
				&& ceiling.currency().equals(entry.text("currency"));
	}

	private void read(TransactionContext transaction) {
		transaction.run(STANDING, Map.of("ceilings", this.ceilings.stream().map(Ceiling::key).toList()))
			.forEachRemaining((row) -> this.sums.put(new Kind(row.get("key").asString(), row.get("kind").asString()),
					ExactDecimal.fromSums(row.get("sum").asList())));
	}

	/**
	 * The ceiling that holds for an entry.
	 * @param entry one of those that the sums were asked for
	 * @return empty where there is none
	 */
	Optional<Ceiling> findCeiling(Entry entry) {
		return this.ceilings.stream().filter((ceiling) -> isOver(ceiling, entry)).findFirst();
	}

	/**
	 * Adds an entry to the sum of its kind.
	 * @param ceiling the ceiling that holds for it
	 * @param entry the entry
	 * @return the sum with it
	 */
	BigDecimal add(Ceiling ceiling, Entry entry) {
		return Objects.requireNonNull(this.sums.merge(new Kind(ceiling.key(), Mutations.kind(entry)),
				Objects.requireNonNull(entry.decimal("amount")), BigDecimal::add));
	}

	private record Kind(String ceiling, String kind) {

	}

}
