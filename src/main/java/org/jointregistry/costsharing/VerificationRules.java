package org.jointregistry.costsharing;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * What is paid or delivered is verified once, by another person than the one who recorded
 * it (sentence 20).
 */
@Component
@Order(5)
class VerificationRules implements Rule {

	private static final String NAMED = "contribution";

	private static final Set<String> VERIFIABLE = Set.of("PAID", "DELIVERED");

	@Override
	public Set<String> mutations() {
		return Set.of(Mutations.VERIFY);
	}

	@Override
	public void judge(Writing writing) {
		Map<String, EntryOnRecord> now = EntryOnRecord.hold(writing, NAMED);
		for (Entry entry : writing.entries()) {
			judge(writing, entry, Objects.requireNonNull(now.get(entry.getNamed(NAMED).key())));
		}
	}

	private static void judge(Writing writing, Entry entry, EntryOnRecord named) {
		writing.requireAnother(named.fact("recordedBy"), "Whoever recorded a contribution does not verify it");
		writing.refuseIf(!VERIFIABLE.contains(named.kind()), entry, LedgerRefusal.NOT_VERIFIABLE, NAMED);
		writing.refuseIf(named.reversed(), entry, LedgerRefusal.ALREADY_REVERSED, NAMED);
		writing.refuseIf(named.verified(), entry, LedgerRefusal.ALREADY_VERIFIED, NAMED);
		named.carryOver(entry, "VERIFIED");
	}

}
