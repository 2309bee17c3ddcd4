package org.jointregistry.technology;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.KeyForm;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * What industry declares is a background right that waits until a manager of the program
 * confirms it (sentence 18), another person than the one who declared it (sentence 20).
 * Until then nobody changes it, so that what is confirmed is what was declared; and what
 * was confirmed stays the right that it is. What a manager refuses stays for the record.
 */
@Component
class RightRules implements Rule {

	private static final String ADD = "ipRightAdd";

	private static final String DECLARE = "ipRightDeclare";

	private static final String REVISE = "ipRightRevise";

	private static final String CONFIRM = "ipRightConfirm";

	private static final String CONFIRMATION = "confirmation";

	private static final String REFUSE = "ipRightRefuse";

	private static final String DECLARED = "DECLARED";

	private static final String REFUSED = "REFUSED";

	private static final String RIGHT = "right";

	/** What makes a right another one than was confirmed. */
	private static final List<String> LASTING = List.of("subject", "class", "grant", "joint", "derived");

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, DECLARE, REVISE, CONFIRM, REFUSE);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			switch (writing.name()) {
				case ADD -> add(writing, entry);
				case DECLARE -> declare(entry);
				case REVISE -> revise(writing, entry);
				case CONFIRM -> confirm(writing, entry);
				default -> refuse(writing, entry);
			}
		}
	}

	private static void add(Writing writing, Entry entry) {
		String right = entry.text(RIGHT);
		writing.refuseIf(right != null && !Boolean.TRUE.equals(entry.value("joint")), entry, Refusals.NOT_JOINT, RIGHT);
		writing.refuseIf(right != null && KeyForm.PLAIN.isBroken(right), entry, Refusals.KEY_INVALID, RIGHT);
		name(entry);
	}

	/** A right that nobody else holds has a key of its own. */
	private static void name(Entry entry) {
		if (entry.value(RIGHT) == null) {
			entry.set(RIGHT, entry.key());
		}
	}

	private static void revise(Writing writing, Entry entry) {
		Object confirmation = writing.current(entry).get(CONFIRMATION);
		writing.refuseIf(DECLARED.equals(confirmation), entry, Refusals.NOT_CONFIRMED, "key");
		writing.refuseIf(REFUSED.equals(confirmation), entry, Refusals.RIGHT_REFUSED, "key");
		for (String field : LASTING) {
			writing.refuseIf(FlowStep.CONFIRMED.equals(confirmation) && entry.says(field), entry,
					Refusals.CONFIRMED_AS_IT_IS, field);
		}
	}

	private static void confirm(Writing writing, Entry entry) {
		writing.requireAnother(writing.current(entry).get("recordedBy"),
				"Whoever recorded a right does not confirm it");
		requireDeclared(writing, entry);
		entry.set(CONFIRMATION, FlowStep.CONFIRMED);
	}

	private static void refuse(Writing writing, Entry entry) {
		requireDeclared(writing, entry);
		entry.set(CONFIRMATION, REFUSED);
	}

	private static void requireDeclared(Writing writing, Entry entry) {
		writing.refuseIf(!DECLARED.equals(writing.current(entry).get(CONFIRMATION)), entry, Refusals.NOT_DECLARED,
				"key");
	}

	private static void declare(Entry entry) {
		name(entry);
		entry.set("class", "BACKGROUND");
		entry.set("joint", false);
		entry.set("derived", false);
		entry.set(CONFIRMATION, DECLARED);
	}

	/** Reasons to refuse a right. */
	private enum Refusals implements RefusalCode {

		CONFIRMED_AS_IT_IS("The right was confirmed as it was declared, and is not made another"),
		KEY_INVALID("A key is 1 to 60 letters of ASCII, digits, '_', '.' or '-', and begins with a letter or a digit"),
		NOT_CONFIRMED("The right is declared, and is confirmed before it is changed"),
		NOT_DECLARED("The right does not wait for a confirmation"),
		NOT_JOINT("A right that nobody else holds has a key of its own"),
		RIGHT_REFUSED("The right was refused, and stays so: declare it anew");

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
