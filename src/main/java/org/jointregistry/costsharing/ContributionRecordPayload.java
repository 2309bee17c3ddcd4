package org.jointregistry.costsharing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the client is told.
 *
 * @param recorded key of the contribution; null when it was refused
 * @param errors what is wrong with the input
 */
record ContributionRecordPayload(@Nullable String recorded, List<ContributionError> errors) {

	static ContributionRecordPayload of(Recording recording) {
		return switch (recording) {
			case Recording.Recorded done -> new ContributionRecordPayload(done.contribution(), List.of());
			case Recording.Refused refused -> new ContributionRecordPayload(null, refused.errors());
		};
	}

}
