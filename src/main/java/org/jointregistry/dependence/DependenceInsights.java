package org.jointregistry.dependence;

import java.util.List;
import java.util.Set;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.Bounds;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.PartialDates;
import org.jointregistry.shared.RegistryException;

/**
 * Answers what is asked about dependence.
 */
@Controller
class DependenceInsights {

	private static final Set<String> PARTIES = Set.of("Nation", "Contractor");

	private static final int MOST_LOST = 1_000;

	private static final int MOST_PROGRAMS = 50;

	private static final int MOST_CHAINS = 500;

	private static final int MOST_CHANGES = 500;

	private static final int MOST_BRIDGES = 100;

	private static final int MOST_PARTS = 100;

	private static final int MOST_RECORDS = 1_000;

	/** What is no global id names no organization. */
	private static final GlobalId NOBODY = new GlobalId("", "");

	private final Reads reads;

	DependenceInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	Loss lossOf(@Argument String party, @Argument int limit, DataFetchingEnvironment field) {
		Bounds.require("limit", limit, MOST_LOST);
		GlobalId lost = GlobalId.decode(party)
			.filter((id) -> PARTIES.contains(id.type()))
			.orElseThrow(RegistryException::notFound);
		return this.reads.ask(field, (weave) -> LossQuestion.of(lost, limit, weave));
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
		Bounds.require("limit", limit, MOST_CHAINS);
		String key = GlobalId.keyOf("Contractor", contractor);
		return this.reads.ask(field, (weave) -> OwnershipQuestion.of(key, limit, weave));
	}

	@QueryMapping
	ControlChanges controlChanges(@Argument String nation, @Argument @Nullable String since, @Argument int limit,
			DataFetchingEnvironment field) {
		Bounds.require("limit", limit, MOST_CHANGES);
		String key = GlobalId.keyOf("Nation", nation);
		String first = (since != null) ? PartialDates.firstDay(since) : null;
		return this.reads.ask(field, (weave) -> ControlQuestion.of(key, first, limit, weave));
	}

	@QueryMapping
	Bridges bridges(@Argument @Nullable String organization, @Argument int limit, @Argument int partLimit,
			@Argument int recordLimit, DataFetchingEnvironment field) {
		Bounds.require("limit", limit, MOST_BRIDGES);
		Bounds.require("partLimit", partLimit, MOST_PARTS);
		Bounds.require("recordLimit", recordLimit, MOST_RECORDS);
		GlobalId only = (organization != null) ? GlobalId.decode(organization).orElse(NOBODY) : null;
		BridgesFound.Most most = new BridgesFound.Most(limit, partLimit, recordLimit);
		BridgesFound found = this.reads.ask(field, (weave) -> BridgeQuestion.of(only, most, weave));
		return this.reads.ask(field, (weave) -> BridgesShown.of(found, weave));
	}

}
