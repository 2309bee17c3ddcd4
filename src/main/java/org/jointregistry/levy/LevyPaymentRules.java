package org.jointregistry.levy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * What is due or paid has a payer; what is shared goes to a beneficiary of the rule, and
 * is not above what is paid, without saying so.
 */
@Component
class LevyPaymentRules implements Rule {

	private static final String PAYER = "payer";

	private static final String BENEFICIARY = "beneficiary";

	@Override
	public Set<String> mutations() {
		return Set.of("levyPaymentRecord");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			LevyLedger ledger = LevyLedger.hold(writing, entry.getNamed("levyRule"));
			entry.link("program", List.of(ledger.program()));
			boolean shared = "SHARED".equals(entry.text("kind"));
			parties(writing, entry, ledger, shared);
			boolean above = shared && ledger.unshared(Objects.requireNonNull(entry.text("currency")))
				.compareTo(Objects.requireNonNull(entry.decimal("amount"))) < 0;
			writing.refuseIf(above && !Boolean.TRUE.equals(entry.value("abovePaid")), entry, LevyRefusal.ABOVE_PAID,
					"amount");
			entry.set("abovePaid", above ? true : null);
		}
	}

	private static void parties(Writing writing, Entry entry, LevyLedger ledger, boolean shared) {
		Optional<NodeRef> beneficiary = entry.findNamed(BENEFICIARY);
		writing.refuseIf(shared == entry.findNamed(PAYER).isPresent(), entry, LevyRefusal.PAYER_REQUIRED, PAYER);
		writing.refuseIf(shared != beneficiary.isPresent(), entry, LevyRefusal.BENEFICIARY_REQUIRED, BENEFICIARY);
		writing.refuseIf(shared && beneficiary.isPresent() && !ledger.beneficiaries().contains(beneficiary.get().key()),
				entry, LevyRefusal.NOT_A_BENEFICIARY, BENEFICIARY);
	}

}
