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
 * A nation withdraws once from an agreement that binds it, whether or not the agreement
 * is taken through its life here. Whoever withdraws sees the own part, so that a refusal
 * tells nothing of others.
 */
@Component
class WithdrawalRules implements Rule {

	private static final String UNTIL = "until";

	@Override
	public Set<String> mutations() {
		return Set.of("agreementWithdraw");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return AgreementOnRecord.locks(writing);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			AgreementOnRecord agreement = AgreementOnRecord.read(writing, entry.getNamed("agreement").key());
			Part own = agreement.findPart(entry.key()).orElseThrow();
			String until = Objects.requireNonNull(entry.text(UNTIL));
			writing.refuseIf(agreement.stage() == Stage.TERMINATION, entry, AgreementRefusal.AGREEMENT_ENDED,
					"agreement");
			writing.refuseIf(!own.isOpen(), entry, AgreementRefusal.ALREADY_WITHDRAWN, "nation");
			writing.refuseIf(!agreement.binds(own), entry, AgreementRefusal.NOT_A_PARTY, "nation");
			writing.refuseIf(new Period(own.since(), until).isReversed(), entry, AgreementRefusal.BEFORE_FORCE, UNTIL);
			Life.follow(writing, entry, agreement, agreement.partsWith(own.endingOn(until)));
		}
	}

}
