package org.jointregistry.recording;

import java.util.List;

import org.jointregistry.shared.PrintableText;

/**
 * What must hold of every input: texts, numbers, lists and dates are within the bounds
 * that the schema declares.
 */
final class Bounded {

	private final Writing writing;

	Bounded(Writing writing) {
		this.writing = writing;
	}

	/**
	 * Refuses what is out of bounds.
	 * @param key the idempotency key
	 */
	void require(String key) {
		if (!PrintableText.isLine(key, Command.LONGEST_KEY)) {
			this.writing.refuse(new Refusal(InputErrorCode.TEXT_INVALID, List.of(Mutation.KEY)));
		}
		this.writing.entries()
			.stream()
			.flatMap((entry) -> entry.withTies().stream())
			.forEach((entry) -> entry.fields()
				.stream()
				.filter((field) -> !field.name().equals(Mutation.KEY))
				.forEach((field) -> require(entry, field)));
	}

	/**
	 * Refuses an input with no entry or too many, before anything else is asked of it.
	 * @return whether it has as many as it may
	 */
	boolean countEntries() {
		Mutation mutation = this.writing.mutation();
		int count = this.writing.entries().size();
		if (mutation.entries() == null || count > 0 && count <= mutation.most()) {
			return true;
		}
		this.writing.refuse(new Refusal((count == 0) ? InputErrorCode.TOO_FEW : InputErrorCode.TOO_MANY,
				List.of(mutation.entries())));
		return false;
	}

	private void require(Entry entry, InputField field) {
		switch (entry.value(field.name())) {
			case String text when field.bounds().longest() != null -> {
				int longest = field.bounds().longest();
				boolean printable = field.bounds().lines() ? PrintableText.isText(text, longest)
						: PrintableText.isLine(text, longest);
				this.writing.refuseIf(!printable, entry, InputErrorCode.TEXT_INVALID, field.name());
			}
			case String date when field.bounds().hasCome() ->
				this.writing.refuseIf(this.writing.isToCome(date), entry, InputErrorCode.IN_THE_FUTURE, field.name());
			case Integer number when field.bounds().from() != null && field.bounds().to() != null ->
				this.writing.refuseIf(number < field.bounds().from() || number > field.bounds().to(), entry,
						InputErrorCode.OUT_OF_RANGE, field.name());
			case List<?> _ ->
				this.writing.refuseIf(entry.isTooLong(field.name()), entry, InputErrorCode.TOO_MANY, field.name());
			case null, default -> {
				// The scalars bound everything else
			}
		}
	}

}
