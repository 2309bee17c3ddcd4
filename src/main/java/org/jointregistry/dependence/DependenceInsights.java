package org.jointregistry.dependence;

import java.util.List;
import java.util.Set;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Answers what is asked about dependence.
 */
@Controller
class DependenceInsights {

	private static final Set<String> PARTIES = Set.of("Nation", "Contractor");

	private static final int MOST_PROGRAMS = 50;

	private static final int MOST_CHAINS = 500;

	private static final int MOST_BRIDGES = 100;

	private final Reads reads;

	DependenceInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	Loss lossOf(@Argument String party, DataFetchingEnvironment field) {
		GlobalId lost = GlobalId.decode(party)
			.filter((id) -> PARTIES.contains(id.type()))
			.orElseThrow(RegistryException::notFound);
		return this.reads.ask(field, (weave) -> LossQuestion.of(lost, weave));
	}

	@QueryMapping
	SoleSupplies soleSupplies(@Argument List<String> programs, DataFetchingEnvironment field) {
		List<String> keys = programs.stream().map((id) -> GlobalId.keyOf("Program", id)).distinct().toList();
		if (keys.isEmpty() || keys.size() > MOST_PROGRAMS) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"From 1 to %d programs are asked for; %d were named".formatted(MOST_PROGRAMS, keys.size()));
		}
		return this.reads.ask(field, (weave) -> SoleSupplyQuestion.of(keys, weave));
	}

	@QueryMapping
	OwnershipChains ownershipChains(@Argument String contractor, @Argument int limit, DataFetchingEnvironment field) {
		if (limit < 1 || limit > MOST_CHAINS) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"limit is from 1 to %d; %d was asked for".formatted(MOST_CHAINS, limit));
		}
		String key = GlobalId.keyOf("Contractor", contractor);
		return this.reads.ask(field, (weave) -> OwnershipQuestion.of(key, limit, weave));
	}

	@QueryMapping
	Bridges bridges(@Argument int limit, DataFetchingEnvironment field) {
		if (limit < 1 || limit > MOST_BRIDGES) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"limit is from 1 to %d; %d was asked for".formatted(MOST_BRIDGES, limit));
		}
		return this.reads.ask(field, (weave) -> BridgeQuestion.of(limit, weave));
	}

}
