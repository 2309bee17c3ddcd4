package org.jointregistry.costsharing;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Answers what is asked about the sharing of cost.
 */
@Controller
class CostSharingInsights {

	private static final int MOST_PROGRAMS = 50;

	private final Reads reads;

	CostSharingInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	CostSharing costSharing(@Argument String program, @Argument @Nullable TotalIn totalIn,
			DataFetchingEnvironment field) {
		String key = GlobalId.keyOf("Program", program);
		return this.reads.ask(field, (weave) -> CostSharingQuestion.of(key, totalIn, weave));
	}

	@QueryMapping
	WithdrawalProposal withdrawalProposal(@Argument String costShareKey, @Argument String nation,
			DataFetchingEnvironment field) {
		String key = GlobalId.keyOf("CostShareKey", costShareKey);
		String leaving = GlobalId.keyOf("Nation", nation);
		return this.reads.ask(field, (weave) -> WithdrawalQuestion.of(key, leaving, weave));
	}

	@QueryMapping
	JusteRetour justeRetour(@Argument List<String> programs, @Argument @Nullable YearSpan years,
			DataFetchingEnvironment field) {
		List<String> keys = programs.stream().map((id) -> GlobalId.keyOf("Program", id)).distinct().toList();
		if (keys.isEmpty() || keys.size() > MOST_PROGRAMS) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"From 1 to %d programs are asked for; %d were named".formatted(MOST_PROGRAMS, keys.size()));
		}
		return this.reads.ask(field, (weave) -> JusteRetourQuestion.of(keys, years, weave));
	}

}
