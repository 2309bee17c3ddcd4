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

	private static final int MOST_STANDARDS = 20;

	private final Reads reads;

	InteroperabilityInsights(Reads reads) {
		this.reads = reads;
	}

	@QueryMapping
	Interoperability interoperability(@Argument InteroperabilitySet among, DataFetchingEnvironment field) {
		String type = (among.programs() != null) ? "Program" : "Nation";
		List<String> ids = (among.programs() != null) ? among.programs() : among.nations();
		List<String> keys = (ids != null) ? keys(type, ids) : List.of();
		require("A set has from %d to %d different members; %d were named", LEAST, MOST, keys.size());
		return this.reads.ask(field, (weave) -> InteroperabilityQuestion.of(type, keys, weave));
	}

	@QueryMapping
	List<Coalition> coalitions(@Argument CoalitionKind of, @Argument List<String> standards,
			DataFetchingEnvironment field) {
		List<String> keys = keys("Standard", standards);
		require("From %d to %d different standards are asked for; %d were named", 1, MOST_STANDARDS, keys.size());
		return this.reads.ask(field, (weave) -> CoalitionQuestion.of(of, keys, weave));
	}

	private static List<String> keys(String type, List<String> ids) {
		return ids.stream().map((id) -> GlobalId.keyOf(type, id)).distinct().toList();
	}

	private static void require(String message, int least, int most, int named) {
		if (named < least || named > most) {
			throw new RegistryException(ErrorCode.BAD_INPUT, message.formatted(least, most, named));
		}
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
