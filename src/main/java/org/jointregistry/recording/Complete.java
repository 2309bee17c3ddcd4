package org.jointregistry.recording;

/**
 * What must hold of every record: a value that the schema says is never null is not taken
 * away, nothing ends before it begins, and no record is tied to itself.
 */
final class Complete {

	private final Writing writing;

	Complete(Writing writing) {
		this.writing = writing;
	}

	/** Refuses what no record of any type may be. */
	void require() {
		this.writing.entries()
			.stream()
			.flatMap((entry) -> entry.withTies().stream())
			.forEach((entry) -> entry.fields().forEach((field) -> require(entry, field)));
	}

	private void require(Entry entry, InputField field) {
		boolean required = field.target() instanceof InputField.Fact fact && fact.property().required();
		this.writing.refuseIf(required && entry.says(field.name()) && entry.value(field.name()) == null, entry,
				InputErrorCode.VALUE_REQUIRED, field.name());
		this.writing.refuseIf(isItself(entry, field), entry, InputErrorCode.NAMES_ITSELF, field.name());
		this.writing.refuseIf(field.bounds().notBefore().stream().anyMatch((from) -> isReversed(entry, from, field)),
				entry, InputErrorCode.PERIOD_REVERSED, field.name());
	}

	/** Whether a field ties the record to itself. */
	private static boolean isItself(Entry entry, InputField field) {
		return field.target() instanceof InputField.Link && entry.findNamed(field.name())
			.filter((named) -> entry.fields()
				.stream()
				.filter((each) -> each.target() instanceof InputField.Subject)
				.flatMap((each) -> entry.findNamed(each.name()).stream())
				.anyMatch(named::equals))
			.isPresent();
	}

	/** Whether a time that the input says something of ends before it begins. */
	private boolean isReversed(Entry entry, InputField.Begin begin, InputField end) {
		if (!entry.says(begin.field()) && !entry.says(end.name())) {
			return false;
		}
		String from = (String) this.writing.afterwards(entry, begin.field());
		String until = (String) this.writing.afterwards(entry, end.name());
		return begin.lastDay() ? Period.through(from, until).isEmpty() : new Period(from, until).isReversed();
	}

}
