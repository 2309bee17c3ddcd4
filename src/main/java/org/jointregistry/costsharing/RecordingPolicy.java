package org.jointregistry.costsharing;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.Role;
import org.jointregistry.access.Sight;
import org.jointregistry.access.Viewer;
import org.jointregistry.read.GlobalId;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * A program manager records contributions to the programs managed (policy, sentence 16),
 * and names no record that he or she does not see (sentence 13).
 */
final class RecordingPolicy {

	private final Viewer viewer;

	private final Sight sight;

	RecordingPolicy(Viewer viewer, TransactionContext transaction) {
		this.viewer = viewer;
		this.sight = new Sight(transaction, viewer);
	}

	/**
	 * What a contribution is between, where the viewer may record it.
	 * @param input what is to be recorded
	 * @return records that the viewer sees
	 * @throws RegistryException with {@code NOT_FOUND} if the viewer does not see one of
	 * them, with {@code FORBIDDEN} if the viewer sees the program and does not manage it
	 */
	Parties permitted(ContributionRecordInput input) {
		String program = seen("Program", input.program());
		if (!this.viewer.manages(program)) {
			throw forbidden();
		}
		Contributor contributor = decoded(input.contributor()).flatMap(Contributor::findContributor)
			.filter((party) -> sees(party.type().label(), party.key()))
			.orElseThrow(RegistryException::notFound);
		return new Parties(program, contributor, agreement(input.agreement()));
	}

	private @Nullable String agreement(@Nullable String id) {
		return (id != null) ? seen("Agreement", id) : null;
	}

	private String seen(String type, String id) {
		return decoded(id).filter((global) -> global.type().equals(type))
			.map(GlobalId::key)
			.filter((key) -> sees(type, key))
			.orElseThrow(RegistryException::notFound);
	}

	private boolean sees(String label, String key) {
		return this.sight.sees(AccessRule.RECORD, label, key);
	}

	private static Optional<GlobalId> decoded(String id) {
		return GlobalId.decode(id);
	}

	private RegistryException forbidden() {
		int sentence = this.viewer.roles().stream().mapToInt(RecordingPolicy::ground).min().orElseThrow();
		return new RegistryException(ErrorCode.FORBIDDEN,
				"Contributions to a program are recorded by those who manage it", sentence, java.util.List.of());
	}

	private static int ground(Role role) {
		return switch (role) {
			case REGISTRAR -> 15;
			case PROGRAM_MANAGER -> 16;
			case NATIONAL_DELEGATE -> 17;
			case INDUSTRY -> 18;
			case NATIONAL_VIEWER, AUDITOR -> 19;
		};
	}

}
