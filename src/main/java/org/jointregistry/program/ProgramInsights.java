package org.jointregistry.program;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

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
		int most = checked(limit);
		String key = GlobalId.keyOf("Program", program);
		return this.reads.ask(field, (weave) -> SimilarProgramsQuestion.of(key, most, weave));
	}

	@QueryMapping
	DoubleFunding doubleFunding(@Argument String program, @Argument int limit, DataFetchingEnvironment field) {
		int most = checked(limit);
		String key = GlobalId.keyOf("Program", program);
		return this.reads.ask(field, (weave) -> DoubleFundingQuestion.of(key, most, weave));
	}

	private static int checked(int limit) {
		if (limit < 1 || limit > MOST) {
			throw new RegistryException(ErrorCode.BAD_INPUT, "limit is from 1 to " + MOST);
		}
		return limit;
	}

}
