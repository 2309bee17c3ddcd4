package org.jointregistry.agreement;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * An agreement that says what brings it into force is taken through its life: what
 * follows from its steps is not typed in, and once somebody signed, the terms stand.
 */
@Component
class TermsRules implements Rule {

	private static final String OPEN = "agreementOpen";

	private static final String RULE = "entryIntoForce";

	@Override
	public Set<String> mutations() {
		return Set.of(OPEN, "agreementRevise");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			if (!writing.name().equals(OPEN)) {
				AgreementOnRecord agreement = AgreementOnRecord.hold(writing, entry.key());
				boolean terms = Stream.of(RULE, "partiesNeeded", "forceDate").anyMatch(entry::says);
				writing.refuseIf(terms && agreement.isSigned(), entry, AgreementRefusal.TERMS_SIGNED, RULE);
			}
			String rule = (String) writing.afterwards(entry, RULE);
			if (rule != null) {
				complete(writing, entry, EntryIntoForce.valueOf(rule));
				computed(writing, entry);
			}
		}
	}

	private static void complete(Writing writing, Entry entry, EntryIntoForce rule) {
		switch (rule) {
			case NUMBER_OF_PARTIES -> writing.refuseIf(writing.afterwards(entry, "partiesNeeded") == null, entry,
					AgreementRefusal.TERMS_INCOMPLETE, "partiesNeeded");
			case ON_DATE -> writing.refuseIf(writing.afterwards(entry, "forceDate") == null, entry,
					AgreementRefusal.TERMS_INCOMPLETE, "forceDate");
			case ALL_PARTIES, NAMED_PARTIES, PROVISIONAL, ON_SIGNATURE -> {
				// Need nothing besides
			}
		}
	}

	private static void computed(Writing writing, Entry entry) {
		Stream.of("signed", "inForce", "ended")
			.filter((field) -> isSaid(writing, entry, field))
			.forEach((field) -> writing.refuse(entry, AgreementRefusal.FOLLOWS_FROM_STEPS, field));
		writing.refuseIf(isTypedIn(writing, entry.text("status")), entry, AgreementRefusal.FOLLOWS_FROM_STEPS,
				"status");
	}

	/** In a change null says something too: it takes the date away. */
	private static boolean isSaid(Writing writing, Entry entry, String field) {
		return writing.name().equals(OPEN) ? entry.value(field) != null : entry.says(field);
	}

	/** A new agreement says that it is negotiated; afterwards its status is not said. */
	private static boolean isTypedIn(Writing writing, @Nullable String status) {
		return writing.name().equals(OPEN) ? !Objects.equals(status, "NEGOTIATED") : status != null;
	}

}
