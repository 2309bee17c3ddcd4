package org.jointregistry.costsharing;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;

/**
 * Answers what is asked about the sharing of cost.
 */
@Controller
class CostSharingInsights {

	private final Reads reads;

	CostSharingInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	CostSharing costSharing(@Argument String program, DataFetchingEnvironment field) {
		String key = GlobalId.keyOf("Program", program);
		return this.reads.ask(field, (weave) -> CostSharingQuestion.of(key, weave));
	}

}
