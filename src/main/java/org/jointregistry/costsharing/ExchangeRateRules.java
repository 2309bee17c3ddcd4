package org.jointregistry.costsharing;

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
 * An exchange rate is of two currencies and a day, of which there is no other, and public
 * (policy, sentence 1).
 */
@Component
class ExchangeRateRules implements Rule {

	private static final int DAY = "2025-12-31".length();

	private static final String KNOWN = """
			MATCH (known:ExchangeRate)
			WHERE known.date = $date AND (known.baseCurrency = $base AND known.quoteCurrency = $quote
			  OR known.baseCurrency = $quote AND known.quoteCurrency = $base)
			RETURN count(known) > 0 AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of("exchangeRateAdd");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			String date = getText(entry, "date");
			String base = getText(entry, "baseCurrency");
			String quote = getText(entry, "quoteCurrency");
			entry.set("marking", "PUBLIC");
			writing.refuseIf(Objects.requireNonNull(entry.decimal("rate")).signum() <= 0, entry, Refusals.OUT_OF_RANGE,
					"rate");
			writing.refuseIf(date.length() != DAY, entry, Refusals.DAY_REQUIRED, "date");
			writing.refuseIf(base.equals(quote), entry, Refusals.SAME_CURRENCY, "quoteCurrency");
			writing.lock(List.of("rates/" + date));
			boolean known = writing.finds(KNOWN, Map.of("date", date, "base", base, "quote", quote));
			writing.refuseIf(known, entry, Refusals.RATE_KNOWN, "date");
		}
	}

	private static String getText(Entry entry, String field) {
		return Objects.requireNonNull(entry.text(field));
	}

	/** Reasons to refuse a rate. */
	private enum Refusals implements RefusalCode {

		DAY_REQUIRED("A rate is of a day, such as 2025-12-31"), OUT_OF_RANGE("A rate is greater than 0"),
		RATE_KNOWN("There is a rate of these currencies for this day already"),
		SAME_CURRENCY("A rate is of two currencies");

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
