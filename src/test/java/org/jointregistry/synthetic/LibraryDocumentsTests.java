package org.jointregistry.synthetic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the library answers is told as the registry tells it.
 */
class LibraryDocumentsTests {

	@Test
	void entriesCountForTheirKind() {
		JsonNode answer = json(
				"""
						{"programs": [{"participants": [
						  {"key": "DEU", "contributions": [{"kind": "PAID", "amount": "10000"}, {"kind": "PAID", "amount": "5000"},
						    {"kind": "CALLED", "amount": null}, {"kind": "DELIVERED", "amount": "70000"}]},
						  {"key": "ITA", "contributions": []}]}]}""");
		assertThat(Tally.ofParts(LibraryDocuments.byKind(answer)))
			.isEqualTo(new Tally(List.of("DEU", "ITA"), Map.of("paid", new BigDecimal("1.5"))));
	}

	@Test
	void aWayEndsWhereItIsToAndMeetsNothingTwice() {
		JsonNode root = json("""
				{"rights": [{"key": "T", "programs": [
				    {"key": "P", "participants": [{"key": "N"}]}, {"key": "Q", "participants": []}]}],
				  "transfersFrom": [{"key": "X", "nations": [{"key": "N", "transfersFrom": [{"key": "Y",
				    "nations": [{"key": "N"}]}]}], "contractors": [{"key": "C", "transfersFrom": [{"key": "Z",
				    "nations": [{"key": "N"}]}]}]}]}""");
		assertThat(LibraryDocuments.ways(root, "C", "N").findValues("key")).extracting(JsonNode::asString)
			.containsExactly("T", "P", "N", "X", "N");
	}

	private static JsonNode json(String text) {
		return new JsonMapper().readTree(text);
	}

}
