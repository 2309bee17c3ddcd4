package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * No payment is above what was called from its contributor, without saying so.
 */
@Component
@Order(3)
class CallRules implements Rule {

	@Override
	public Set<String> mutations() {
		return Set.of(Mutations.RECORD, Mutations.RECORD_BATCH);
	}

	@Override
	public void judge(Writing writing) {
		writing.entries().forEach((entry) -> entry.set("aboveCall", null));
		List<Entry> moving = writing.entries().stream().filter(CallRules::isMoving).toList();
		if (moving.isEmpty()) {
			return;
		}
		List<Account> accounts = moving.stream().map(CallRules::account).toList();
		writing.lock(accounts.stream().map(Account::lock).toList());
		OpenCalls calls = OpenCalls.of(writing.transaction(), accounts);
		moving.forEach((entry) -> judge(writing, entry, calls));
	}

	private static void judge(Writing writing, Entry entry, OpenCalls calls) {
		String currency = String.valueOf(entry.value("currency"));
		BigDecimal amount = (BigDecimal) entry.value("amount");
		if (amount == null) {
			return;
		}
		boolean paid = Mutations.kind(entry).equals("PAID");
		boolean above = paid && calls.of(account(entry), currency).compareTo(amount) < 0;
		writing.refuseIf(above && !Boolean.TRUE.equals(entry.value("aboveCall")), entry, LedgerRefusal.ABOVE_CALL,
				"amount");
		if (above) {
			entry.set("aboveCall", true);
		}
		calls.add(account(entry), currency, paid ? amount.negate() : amount);
	}

	private static boolean isMoving(Entry entry) {
		return Set.of("CALLED", "PAID").contains(Mutations.kind(entry)) && entry.value("amount") != null
				&& entry.value("currency") != null;
	}

	private static Account account(Entry entry) {
		return new Account(entry.getNamed("program").key(), entry.getNamed(Mutations.contributorField(entry)));
	}

}
