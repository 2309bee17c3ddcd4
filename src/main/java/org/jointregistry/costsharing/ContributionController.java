package org.jointregistry.costsharing;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.access.Viewer;
import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.read.Row;

/**
 * The mutations of the ledger of contributions.
 */
@Controller
class ContributionController {

	private final ContributionRecording recording;

	private final Reads reads;

	ContributionController(ContributionRecording recording, Reads reads) {
		this.recording = recording;
		this.reads = reads;
	}

	@MutationMapping
	ContributionRecordPayload contributionRecord(@Argument ContributionRecordInput input, @ContextValue Viewer viewer) {
		return ContributionRecordPayload.of(this.recording.record(input, viewer));
	}

	@SchemaMapping
	@Nullable Row contribution(ContributionRecordPayload payload, DataFetchingEnvironment field) {
		return (payload.recorded() != null) ? this.reads.find(new GlobalId("Contribution", payload.recorded()), field)
				: null;
	}

}
