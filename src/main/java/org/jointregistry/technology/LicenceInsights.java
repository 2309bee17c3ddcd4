package org.jointregistry.technology;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.PartialDates;
import org.jointregistry.shared.RegistryException;

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
		requireWithin(limit);
		return this.reads.ask(field,
				(weave) -> EndingQuestion.of(PartialDates.firstDay(from), PartialDates.lastDay(to), limit, weave));
	}

	@QueryMapping
	UnlicensedTransfers unlicensedTransfers(@Argument @Nullable String program, @Argument int limit,
			DataFetchingEnvironment field) {
		requireWithin(limit);
		String key = (program != null) ? GlobalId.keyOf("Program", program) : null;
		return this.reads.ask(field, (weave) -> UnlicensedQuestion.of(key, limit, weave));
	}

	@QueryMapping
	RegimeDependence regimeDependence(@Argument String nation, @Argument String regime, DataFetchingEnvironment field) {
		String of = GlobalId.keyOf("Nation", nation);
		String under = GlobalId.keyOf("ControlRegime", regime);
		return this.reads.ask(field, (weave) -> RegimeQuestion.of(of, under, weave));
	}

	private static void requireWithin(int limit) {
		if (limit < 1 || limit > MOST) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"limit is from 1 to %d; %d was asked for".formatted(MOST, limit));
		}
	}

}
