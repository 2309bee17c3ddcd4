package org.jointregistry.program;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.Bounds;

/**
 * Answers what is asked about programs side by side.
 */
@Controller
class ProgramInsights {

	private static final int MOST = 100;

	private final Reads reads;

	ProgramInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	SimilarPrograms similarPrograms(@Argument String program, @Argument int limit, DataFetchingEnvironment field) {
		Bounds.require("limit", limit, MOST);
		String key = GlobalId.keyOf("Program", program);
		return this.reads.ask(field, (weave) -> SimilarProgramsQuestion.of(key, limit, weave));
	}

	@QueryMapping
	DoubleFunding doubleFunding(@Argument String program, @Argument int limit, DataFetchingEnvironment field) {
		Bounds.require("limit", limit, MOST);
		String key = GlobalId.keyOf("Program", program);
		return this.reads.ask(field, (weave) -> DoubleFundingQuestion.of(key, limit, weave));
	}

}
