package org.jointregistry.interoperability;

import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A program says once how far it implements a standard. Its manager, who writes that,
 * sees all that it says.
 */
@Component
class ImplementationRules implements Rule {

	private static final String IMPLEMENTED = """
			RETURN EXISTS { (:Program {key: $program})-[:IMPLEMENTS]->(:Standard {key: $standard}) } AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of("implementationAdd");
	}

	@Override
	public void judge(Writing writing) {
		writing
			.lock(writing.entries().stream().map((entry) -> "implements/" + entry.getNamed("program").key()).toList());
		for (Entry entry : writing.entries()) {
			boolean implemented = writing.finds(IMPLEMENTED,
					Map.of("program", entry.getNamed("program").key(), "standard", entry.getNamed("standard").key()));
			writing.refuseIf(implemented, entry, Refusals.TIED_ALREADY, "standard");
		}
	}

	/** Reasons to refuse an implementation. */
	private enum Refusals implements RefusalCode {

		TIED_ALREADY("The program says already how far it implements the standard");

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
