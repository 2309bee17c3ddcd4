package org.jointregistry.interoperability;

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
 * Answers what is asked about working together.
 */
@Controller
class InteroperabilityInsights {

	private static final int LEAST = 2;

	private static final int MOST = 50;

	private final Reads reads;

	InteroperabilityInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	Interoperability interoperability(@Argument InteroperabilitySet among, DataFetchingEnvironment field) {
		String type = (among.programs() != null) ? "Program" : "Nation";
		List<String> ids = (among.programs() != null) ? among.programs() : among.nations();
		List<String> keys = (ids != null) ? ids.stream().map((id) -> GlobalId.keyOf(type, id)).distinct().toList()
				: List.of();
		if (keys.size() < LEAST || keys.size() > MOST) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"A set has from %d to %d different members; %d were named".formatted(LEAST, MOST, keys.size()));
		}
		return this.reads.ask(field, (weave) -> InteroperabilityQuestion.of(type, keys, weave));
	}

	/**
	 * A set, of one kind of members.
	 *
	 * @param programs global ids; null for a set of nations
	 * @param nations global ids; null for a set of programs
	 */
	record InteroperabilitySet(@Nullable List<String> programs, @Nullable List<String> nations) {

	}

}
