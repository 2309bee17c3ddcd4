package org.jointregistry.agreement;

import java.util.Collection;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A nation signs once, while the agreement has a rule for its entry into force and is
 * open for signature. Whoever signs sees the own part, so that a refusal tells nothing of
 * others.
 */
@Component
class SignatureRules implements Rule {

	private static final String SIGNED = "signed";

	@Override
	public Set<String> mutations() {
		return Set.of("agreementSign");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return AgreementOnRecord.locks(writing);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			AgreementOnRecord agreement = AgreementOnRecord.read(writing, entry.getNamed("agreement").key());
			if (agreement.findTerms().isPresent()) {
				judge(writing, entry, agreement);
			}
			else {
				writing.refuse(entry, AgreementRefusal.NOT_TAKEN_THROUGH_LIFE, "agreement");
			}
		}
	}

	private static void judge(Writing writing, Entry entry, AgreementOnRecord agreement) {
		Part own = agreement.findPart(entry.key()).orElseThrow();
		writing.refuseIf(!Stage.isOpenForSignature(agreement.stage()), entry, AgreementRefusal.NOT_OPEN_FOR_SIGNATURE,
				"agreement");
		writing.refuseIf(!own.isOpen(), entry, AgreementRefusal.NOT_A_PARTY, "nation");
		writing.refuseIf(own.signed() != null, entry, AgreementRefusal.ALREADY_SIGNED, "nation");
		Life.follow(writing, entry, agreement, agreement.partsWith(own.signedOn(entry.text(SIGNED))));
	}

}
