package org.jointregistry.agreement;

import java.util.Collection;
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

	private static final String NUMBER = "partiesNeeded";

	private static final int FEWEST = 2;

	private static final int MOST = 200;

	private static final String DAY = "forceDate";

	@Override
	public Set<String> mutations() {
		return Set.of(OPEN, "agreementRevise");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return AgreementOnRecord.locks(writing);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			boolean terms = Stream.of(RULE, NUMBER, DAY).anyMatch(entry::says);
			if (!writing.name().equals(OPEN)) {
				AgreementOnRecord agreement = AgreementOnRecord.read(writing, entry.key());
				writing.refuseIf(terms && agreement.isSigned(), entry, AgreementRefusal.TERMS_SIGNED, RULE);
				begin(entry, agreement);
			}
			String rule = (String) writing.afterwards(entry, RULE);
			if (terms) {
				complete(writing, entry, NUMBER, EntryIntoForce.NUMBER_OF_PARTIES.name().equals(rule));
				complete(writing, entry, DAY, EntryIntoForce.ON_DATE.name().equals(rule));
			}
			if (rule != null) {
				computed(writing, entry);
			}
		}
	}

	/** Whose parts have no end are to sign, and see what they are to sign. */
	private static void begin(Entry entry, AgreementOnRecord agreement) {
		if (agreement.findTerms().isEmpty() && entry.text(RULE) != null) {
			agreement.findReleaseTo(agreement.parts().stream().filter(Part::isOpen).map(Part::nation))
				.ifPresent((tokens) -> entry.set("releasableTo", tokens));
		}
	}

	/** What another rule asked for goes with it. */
	private static void complete(Writing writing, Entry entry, String term, boolean asked) {
		writing.refuseIf(asked && writing.afterwards(entry, term) == null, entry, AgreementRefusal.TERMS_INCOMPLETE,
				term);
		writing.refuseIf(!asked && isGiven(entry.value(term)), entry, AgreementRefusal.TERMS_MISPLACED, term);
		if (!asked && writing.current(entry).get(term) != null) {
			entry.set(term, null);
		}
	}

	/** A number that nothing can be is told by the bounds of the input. */
	private static boolean isGiven(@Nullable Object term) {
		return (term instanceof Integer number) ? number >= FEWEST && number <= MOST : term != null;
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
