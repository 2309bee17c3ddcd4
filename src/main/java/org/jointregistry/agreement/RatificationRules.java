package org.jointregistry.agreement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A nation ratifies once what it signed. That a body put the agreement off or turned it
 * down is kept, and changes nothing. Whoever ratifies sees the own part, which names the
 * nation, so that a refusal tells nothing of others.
 */
@Component
class RatificationRules implements Rule {

	private static final String DATE = "date";

	private static final String NATION = "nation";

	@Override
	public Set<String> mutations() {
		return Set.of("agreementRatify");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			entry.set("originator", entry.getNamed(NATION).key());
			AgreementOnRecord agreement = AgreementOnRecord.hold(writing, entry.getNamed("agreement").key());
			writing.refuseIf(AgreementOnRecord.isToCome(entry.text(DATE), writing), entry,
					AgreementRefusal.IN_THE_FUTURE, DATE);
			Optional<Part> own = agreement.parts()
				.stream()
				.filter((part) -> part.isOpen() && part.nation().equals(entry.getNamed(NATION).key()))
				.findFirst();
			own.ifPresentOrElse((part) -> judge(writing, entry, agreement, part),
					() -> writing.refuse(entry, AgreementRefusal.NOT_A_PARTY, NATION));
		}
	}

	private static void judge(Writing writing, Entry entry, AgreementOnRecord agreement, Part own) {
		if (agreement.stage() == Stage.TERMINATION) {
			writing.refuse(entry, AgreementRefusal.AGREEMENT_ENDED, "agreement");
		}
		else if (Objects.equals(entry.text("result"), "APPROVED")) {
			String date = Objects.requireNonNull(entry.text(DATE));
			writing.refuseIf(own.ratified() != null, entry, AgreementRefusal.ALREADY_RATIFIED, NATION);
			writing.refuseIf(own.signed() == null, entry, AgreementRefusal.NOT_SIGNED, NATION);
			writing.refuseIf(isBefore(date, own.signed()), entry, AgreementRefusal.BEFORE_SIGNATURE, DATE);
			Life.revision(writing, agreement, own).set("ratified", date);
			List<Part> parts = agreement.parts()
				.stream()
				.map((part) -> part.equals(own) ? part.ratifiedOn(date) : part)
				.toList();
			Life.follow(writing, entry, agreement, parts);
		}
	}

	/** Whether a date is before another, as precisely as both are known. */
	private static boolean isBefore(String date, @Nullable String other) {
		if (other == null) {
			return false;
		}
		int known = Math.min(date.length(), other.length());
		return date.substring(0, known).compareTo(other.substring(0, known)) < 0;
	}

}
