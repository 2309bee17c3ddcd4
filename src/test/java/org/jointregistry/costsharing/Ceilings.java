package org.jointregistry.costsharing;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ceilings of the open program, and what is found above them.
 */
final class Ceilings {

	static final String PHASE = "Development";

	private static final String WRITE = """
			mutation ($input: %2$sInput!) { %1$s(input: $input) {
			  costCeiling { id key version phase amount currency validFrom validTo program { key } }
			  errors { code message field } } }
			""";

	private static final String FINDINGS = """
			{ findings(orderBy: [{excess: ASC}]) { nodes { id kind excess ceilingAmount currency marking originator fictional
			  contribution { id } ceiling { key } program { key } } } }
			""";

	private Ceilings() {
	}

	/**
	 * A ceiling for the open program's development, in euro.
	 * @param others other fields of the input, each name before its value
	 */
	static Map<String, Object> ceiling(Object amount, Object... others) {
		Map<String, Object> input = Ledger.input("program", Stage.OPEN, "phase", PHASE, "amount", amount, "currency",
				"EUR");
		input.putAll(Ledger.input(others));
		return input;
	}

	static Answer set(GraphqlSession by, Map<String, Object> input) {
		return by.query(WRITE.formatted("costCeilingSet", "CostCeilingSet"), Map.of("input", input));
	}

	static Answer revise(GraphqlSession by, Map<String, Object> input) {
		return by.query(WRITE.formatted("costCeilingRevise", "CostCeilingRevise"), Map.of("input", input));
	}

	/** The ceiling that a mutation wrote. */
	static JsonNode done(Answer answer) {
		assertThat(Ledger.refusals(answer)).as(answer.text()).isEmpty();
		return answer.data().iterator().next().path("costCeiling");
	}

	/** Money of XRA for the development of the open program. */
	static Map<String, Object> money(String kind, Object amount) {
		Map<String, Object> input = Ledger.money(kind, "XRA", amount);
		input.put("phase", PHASE);
		input.put("aboveCall", true);
		if (kind.equals("DELIVERED")) {
			input.put("form", "IN_KIND");
			input.put("valuationBasis", "Agreed rates");
		}
		return input;
	}

	/**
	 * What a viewer sees of findings in the whole registry, the smallest excess first.
	 */
	static List<JsonNode> findings(GraphqlSession viewer) {
		Answer answer = viewer.query(FINDINGS);
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		return List.copyOf(answer.data("/findings/nodes").values());
	}

	/** By how much sums were found to be above ceilings. */
	static List<String> excesses(GraphqlSession viewer) {
		return findings(viewer).stream().map((finding) -> finding.path("excess").asString("-")).toList();
	}

}
