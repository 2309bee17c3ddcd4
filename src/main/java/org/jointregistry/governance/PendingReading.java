package org.jointregistry.governance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.jointregistry.governance.PendingActions.PendingAction;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.shared.PartialDates;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code pendingActions} returns.
 *
 * @param on the day that was asked about
 * @param limit actions at most
 * @param records reads what is to be done
 * @param parties reads who is to act
 */
record PendingReading(String on, int limit, Projection records, Projection parties) {

	/**
	 * The answer.
	 * @param returned nested lists; null where there is no such program
	 * @return what waits to be done
	 * @throws RegistryException with {@code NOT_FOUND} where the program is not there
	 */
	PendingActions read(@Nullable Object returned) {
		if (!(returned instanceof List<?>)) {
			throw RegistryException.notFound();
		}
		List<List<?>> found = Returned.lists(returned);
		List<PendingAction> actions = found.stream().limit(this.limit).map(this::action).toList();
		return new PendingActions(this.on, actions, found.size() > this.limit);
	}

	private PendingAction action(List<?> row) {
		PendingActionKind kind = PendingActionKind.valueOf((String) Objects.requireNonNull(row.getFirst()));
		FoundNode record = this.records.read(row.get(1));
		String day = (String) row.get(2);
		List<FoundNode> awaited = Returned.list(row.get(3)).stream().map(this.parties::read).toList();
		return (kind.isDue() && day != null) ? new PendingAction(kind, record, awaited, null, day, overdue(day))
				: new PendingAction(kind, record, awaited, day, null, null);
	}

	private long overdue(String due) {
		return ChronoUnit.DAYS.between(LocalDate.parse(PartialDates.lastDay(due)), LocalDate.parse(this.on));
	}

}
