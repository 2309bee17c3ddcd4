package org.jointregistry.industry;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.program.GoverningAgreement;
import org.jointregistry.program.ProgramPart;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A contract goes from state to state in their order, has a contractor and a day of
 * signature from its signature on, and keeps that contractor. A subcontract is placed by
 * the contractor of a signed contract above it, in the same program, which runs under the
 * agreement that a contract is placed under.
 */
@Component
class ContractRules implements Rule {

	private static final String ADD = "contractAdd";

	private static final String STATE = "state";

	private static final String SIGNED = "signed";

	private static final String CONTRACTOR = "contractor";

	private static final String PARENT = "parent";

	private static final String PLACED_BY_CONTRACTOR = """
			RETURN EXISTS { (:Contract {key: $parent})-[:PLACED_WITH]->(:Contractor {key: $authority}) } AS found
			""";

	private static final String PLACED_FOR_ITSELF = """
			RETURN EXISTS { (:Contract {key: $contract})-[:PLACED_BY]->(:Contractor {key: $contractor}) } AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "contractRevise");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			if (writing.name().equals(ADD)) {
				place(writing, entry);
			}
			else {
				change(writing, entry);
			}
		}
	}

	private static void place(Writing writing, Entry entry) {
		List<NodeRef> programs = List.of(entry.getNamed("program"));
		ProgramPart.CONTRACT.requireOf(writing, entry, programs, PARENT);
		ProgramPart.WORK_SHARE.requireOf(writing, entry, programs, "workShare");
		GoverningAgreement.require(writing, entry);
		ContractOnRecord.requireSigned(writing, entry, PARENT);
		NodeRef authority = entry.getNamed("authority");
		boolean foreign = entry.findNamed(PARENT)
			.filter((parent) -> !isContractorOf(writing, authority, parent))
			.isPresent();
		writing.refuseIf(foreign, entry, Refusals.NOT_CONTRACTOR_OF_PARENT, "authority");
		writing.refuseIf(entry.findNamed(CONTRACTOR).filter(authority::equals).isPresent(), entry, Refusals.SAME_PARTY,
				CONTRACTOR);
		writing.refuseIf("LICENSED_PRODUCTION".equals(entry.text("kind")) && entry.findNamed("licensor").isEmpty(),
				entry, Refusals.LICENSOR_REQUIRED, "licensor");
		requireSignature(writing, entry);
		requireContractor(writing, entry);
	}

	private static boolean isContractorOf(Writing writing, NodeRef authority, NodeRef parent) {
		return authority.label().equals("Contractor")
				&& writing.finds(PLACED_BY_CONTRACTOR, Map.of(PARENT, parent.key(), "authority", authority.key()));
	}

	private static void change(Writing writing, Entry entry) {
		if (writing.afterwards(entry, STATE) == null) {
			return;
		}
		ContractState now = ContractState.valueOf(String.valueOf(writing.current(entry).get(STATE)));
		if (!now.mayBecome(afterwards(writing, entry))) {
			writing.refuse(entry, Refusals.STATE_NOT_NEXT, STATE);
			return;
		}
		if (entry.says(STATE) || entry.says(SIGNED)) {
			requireSignature(writing, entry);
		}
		writing.refuseIf(
				entry.findNamed(CONTRACTOR).filter((named) -> isAuthorityOf(writing, named, entry.key())).isPresent(),
				entry, Refusals.SAME_PARTY, CONTRACTOR);
		if (now.isBinding()) {
			writing.refuseIf(entry.says(CONTRACTOR), entry, Refusals.CONTRACT_SIGNED, CONTRACTOR);
		}
		else {
			requireContractor(writing, entry);
		}
	}

	private static boolean isAuthorityOf(Writing writing, NodeRef contractor, String contract) {
		return writing.finds(PLACED_FOR_ITSELF, Map.of("contract", contract, CONTRACTOR, contractor.key()));
	}

	private static void requireSignature(Writing writing, Entry entry) {
		boolean signed = writing.afterwards(entry, SIGNED) != null;
		writing.refuseIf(signed != isBinding(writing, entry), entry, Refusals.SIGNATURE_REQUIRED, SIGNED);
	}

	private static void requireContractor(Writing writing, Entry entry) {
		boolean chosen = entry.says(CONTRACTOR) ? entry.findNamed(CONTRACTOR).isPresent()
				: !writing.name().equals(ADD) && ContractOnRecord.findContractor(writing, entry.key()).isPresent();
		writing.refuseIf(isBinding(writing, entry) && !chosen, entry, Refusals.CONTRACTOR_REQUIRED, CONTRACTOR);
	}

	private static boolean isBinding(Writing writing, Entry entry) {
		return afterwards(writing, entry).isBinding();
	}

	private static ContractState afterwards(Writing writing, Entry entry) {
		return ContractState.valueOf(String.valueOf(writing.afterwards(entry, STATE)));
	}

	/** Reasons to refuse a contract. */
	private enum Refusals implements RefusalCode {

		CONTRACT_SIGNED("The contract is signed, and its contractor stands"),
		CONTRACTOR_REQUIRED("A contract that is or was signed has a contractor"),
		LICENSOR_REQUIRED("Production under licence has a licensor"),
		NOT_CONTRACTOR_OF_PARENT("A subcontract is placed by the contractor of the contract above it"),
		SAME_PARTY("Nobody places a contract with itself"),
		SIGNATURE_REQUIRED("A contract that is or was signed has a day of signature, and no other has one"),
		STATE_NOT_NEXT("The contract cannot go from its state to this one");

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
