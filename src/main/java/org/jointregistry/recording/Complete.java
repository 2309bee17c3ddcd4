package org.jointregistry.recording;

/**
 * What must hold of every record: a value that the schema says is never null is not taken
 * away.
 */
final class Complete {

	private final Writing writing;

	Complete(Writing writing) {
		this.writing = writing;
	}

	/** Refuses to leave records without what they cannot be without. */
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
	}

}
