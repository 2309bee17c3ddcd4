package org.jointregistry.evaluation;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.costsharing.NationalSums;
import org.jointregistry.costsharing.TotalIn;
import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;

/**
 * Answers what is asked about how programs do, and who has which part of them.
 */
@Controller
class EvaluationInsights {

	private final Reads reads;

	EvaluationInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	ProgramEvaluation programEvaluation(@Argument String program, DataFetchingEnvironment field) {
		String key = GlobalId.keyOf("Program", program);
		boolean compares = field.getSelectionSet().contains("indicators/reckoned/peers");
		return this.reads.ask(field, (weave) -> EvaluationQuestion.of(key, compares, weave));
	}

	@QueryMapping
	PartnerBalance partnerBalance(@Argument String program, @Argument @Nullable TotalIn totalIn,
			DataFetchingEnvironment field) {
		String key = GlobalId.keyOf("Program", program);
		NationalSums sums = NationalSums.ask(key, totalIn, this.reads, field, NationRows.EACH, NationRows.LARGEST);
		Portions held = this.reads.ask(field, (weave) -> HoldingQuestion.of(key, weave));
		return PartnerBalance.of(sums, held, this.reads.ask(field, (weave) -> HostingQuestion.of(key, weave)));
	}

}
