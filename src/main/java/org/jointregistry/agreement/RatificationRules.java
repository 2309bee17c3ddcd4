package org.jointregistry.agreement;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Period;
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
	public Collection<String> locks(Writing writing) {
		return AgreementOnRecord.locks(writing);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			entry.set("originator", entry.getNamed(NATION).key());
			AgreementOnRecord agreement = AgreementOnRecord.read(writing, entry.getNamed("agreement").key());
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
			writing.refuseIf(new Period(own.signed(), date).isReversed(), entry, AgreementRefusal.BEFORE_SIGNATURE,
					DATE);
			Life.revision(writing, agreement, own).set("ratified", date);
			Life.follow(writing, entry, agreement, agreement.partsWith(own.ratifiedOn(date)));
		}
	}

}
