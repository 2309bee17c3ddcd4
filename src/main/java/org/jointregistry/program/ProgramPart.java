package org.jointregistry.program;

import java.util.List;
import java.util.Map;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Writing;

/**
 * A kind of record that is a program's. Whoever names one sees it, and sees whether it is
 * of a program that is named too.
 */
public enum ProgramPart {

	/** Contracts. */
	CONTRACT("Contract", "CONTRACT_FOR"),
	/** Milestones. */
	MILESTONE("Milestone", "MILESTONE_OF"),
	/** Risks. */
	RISK("Risk", "RISK_TO"),
	/** Work packages. */
	WORK_PACKAGE("WorkPackage", "PACKAGE_OF"),
	/** Work shares. */
	WORK_SHARE("WorkShare", "PART_OF_WORK");

	private final String label;

	private final String relationship;

	ProgramPart(String label, String relationship) {
		this.label = label;
		this.relationship = relationship;
	}

	/**
	 * The program that a record is of.
	 * @param writing the mutation that asks
	 * @param key the record's key
	 * @return the program; none where it is of none
	 */
	public List<NodeRef> programs(Writing writing, String key) {
		return writing.transaction()
			.run("MATCH (:%s {key: $key})-[:%s]->(program:Program) RETURN program.key AS key".formatted(this.label,
					this.relationship), Map.of("key", key))
			.list((row) -> new NodeRef("Program", row.get("key").asString()));
	}

	/**
	 * Refuses what an entry names that is of none of some programs.
	 * @param writing the mutation
	 * @param entry the entry
	 * @param programs the programs that it may be of
	 * @param field of the entry, which names one such record or several
	 */
	public void requireOf(Writing writing, Entry entry, List<NodeRef> programs, String field) {
		entry.findNamed(field)
			.ifPresent((part) -> writing.refuseIf(!isOf(writing, part, programs), entry, Refusals.OF_ANOTHER_PROGRAM,
					field));
		List<NodeRef> listed = entry.listNamed(field);
		for (int place = 0; place < listed.size(); place++) {
			writing.refuseIf(!isOf(writing, listed.get(place), programs), entry, Refusals.OF_ANOTHER_PROGRAM, field,
					String.valueOf(place));
		}
	}

	private boolean isOf(Writing writing, NodeRef part, List<NodeRef> programs) {
		return programs(writing, part.key()).stream().anyMatch(programs::contains);
	}

	/** Reasons to refuse a record that is named. */
	private enum Refusals implements RefusalCode {

		OF_ANOTHER_PROGRAM("It is of another program, or of none");

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
