package org.jointregistry.program;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A scheme has one stage at each place, and stages of different schemes are compared,
 * each two once. The registrar alone writes that, and sees all that a refusal tells of.
 */
@Component
class LifecycleStageRules implements Rule {

	private static final String ADD = "lifecycleStageAdd";

	private static final String STAGE = "lifecycleStage";

	private static final String OTHER = "correspondsTo";

	private static final String TAKEN = """
			RETURN EXISTS { (:LifecycleStage {scheme: $scheme, sequence: $sequence}) } AS found
			""";

	private static final String COMPARED = """
			RETURN EXISTS { (:LifecycleStage {key: $stage})-[:CORRESPONDS_TO]-(:LifecycleStage {key: $other}) } AS found
			""";

	private static final String ONE_SCHEME = """
			MATCH (stage:LifecycleStage {key: $stage}), (other:LifecycleStage {key: $other})
			RETURN stage <> other AND stage.scheme = other.scheme AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "stageCorrespondenceAdd");
	}

	@Override
	public void judge(Writing writing) {
		boolean add = writing.name().equals(ADD);
		writing.lock(writing.entries()
			.stream()
			.map((entry) -> add ? "scheme/" + entry.text("scheme") : "stage correspondences")
			.toList());
		for (Entry entry : writing.entries()) {
			if (add) {
				writing.refuseIf(
						writing.finds(TAKEN,
								Map.of("scheme", Objects.requireNonNull(entry.text("scheme")), "sequence",
										Objects.requireNonNull(entry.value("sequence")))),
						entry, Refusals.STAGE_TAKEN, "sequence");
			}
			else {
				compare(writing, entry);
			}
		}
	}

	private static void compare(Writing writing, Entry entry) {
		Map<String, String> both = Map.of("stage", entry.getNamed(STAGE).key(), "other", entry.getNamed(OTHER).key());
		writing.refuseIf(writing.finds(ONE_SCHEME, both), entry, Refusals.SAME_SCHEME, OTHER);
		writing.refuseIf(writing.finds(COMPARED, both), entry, Refusals.TIED_ALREADY, OTHER);
	}

	/** Reasons to refuse a stage or what it corresponds to. */
	private enum Refusals implements RefusalCode {

		SAME_SCHEME("Stages of one scheme are not the same"),
		STAGE_TAKEN("The scheme has a stage at this place already"),
		TIED_ALREADY("The two stages were compared already");

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
