package org.jointregistry.agreement;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * The stages of an agreement's life come in their order, and each when what it takes is
 * done.
 */
@Component
class StageRules implements Rule {

	private static final String STAGE = "stage";

	private static final String DATE = "date";

	private static final String STATUS = "status";

	@Override
	public Set<String> mutations() {
		return Set.of("agreementStageRecord");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			AgreementOnRecord agreement = AgreementOnRecord.hold(writing, entry.key());
			agreement.findTerms()
				.ifPresentOrElse((terms) -> judge(writing, entry, agreement, terms),
						() -> writing.refuse(entry, AgreementRefusal.NOT_TAKEN_THROUGH_LIFE, "agreement"));
		}
	}

	private static void judge(Writing writing, Entry entry, AgreementOnRecord agreement, Terms terms) {
		Stage stage = Stage.valueOf(Objects.requireNonNull(entry.text(STAGE)));
		String date = Objects.requireNonNull(entry.text(DATE));
		writing.refuseIf(writing.isToCome(date), entry, AgreementRefusal.IN_THE_FUTURE, DATE);
		if (!Stage.mayFollow(agreement.stage(), stage)) {
			writing.refuse(entry, AgreementRefusal.STAGE_NOT_NEXT, STAGE);
			return;
		}
		switch (stage) {
			case SIGNATURE ->
				writing.refuseIf(!hasParties(agreement, terms), entry, AgreementRefusal.PARTIES_REQUIRED, STAGE);
			case RATIFICATION -> writing.refuseIf(!agreement.isSigned(), entry, AgreementRefusal.NOT_SIGNED, STAGE);
			case IN_FORCE -> enterIntoForce(writing, entry, agreement.text("inForce"));
			case TERMINATION -> end(writing, entry, agreement.text("inForce"), date);
			case THREATS_IDENTIFIED, FRAMEWORK_AND_TERMS, NEGOTIATION, IMPLEMENTATION, REVIEW, AMENDMENT,
					WITHDRAWAL -> {
				// Take nothing but their order
			}
		}
		Life.step(writing, agreement, stage, date, entry.text("note"));
	}

	private static void enterIntoForce(Writing writing, Entry entry, @Nullable String inForce) {
		writing.refuseIf(inForce == null || writing.isToCome(inForce), entry, AgreementRefusal.NOT_IN_FORCE, STAGE);
		entry.set(STATUS, "IN_FORCE");
	}

	private static void end(Writing writing, Entry entry, @Nullable String inForce, String date) {
		writing.refuseIf(inForce != null && date.compareTo(inForce) < 0, entry, AgreementRefusal.BEFORE_FORCE, DATE);
		entry.set("ended", date);
		entry.set(STATUS, "TERMINATED");
	}

	private static boolean hasParties(AgreementOnRecord agreement, Terms terms) {
		return agreement.parts().stream().filter(Part::isOpen).count() > 1
				&& (terms.rule() != EntryIntoForce.NAMED_PARTIES
						|| agreement.parts().stream().anyMatch((part) -> part.isOpen() && part.needed()));
	}

}
