package org.jointregistry.industry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.program.ProgramPart;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.ExactDecimal;

/**
 * An offset is owed by the contractor of its contract, which is or was signed, and stands
 * as its amounts say.
 */
@Component
class OffsetRules implements Rule {

	private static final String ADD = "offsetAdd";

	private static final String CONTRACT = "contract";

	private static final String RELEASED = "released";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "offsetRevise");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			if (writing.name().equals(ADD)) {
				ContractOnRecord.requireSigned(writing, entry, CONTRACT);
				String contract = entry.getNamed(CONTRACT).key();
				List<NodeRef> contractor = ContractOnRecord.findContractor(writing, contract).stream().toList();
				writing.refuseIf(contractor.isEmpty(), entry, Refusals.CONTRACTOR_REQUIRED, CONTRACT);
				entry.link("contractor", contractor);
				entry.link("program", ProgramPart.CONTRACT.programs(writing, contract));
			}
			entry.set("state",
					new OffsetBalance(amount(writing.afterwards(entry, "value")),
							amount(writing.afterwards(entry, "fulfilled")),
							(String) writing.afterwards(entry, RELEASED))
						.state());
		}
	}

	private static @Nullable BigDecimal amount(@Nullable Object amount) {
		return (amount instanceof Long stored) ? ExactDecimal.fromStored(stored) : (BigDecimal) amount;
	}

	/** Reasons to refuse an offset. */
	private enum Refusals implements RefusalCode {

		CONTRACTOR_REQUIRED("An offset is owed by the contractor of its contract, which has none");

		private final String message;

		Refusals(String message) {
			this.message = message;
		}

		@Override
		public String message() {
			return this.message;
		}

	}

}
