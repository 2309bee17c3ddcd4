package org.jointregistry.technology;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.Bounds;
import org.jointregistry.shared.PartialDates;
import org.jointregistry.shared.RegistryException;

/**
 * Answers what is asked about the flow of technology.
 */
@Controller
class TechnologyInsights {

	private static final Set<String> PARTIES = Set.of("Nation", "Community", "Contractor", "Institution",
			"InnovationHub", "PartyRole");

	private static final int MOST_HOPS = 5;

	private static final int MOST_PATHS = 500;

	private final Reads reads;

	TechnologyInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	TechnologyFlow technologyFlow(@Argument String from, @Argument String to, @Argument int maxHops,
			@Argument int limit, DataFetchingEnvironment field) {
		Bounds.require("maxHops", maxHops, MOST_HOPS);
		Bounds.require("limit", limit, MOST_PATHS);
		GlobalId start = party(from);
		GlobalId end = party(to);
		return this.reads.ask(field, (weave) -> FlowQuestion.of(start, end, maxHops, limit, weave));
	}

	@QueryMapping
	ConsentNeed consentNeed(@Argument String technology, @Argument String program, @Argument String from,
			@Argument String to, @Argument @Nullable String regime, @Argument @Nullable String on,
			DataFetchingEnvironment field) {
		String day = (on != null) ? PartialDates.firstDay(on) : LocalDate.now(Clock.systemUTC()).toString();
		PassingOn asked = new PassingOn(GlobalId.keyOf("Technology", technology), GlobalId.keyOf("Program", program),
				party(from), party(to), regime, day);
		return this.reads.ask(field, (weave) -> ConsentQuestion.of(asked, weave));
	}

	@QueryMapping
	TechnologyLineage technologyLineage(@Argument String technology, DataFetchingEnvironment field) {
		String key = GlobalId.keyOf("Technology", technology);
		return this.reads.ask(field, (weave) -> LineageQuestion.of(key, weave));
	}

	private static GlobalId party(String id) {
		return GlobalId.decode(id)
			.filter((party) -> PARTIES.contains(party.type()))
			.orElseThrow(RegistryException::notFound);
	}

}
