package org.jointregistry.technology;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * What industry declares is a background right that waits until a manager of the program
 * confirms it (sentence 18), another person than the one who declared it (sentence 20).
 * Until then nobody changes it, so that what is confirmed is what was declared.
 */
@Component
class RightRules implements Rule {

	private static final String ADD = "ipRightAdd";

	private static final String DECLARE = "ipRightDeclare";

	private static final String REVISE = "ipRightRevise";

	private static final String CONFIRM = "ipRightConfirm";

	private static final String CONFIRMATION = "confirmation";

	private static final int FOUR_EYES = 20;

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, DECLARE, REVISE, CONFIRM);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			boolean declared = FlowStep.DECLARED.equals(writing.current(entry).get(CONFIRMATION));
			switch (writing.name()) {
				case ADD -> name(entry);
				case DECLARE -> declare(entry);
				case REVISE -> writing.refuseIf(declared, entry, Refusals.NOT_CONFIRMED, "key");
				default -> {
					requireAnother(writing, entry);
					writing.refuseIf(!declared, entry, Refusals.NOT_DECLARED, "key");
					entry.set(CONFIRMATION, "CONFIRMED");
				}
			}
		}
	}

	/** A right that nobody else holds has a key of its own. */
	private static void name(Entry entry) {
		if (entry.value("right") == null) {
			entry.set("right", entry.key());
		}
	}

	private static void declare(Entry entry) {
		name(entry);
		entry.set("class", "BACKGROUND");
		entry.set("joint", false);
		entry.set("derived", false);
		entry.set(CONFIRMATION, FlowStep.DECLARED);
	}

	private static void requireAnother(Writing writing, Entry entry) {
		if (writing.viewer().subject().equals(writing.current(entry).get("recordedBy"))) {
			throw new RegistryException(ErrorCode.FORBIDDEN, "Whoever recorded a right does not confirm it", FOUR_EYES,
					List.of());
		}
	}

	/** Reasons to refuse a right. */
	private enum Refusals implements RefusalCode {

		NOT_CONFIRMED("The right is declared, and is confirmed before it is changed"),
		NOT_DECLARED("The right does not wait for a confirmation");

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
