package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.ExactDecimal;

/**
 * An entry that brings or keeps the sum of its kind above the ceiling of its phase is
 * recorded together with a finding. Ceilings are held after the accounts of
 * {@link CallRules}.
 */
@Component
@Order(6)
class CeilingRules implements Rule {

	@Override
	public Set<String> mutations() {
		return Mutations.STATING;
	}

	@Override
	public void judge(Writing writing) {
		List<Entry> counted = writing.entries().stream().filter(CeilingRules::isCounted).toList();
		if (counted.isEmpty()) {
			return;
		}
		PhaseSums sums = PhaseSums.hold(writing, counted);
		counted.forEach((entry) -> sums.findCeiling(entry).ifPresent((ceiling) -> {
			BigDecimal excess = sums.add(ceiling, entry).subtract(ceiling.amount());
			if (excess.signum() > 0) {
				find(writing, entry, ceiling, excess);
			}
		}));
	}

	private static boolean isCounted(Entry entry) {
		return entry.value("phase") != null && entry.value("amount") != null && entry.value("currency") != null;
	}

	/**
	 * The finding is marked for no nation: its sums are of entries that they may not see
	 * of each other.
	 */
	private static void find(Writing writing, Entry entry, Ceiling ceiling, BigDecimal excess) {
		Entry finding = writing.follow("Finding", "FD");
		finding.set("kind", "ABOVE_CEILING");
		finding.set("excess", ExactDecimal.isStorable(excess) ? ExactDecimal.toStored(excess) : null);
		finding.set("ceilingAmount", ExactDecimal.toStored(ceiling.amount()));
		finding.set("currency", ceiling.currency());
		finding.set("marking", "ORIGINATOR");
		finding.link("contribution", List.of(new NodeRef("Contribution", entry.key())));
		finding.link("ceiling", List.of(new NodeRef("CostCeiling", ceiling.key())));
		finding.link("program", List.of(new NodeRef("Program", ceiling.program())));
	}

}
