package org.jointregistry.levy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A levy rule is a part of its base or an amount for each unit, and shares out no more
 * than the whole.
 */
@Component
class LevyRuleRules implements Rule {

	private static final String SET = "levyRuleSet";

	private static final String RELEASE = "recordRelease";

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	@Override
	public Set<String> mutations() {
		return Set.of(SET, RELEASE);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			switch (writing.name()) {
				case SET -> {
					form(writing, entry);
					shares(writing, entry);
				}
				default -> release(writing, entry);
			}
		}
	}

	private static void form(Writing writing, Entry entry) {
		boolean rate = entry.value("rate") != null;
		List<Boolean> amount = Stream.of("amountPerUnit", "unit")
			.map((field) -> entry.value(field) != null)
			.distinct()
			.toList();
		writing.refuseIf(!amount.equals(List.of(!rate)), entry, LevyRefusal.RATE_OR_AMOUNT_REQUIRED, "rate");
	}

	private static void shares(Writing writing, Entry entry) {
		if (entry.isTooLong("beneficiaries")) {
			return;
		}
		Set<String> nations = new HashSet<>();
		BigDecimal sum = BigDecimal.ZERO;
		for (Entry share : entry.ties("beneficiaries")) {
			writing.refuseIf(!nations.add(share.getNamed("nation").key()), share, LevyRefusal.NATION_TWICE, "nation");
			sum = sum.add(Objects.requireNonNull(share.decimal("share")));
		}
		writing.refuseIf(sum.compareTo(WHOLE) > 0, entry, LevyRefusal.SHARES_ABOVE_WHOLE, "beneficiaries");
	}

	/** The shares have the release that the rule had when they were written. */
	private static void release(Writing writing, Entry entry) {
		boolean ofShares = entry.getNamed("record").label().equals("LevyRule")
				&& (entry.says("figuresMarking") || entry.says("releasableTo"));
		writing.refuseIf(ofShares, entry, LevyRefusal.SHARES_ARE_RELEASED_ONCE, "figuresMarking");
	}

}
