package org.jointregistry.agreement;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Period;
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

	private static final String IN_FORCE = "inForce";

	private static final String STATUS = "status";

	@Override
	public Set<String> mutations() {
		return Set.of("agreementStageRecord");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return AgreementOnRecord.locks(writing);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			AgreementOnRecord agreement = AgreementOnRecord.read(writing, entry.key());
			agreement.findTerms()
				.ifPresentOrElse((terms) -> judge(writing, entry, agreement, terms),
						() -> writing.refuse(entry, AgreementRefusal.NOT_TAKEN_THROUGH_LIFE, "agreement"));
		}
	}

	private static void judge(Writing writing, Entry entry, AgreementOnRecord agreement, Terms terms) {
		Stage stage = Stage.valueOf(Objects.requireNonNull(entry.text(STAGE)));
		String date = Objects.requireNonNull(entry.text(DATE));
		String inForce = agreement.text(IN_FORCE);
		boolean begun = inForce != null && !writing.isToCome(inForce);
		if (begun && stage.compareTo(Stage.IN_FORCE) >= 0 && new Period(inForce, date).isReversed()) {
			writing.refuse(entry, AgreementRefusal.BEFORE_FORCE, DATE);
		}
		else {
			writing.refuseIf(agreement.wentOnAfter(date), entry, AgreementRefusal.BEFORE_STAGE, DATE);
		}
		if (!Stage.mayFollow(agreement.stage(), stage)) {
			writing.refuse(entry, AgreementRefusal.STAGE_NOT_NEXT, STAGE);
			return;
		}
		switch (stage) {
			case SIGNATURE ->
				writing.refuseIf(!hasParties(agreement, terms), entry, AgreementRefusal.PARTIES_REQUIRED, STAGE);
			case RATIFICATION -> writing.refuseIf(!agreement.isSigned(), entry, AgreementRefusal.NOT_SIGNED, STAGE);
			case IN_FORCE -> {
				writing.refuseIf(!begun, entry, AgreementRefusal.NOT_IN_FORCE, STAGE);
				entry.set(STATUS, "IN_FORCE");
			}
			case TERMINATION -> end(writing, entry, agreement, date);
			case THREATS_IDENTIFIED, FRAMEWORK_AND_TERMS, NEGOTIATION, IMPLEMENTATION, REVIEW, AMENDMENT,
					WITHDRAWAL -> {
				// Take nothing but their order
			}
		}
		Life.step(writing, agreement, stage, date, entry.text("note"));
	}

	/**
	 * What is given up before its day of entry into force comes binds nobody on that day.
	 */
	private static void end(Writing writing, Entry entry, AgreementOnRecord agreement, String date) {
		entry.set("ended", date);
		entry.set(STATUS, "TERMINATED");
		if (writing.isToCome(agreement.text(IN_FORCE))) {
			entry.set(IN_FORCE, null);
		}
		agreement.parts()
			.stream()
			.filter((part) -> writing.isToCome(part.since()))
			.forEach((part) -> Life.revision(writing, agreement, part).set("since", null));
	}

	private static boolean hasParties(AgreementOnRecord agreement, Terms terms) {
		return agreement.parts().stream().filter(Part::isOpen).count() > 1
				&& (terms.rule() != EntryIntoForce.NAMED_PARTIES
						|| agreement.parts().stream().anyMatch((part) -> part.isOpen() && part.needed()));
	}

}
