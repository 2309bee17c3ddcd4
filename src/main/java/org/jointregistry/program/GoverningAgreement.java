package org.jointregistry.program;

import java.util.List;
import java.util.Map;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Writing;

/**
 * The agreements that a program runs under. Whoever names both sees both, and so whether
 * the one governs the other.
 */
public final class GoverningAgreement {

	private static final String PROGRAM = "program";

	private static final String AGREEMENT = "agreement";

	private static final String GOVERNS = """
			RETURN EXISTS { (:Program {key: $program})-[:GOVERNED_BY]->(:Agreement {key: $agreement}) } AS found
			""";

	private GoverningAgreement() {
	}

	/**
	 * Refuses what is of a program and under an agreement that does not govern it: the
	 * agreement's parties would see it. The program is held, so that it goes on to run
	 * under the agreement meanwhile.
	 * @param writing the mutation
	 * @param entry an entry with a field {@code program}, and {@code agreement} where it
	 * is under one
	 */
	public static void require(Writing writing, Entry entry) {
		entry.findNamed(AGREEMENT).ifPresent((agreement) -> {
			NodeRef program = entry.getNamed(PROGRAM);
			writing.hold(List.of(program));
			writing.refuseIf(!writing.finds(GOVERNS, Map.of(PROGRAM, program.key(), AGREEMENT, agreement.key())), entry,
					Refusals.NOT_UNDER_AGREEMENT, AGREEMENT);
		});
	}

	/** Reasons to refuse what is under an agreement. */
	private enum Refusals implements RefusalCode {

		NOT_UNDER_AGREEMENT("The program does not run under this agreement");

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
