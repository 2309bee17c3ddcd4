package org.jointregistry.technology;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * Restricted lists are reference data, which every viewer sees (sentence 1). A check of a
 * transfer is against one thing, belongs to the transfer's program, and says what is
 * missing where it cannot be concluded.
 */
@Component
class ComplianceRules implements Rule {

	private static final String LIST = "restrictedListEntryAdd";

	private static final String CHECK = "complianceCheckRecord";

	private static final String PROGRAM = """
			MATCH (:Transfer {key: $transfer})-[:UNDER]->(program:Program)
			RETURN program.key AS key
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(LIST, CHECK);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			switch (writing.name()) {
				case LIST -> entry.set("marking", "PUBLIC");
				default -> check(writing, entry);
			}
		}
	}

	private static void check(Writing writing, Entry entry) {
		boolean listed = entry.findNamed("entry").isPresent();
		writing.refuseIf(listed == entry.findNamed("regime").isPresent(), entry, Refusals.ONE_CHECKED, "entry");
		writing.refuseIf("OPEN".equals(entry.text("result")) && entry.value("note") == null, entry,
				Refusals.NOTE_REQUIRED, "note");
		String program = writing.transaction()
			.run(PROGRAM, Map.of("transfer", entry.getNamed("transfer").key()))
			.single()
			.get("key")
			.asString();
		entry.link("program", List.of(new NodeRef("Program", program)));
	}

	/** Reasons to refuse a check. */
	private enum Refusals implements RefusalCode {

		NOTE_REQUIRED("A check that cannot be concluded says what is missing"),
		ONE_CHECKED("A check is against an entry of a list or a regime, and one of both");

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
