package org.jointregistry.partner;

import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.PrintableText;

/**
 * Reference data is PUBLIC (sentence 1), and a nation is known by its ISO 3166-1 alpha-3
 * code, which access tokens name it by.
 */
@Component
class ReferenceRules implements Rule {

	private static final String NATION = "nationAdd";

	private static final String CODE = "[A-Z]{3}";

	/** Longer ones are told by the bounds of the input. */
	private static final int LENGTH = 3;

	@Override
	public Set<String> mutations() {
		return Set.of(NATION, "communityAdd", "standardAdd", "lifecycleStageAdd", "protectiveMarkingAdd");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			entry.set("marking", "PUBLIC");
			boolean written = PrintableText.isLine(entry.key(), LENGTH);
			writing.refuseIf(writing.name().equals(NATION) && written && !entry.key().matches(CODE), entry,
					Refusals.NATION_CODE_INVALID, "key");
		}
	}

	/** Reasons to refuse reference data. */
	private enum Refusals implements RefusalCode {

		NATION_CODE_INVALID("The key of a nation is its ISO 3166-1 alpha-3 code: three capital letters");

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
