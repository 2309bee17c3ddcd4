package org.jointregistry.recording;

import java.util.List;

/**
 * What must hold of every record: a value that the schema says is never null is not taken
 * away, nothing ends before it begins, no record is tied to itself, and no list names one
 * twice.
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
		requireOnce(entry, field);
		this.writing.refuseIf(field.bounds().notBefore().stream().anyMatch((from) -> isReversed(entry, from, field)),
				entry, InputErrorCode.PERIOD_REVERSED, field.name());
	}

	/** Whether a field ties the record to itself. */
	private static boolean isItself(Entry entry, InputField field) {
		return field.target() instanceof InputField.Link
				&& entry.findNamed(field.name()).filter((named) -> isSubject(entry, named)).isPresent();
	}

	private static boolean isSubject(Entry entry, NodeRef named) {
		return entry.fields()
			.stream()
			.filter((each) -> each.target() instanceof InputField.Subject)
			.flatMap((each) -> entry.findNamed(each.name()).stream())
			.anyMatch(named::equals);
	}

	/**
	 * Refuses a list that names a record twice, or the one that has it. A list that is
	 * too long is told by its bounds.
	 */
	private void requireOnce(Entry entry, InputField field) {
		List<NodeRef> named = entry.isTooLong(field.name()) ? List.of() : entry.listNamed(field.name());
		for (int place = 0; place < named.size(); place++) {
			NodeRef each = named.get(place);
			this.writing.refuseIf(named.indexOf(each) < place, entry, InputErrorCode.NAMED_TWICE, field.name(),
					String.valueOf(place));
			this.writing.refuseIf(isSubject(entry, each), entry, InputErrorCode.NAMES_ITSELF, field.name(),
					String.valueOf(place));
		}
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
