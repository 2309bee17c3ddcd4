package org.jointregistry.recording;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must hold of every amount of money ({@code @money}): it has its currency, which is
 * told with an amount alone; and in another currency it is another amount, so that
 * nothing is converted without being said.
 */
final class Priced {

	private final Writing writing;

	Priced(Writing writing) {
		this.writing = writing;
	}

	/** Refuses amounts without their currency, and currencies without an amount. */
	void require() {
		this.writing.entries()
			.forEach((entry) -> entry.fields()
				.stream()
				.flatMap(Amount::of)
				.collect(
						Collectors.groupingBy(Amount::currency, Collectors.mapping(Amount::field, Collectors.toList())))
				.forEach((currency, amounts) -> require(entry, currency, amounts)));
	}

	private void require(Entry entry, String currency, List<String> amounts) {
		if (!entry.says(currency) && amounts.stream().noneMatch(entry::says)) {
			return;
		}
		Object told = this.writing.afterwards(entry, currency);
		boolean stated = amounts.stream().anyMatch((amount) -> this.writing.afterwards(entry, amount) != null);
		this.writing.refuseIf(stated && told == null, entry, InputErrorCode.CURRENCY_REQUIRED, currency);
		this.writing.refuseIf(!stated && told != null, entry, InputErrorCode.AMOUNT_REQUIRED,
				(amounts.size() == 1) ? amounts.getFirst() : currency);
		if (told != null && !Objects.equals(told, this.writing.current(entry).get(currency))) {
			amounts.stream()
				.filter((amount) -> this.writing.current(entry).get(amount) != null && !entry.says(amount))
				.forEach((amount) -> this.writing.refuse(entry, InputErrorCode.AMOUNT_REQUIRED, amount));
		}
	}

	/**
	 * A field with an amount.
	 *
	 * @param field its name
	 * @param currency the name of the field with its currency
	 */
	private record Amount(String field, String currency) {

		private static Stream<Amount> of(InputField field) {
			return (field.target() instanceof InputField.Fact fact && fact.property().currency() != null)
					? Stream.of(new Amount(field.name(), fact.property().currency())) : Stream.of();
		}

	}

}
