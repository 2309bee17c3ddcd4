package org.jointregistry.technology;

import org.jspecify.annotations.Nullable;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Period;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Writing;

/**
 * The day on which a nation decided, as its input says it.
 */
final class DecisionDay {

	private static final String DECIDED = "decided";

	private DecisionDay() {
	}

	/**
	 * Refuses what takes back a decision before that decision, as precisely as both days
	 * are known.
	 * @param writing the mutation
	 * @param entry what takes it back
	 * @param first the day of the decision that is taken back; null where unknown
	 */
	static void requireAfter(Writing writing, Entry entry, @Nullable Object first) {
		writing.refuseIf(new Period((String) first, entry.text(DECIDED)).isReversed(), entry, Refusals.BEFORE_DECISION,
				DECIDED);
	}

	/** Reasons to refuse a day. */
	private enum Refusals implements RefusalCode {

		BEFORE_DECISION("What takes back a decision is not before it");

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
