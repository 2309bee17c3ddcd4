package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.NationalSums.Held;
import org.jointregistry.read.Projection;

import static org.jointregistry.evaluation.NationRows.MORE;

/**
 * Reads what the statement of {@link HoldingQuestion} returns.
 */
final class HoldingReading {

	private final NationRows nations;

	private final Projection bodies;

	private final Projection spread;

	private final Portions portions = new Portions();

	private final String today = LocalDate.now(Clock.systemUTC()).toString();

	private final Set<List<?>> rights = new HashSet<>();

	HoldingReading(NationRows nations, Projection bodies, Projection spread) {
		this.nations = nations;
		this.bodies = bodies;
		this.spread = spread;
	}

	/**
	 * The answer.
	 * @param returned nested lists
	 * @return who takes part, and what nations hold
	 */
	Portions read(@Nullable Object returned) {
		this.nations.read(returned, 0, this.portions).forEach((row) -> this.portions.partner(NationRows.key(row)));
		this.nations.read(returned, 1, this.portions);
		this.nations.read(returned, 2, this.portions).forEach(this::vote);
		this.nations.read(returned, 3, this.portions).forEach(this::right);
		this.nations.read(returned, 4, this.portions).forEach(this::right);
		return this.portions;
	}

	private void vote(List<?> row) {
		if (holds(row, MORE + 4)) {
			String body = (String) row.get(MORE);
			this.portions.knowBody(body,
					() -> new Held(this.bodies.read(row.get(MORE + 1)), this.spread.read(row.get(MORE + 2))));
			this.portions.add(new Dimension(BalanceKind.VOTES, null, false, body), NationRows.key(row),
					BigDecimal.valueOf((Long) row.get(MORE + 3)));
		}
	}

	private void right(List<?> row) {
		Object confirmation = row.get(MORE + 2);
		boolean stands = confirmation == null || confirmation.equals("CONFIRMED");
		if (stands && holds(row, MORE + 3) && this.rights.add(List.of(NationRows.key(row), row.get(MORE)))) {
			this.portions.add(Dimension.of(BalanceKind.valueOf(row.get(MORE + 1) + "_RIGHTS")), NationRows.key(row),
					BigDecimal.ONE);
		}
	}

	/**
	 * From the first day until the first one without it; an unknown date limits nothing.
	 */
	private boolean holds(List<?> row, int since) {
		String first = (String) row.get(since);
		String end = (String) row.get(since + 1);
		return (first == null || first.compareTo(this.today) <= 0) && (end == null || end.compareTo(this.today) > 0);
	}

}
