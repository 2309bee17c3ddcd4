package org.jointregistry.agreement;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * Who has a part in an agreement that is taken through its life says the registrar; since
 * when it binds whom follows, and a nation that is bound withdraws itself. Who gives up
 * before counts no longer, so that the others may be all. Who is to sign sees the
 * agreement.
 */
@Component
class PartyRules implements Rule {

	private static final String UNTIL = "until";

	private static final String NEEDED = "needed";

	@Override
	public Set<String> mutations() {
		return Set.of("agreementPartyAdd", "agreementPartyRevise");
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
		}
	}

	private static void judge(Writing writing, Entry entry, AgreementOnRecord agreement) {
		if (agreement.stage() == Stage.TERMINATION) {
			writing.refuse(entry, AgreementRefusal.AGREEMENT_ENDED, "agreement");
			return;
		}
		Optional<Part> part = agreement.findPart(entry.key());
		boolean bound = part.filter(agreement::binds).isPresent();
		writing.refuseIf(entry.says("since"), entry, AgreementRefusal.FOLLOWS_FROM_STEPS, "since");
		writing.refuseIf(entry.says(UNTIL) && bound, entry, AgreementRefusal.FOLLOWS_FROM_STEPS, UNTIL);
		writing.refuseIf(entry.says(NEEDED) && agreement.isSigned(), entry, AgreementRefusal.TERMS_SIGNED, NEEDED);
		if (entry.text(UNTIL) == null && (part.isEmpty() || entry.says(UNTIL))) {
			agreement.findReleaseTo(Stream.of(part.map(Part::nation).orElseGet(() -> entry.getNamed("nation").key())))
				.ifPresent((tokens) -> Life.revision(writing, agreement).set("releasableTo", tokens));
		}
		if (entry.says(UNTIL) && !bound) {
			Life.follow(writing, entry, agreement,
					part.map((own) -> agreement.partsWith(own.endingOn(entry.text(UNTIL)))).orElse(agreement.parts()));
		}
	}

}
