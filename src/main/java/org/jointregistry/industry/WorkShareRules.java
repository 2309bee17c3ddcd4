package org.jointregistry.industry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * The amounts of a work share, and of what is delivered of it, are in one currency, which
 * is told with them; in another currency they are other amounts.
 */
@Component
class WorkShareRules implements Rule {

	private static final String CURRENCY = "currency";

	private static final List<String> AMOUNTS = List.of("planned", "contracted", "paid");

	private static final Map<String, List<String>> AMOUNTS_OF = Map.of("workShareAdd", AMOUNTS, "workShareRevise",
			AMOUNTS, "workShareDeliveryDeclare", List.of("value"));

	@Override
	public Set<String> mutations() {
		return AMOUNTS_OF.keySet();
	}

	@Override
	public void judge(Writing writing) {
		List<String> amounts = Objects.requireNonNull(AMOUNTS_OF.get(writing.name()));
		writing.entries().forEach((entry) -> judge(writing, entry, amounts));
	}

	private static void judge(Writing writing, Entry entry, List<String> amounts) {
		Object currency = writing.afterwards(entry, CURRENCY);
		boolean stated = amounts.stream().anyMatch((amount) -> writing.afterwards(entry, amount) != null);
		writing.refuseIf(stated && currency == null, entry, Refusals.CURRENCY_REQUIRED, CURRENCY);
		writing.refuseIf(!stated && currency != null, entry, Refusals.AMOUNT_REQUIRED, CURRENCY);
		if (currency != null && !Objects.equals(currency, writing.current(entry).get(CURRENCY))) {
			amounts
				.forEach((amount) -> writing.refuseIf(writing.current(entry).get(amount) != null && !entry.says(amount),
						entry, Refusals.AMOUNT_REQUIRED, amount));
		}
	}

	/** Reasons to refuse a work share. */
	private enum Refusals implements RefusalCode {

		AMOUNT_REQUIRED("A currency is that of an amount, and in another one each amount is stated anew"),
		CURRENCY_REQUIRED("An amount needs its currency");

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
