package org.jointregistry.synthetic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jointregistry.shared.ExactDecimal;
import org.neo4j.driver.Record;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an answer tells, in whatever order and form: which records, and how much money.
 *
 * @param keys of the records, as often as they are told, ascending
 * @param sums of money by name, in units of the currencies; without those that are zero
 */
record Tally(List<String> keys, Map<String, BigDecimal> sums) {

	private static final List<String> MONEY = List.of("amount", "pledged", "called", "paid");

	private static final JsonMapper JSON = new JsonMapper();

	/** Of an answer of the registry, which tells units. */
	static Tally of(JsonNode answer) {
		return of(answer, 1);
	}

	/** Of rows of the database, which tells parts of a unit. */
	static Tally of(List<Record> rows) {
		return ofParts(JSON.valueToTree(rows.stream().map(Record::asMap).toList()));
	}

	/** Of an answer that tells parts of a unit, as the database does. */
	static Tally ofParts(JsonNode answer) {
		return of(answer, ExactDecimal.UNIT);
	}

	private static Tally of(JsonNode told, int unit) {
		Map<String, BigDecimal> sums = new TreeMap<>();
		for (String name : MONEY) {
			BigDecimal sum = told.findValues(name)
				.stream()
				.filter((value) -> !value.isNull())
				.map((value) -> new BigDecimal(value.asString()).divide(BigDecimal.valueOf(unit)))
				.reduce(BigDecimal.ZERO, BigDecimal::add);
			if (sum.signum() != 0) {
				sums.put(name, sum.stripTrailingZeros());
			}
		}
		return new Tally(told.findValues("key").stream().map(JsonNode::asString).sorted().toList(), sums);
	}

}
