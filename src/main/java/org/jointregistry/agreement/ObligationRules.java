package org.jointregistry.agreement;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Role;
import org.jointregistry.program.GoverningAgreement;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * An obligation is owed by and to somebody, and its clause is of its agreement. A manager
 * adds what the agreement asks for the own program, which runs under it; both are named,
 * and so seen. It is fulfilled once.
 */
@Component
class ObligationRules implements Rule {

	private static final String ADD = "obligationAdd";

	private static final String FULFIL = "obligationFulfil";

	private static final String IN_AGREEMENT = """
			RETURN EXISTS { (:Clause {key: $key})-[:CLAUSE_OF]->(:Agreement {key: $agreement}) } AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "obligationRevise", FULFIL);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			switch (writing.name()) {
				case ADD -> ties(writing, entry);
				case FULFIL -> fulfil(writing, entry);
				default -> {
					if (entry.says("status")) {
						entry.set("fulfilled", null);
					}
				}
			}
		}
	}

	private static void ties(Writing writing, Entry entry) {
		NodeRef agreement = entry.getNamed("agreement");
		writing.refuseIf(entry.listNamed("debtors").isEmpty(), entry, AgreementRefusal.DEBTOR_REQUIRED, "debtors");
		writing.refuseIf(entry.listNamed("creditors").isEmpty() && entry.findNamed("creditorProgram").isEmpty(), entry,
				AgreementRefusal.CREDITOR_REQUIRED, "creditors");
		entry.findNamed("clause")
			.ifPresent((clause) -> writing.refuseIf(
					!writing.finds(IN_AGREEMENT, Map.of("key", clause.key(), "agreement", agreement.key())), entry,
					AgreementRefusal.CLAUSE_OF_ANOTHER, "clause"));
		if (!writing.viewer().is(Role.REGISTRAR)) {
			GoverningAgreement.require(writing, entry);
		}
	}

	private static void fulfil(Writing writing, Entry entry) {
		writing.refuseIf(Objects.equals(writing.current(entry).get("status"), "FULFILLED"), entry,
				AgreementRefusal.ALREADY_FULFILLED, "obligation");
		entry.set("status", "FULFILLED");
	}

}
