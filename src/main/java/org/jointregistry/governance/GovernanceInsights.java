package org.jointregistry.governance;

import java.time.Clock;
import java.time.LocalDate;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.Bounds;
import org.jointregistry.shared.PartialDates;

/**
 * Answers what is asked about what waits to be done.
 */
@Controller
class GovernanceInsights {

	private static final int MOST = 500;

	private final Reads reads;

	GovernanceInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	PendingActions pendingActions(@Argument @Nullable String program, @Argument @Nullable String on,
			@Argument int limit, DataFetchingEnvironment field) {
		Bounds.require("limit", limit, MOST);
		String key = (program != null) ? GlobalId.keyOf("Program", program) : null;
		String day = (on != null) ? PartialDates.firstDay(on) : LocalDate.now(Clock.systemUTC()).toString();
		return this.reads.ask(field, (weave) -> PendingQuestion.of(key, day, limit, weave));
	}

}
