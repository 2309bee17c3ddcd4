package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.jointregistry.access.Role;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.RegistryException;

/**
 * A reversal takes back one entry that stands, verified or not, and says why. A delegate
 * takes back pledges of the own nation alone; what the program recorded, and what several
 * nations pledged together, its manager takes back.
 */
@Component
@Order(4)
class ReversalRules implements Rule {

	private static final String NAMED = "contribution";

	@Override
	public Set<String> mutations() {
		return Set.of(Mutations.REVERSE);
	}

	@Override
	public void judge(Writing writing) {
		Map<String, EntryOnRecord> now = EntryOnRecord.hold(writing, NAMED);
		OpenCalls calls = OpenCalls.of(writing.transaction(),
				now.values().stream().flatMap((one) -> one.accounts().stream()).toList());
		for (Entry entry : writing.entries()) {
			judge(writing, entry, Objects.requireNonNull(now.get(entry.getNamed(NAMED).key())), calls);
		}
	}

	private static void judge(Writing writing, Entry entry, EntryOnRecord named, OpenCalls calls) {
		boolean manages = named.programs().stream().anyMatch(writing.viewer()::manages);
		if (!manages && !(named.kind().equals("PLEDGED") && isOfOneNation(named))) {
			throw new RegistryException(ErrorCode.FORBIDDEN,
					"A delegate takes back pledges of the own nation alone; all else its program's manager takes back",
					writing.viewer().is(Role.PROGRAM_MANAGER) ? 16 : 17, List.of());
		}
		writing.refuseIf(named.kind().equals("REVERSED"), entry, LedgerRefusal.NOT_REVERSIBLE, NAMED);
		writing.refuseIf(named.reversed(), entry, LedgerRefusal.ALREADY_REVERSED, NAMED);
		writing.refuseIf(named.kind().equals("CALLED") && !named.reversed() && isPaid(writing, named, calls), entry,
				LedgerRefusal.CALL_IS_PAID, NAMED);
		named.carryOver(entry, "REVERSED");
	}

	/** What several nations pledged together is no single delegate's to take back. */
	private static boolean isOfOneNation(EntryOnRecord named) {
		return named.parties().stream().filter((party) -> party.label().equals("Nation")).count() == 1;
	}

	/**
	 * Whether what was called is paid, in the programs that the viewer manages and so
	 * sees.
	 */
	private static boolean isPaid(Writing writing, EntryOnRecord named, OpenCalls calls) {
		if (!(named.fact("amount") instanceof Long stored) || !(named.fact("currency") instanceof String currency)) {
			return false;
		}
		BigDecimal amount = ExactDecimal.fromStored(stored);
		return named.accounts()
			.stream()
			.filter((account) -> writing.viewer().manages(account.program()))
			.map((account) -> calls.of(account, currency))
			.anyMatch((open) -> open.signum() >= 0 && open.compareTo(amount) < 0);
	}

}
