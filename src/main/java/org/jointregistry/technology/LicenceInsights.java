package org.jointregistry.technology;

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
 * Answers what is asked about licences and the regimes that they are of.
 */
@Controller
class LicenceInsights {

	private static final int MOST = 500;

	private final Reads reads;

	LicenceInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	LicenceEndings licenceEndings(@Argument String from, @Argument String to, @Argument int limit,
			DataFetchingEnvironment field) {
		Bounds.require("limit", limit, MOST);
		return this.reads.ask(field,
				(weave) -> EndingQuestion.of(PartialDates.firstDay(from), PartialDates.lastDay(to), limit, weave));
	}

	@QueryMapping
	UnlicensedTransfers unlicensedTransfers(@Argument @Nullable String program, @Argument int limit,
			DataFetchingEnvironment field) {
		Bounds.require("limit", limit, MOST);
		String key = (program != null) ? GlobalId.keyOf("Program", program) : null;
		return this.reads.ask(field, (weave) -> UnlicensedQuestion.of(key, limit, weave));
	}

	@QueryMapping
	RegimeDependence regimeDependence(@Argument String nation, @Argument String regime, DataFetchingEnvironment field) {
		String of = GlobalId.keyOf("Nation", nation);
		String under = GlobalId.keyOf("ControlRegime", regime);
		return this.reads.ask(field, (weave) -> RegimeQuestion.of(of, under, weave));
	}

}
