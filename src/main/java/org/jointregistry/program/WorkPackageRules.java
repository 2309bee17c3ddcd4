package org.jointregistry.program;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.ExactDecimal;

/**
 * A program has each designation once, and the parts of one whole are never more than the
 * whole. The manager, who writes that, sees all packages of the program and their shares.
 */
@Component
class WorkPackageRules implements Rule {

	private static final String ADD = "workPackageAdd";

	private static final String DESIGNATION = "designation";

	private static final String SHARE = "share";

	private static final String STATE = "state";

	/** In the stored unit of shares, of which percent has 10,000. */
	private static final long WHOLE = 1_000_000;

	private static final String TAKEN = """
			RETURN EXISTS {
			  MATCH (package:WorkPackage {designation: $designation})-[:PACKAGE_OF]->(program:Program)
			  WHERE program.key IN $programs AND package.key <> $key
			} AS found
			""";

	private static final String PARENT = """
			OPTIONAL MATCH (:WorkPackage {key: $key})-[:PART_OF_PACKAGE]->(parent:WorkPackage) RETURN parent.key AS key
			""";

	private static final String BESIDE = """
			MATCH (package:WorkPackage)-[:PACKAGE_OF]->(program:Program)
			WHERE program.key IN $programs AND package.key <> $key AND package.state <> 'CANCELLED'
			OPTIONAL MATCH (package)-[:PART_OF_PACKAGE]->(parent:WorkPackage)
			WITH package, parent WHERE coalesce(parent.key, '') = coalesce($parent, '')
			RETURN coalesce(sum(package.share), 0) AS shares
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "workPackageRevise");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return writing.entries()
			.stream()
			.flatMap((entry) -> programs(writing, entry).stream())
			.map((program) -> "packages/" + program.key())
			.toList();
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			List<NodeRef> programs = programs(writing, entry);
			ProgramPart.WORK_PACKAGE.requireOf(writing, entry, programs, "parent");
			ProgramPart.WORK_SHARE.requireOf(writing, entry, programs, "workShares");
			List<String> keys = programs.stream().map(NodeRef::key).toList();
			String designation = entry.text(DESIGNATION);
			writing.refuseIf(
					designation != null && writing.finds(TAKEN,
							Map.of("programs", keys, DESIGNATION, designation, "key", entry.key())),
					entry, Refusals.DESIGNATION_TAKEN, DESIGNATION);
			if (entry.says(SHARE) || entry.says(STATE)) {
				requireRoom(writing, entry, keys);
			}
		}
	}

	private static List<NodeRef> programs(Writing writing, Entry entry) {
		return writing.name().equals(ADD) ? List.of(entry.getNamed("program"))
				: ProgramPart.WORK_PACKAGE.programs(writing, entry.key());
	}

	private static void requireRoom(Writing writing, Entry entry, List<String> programs) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("programs", programs);
		parameters.put("key", entry.key());
		parameters.put("parent", parent(writing, entry));
		long own = "CANCELLED".equals(writing.afterwards(entry, STATE)) ? 0 : stored(writing.afterwards(entry, SHARE));
		long shares = writing.transaction().run(BESIDE, parameters).single().get("shares").asLong();
		writing.refuseIf(own > 0 && own + shares > WHOLE, entry, Refusals.SHARES_ABOVE_WHOLE,
				entry.says(SHARE) ? SHARE : STATE);
	}

	private static @Nullable String parent(Writing writing, Entry entry) {
		return writing.name().equals(ADD) ? entry.findNamed("parent").map(NodeRef::key).orElse(null)
				: writing.transaction().run(PARENT, Map.of("key", entry.key())).single().get("key").asString(null);
	}

	private static long stored(@Nullable Object share) {
		return switch (share) {
			case null -> 0;
			case BigDecimal said -> ExactDecimal.toStored(said);
			case Long stored -> stored;
			default -> throw new IllegalStateException("No share: " + share);
		};
	}

	/** Reasons to refuse a work package. */
	private enum Refusals implements RefusalCode {

		DESIGNATION_TAKEN("The program has a work package with this designation already"),
		SHARES_ABOVE_WHOLE("The shares would be more than 100 percent of the whole that they are parts of");

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
