package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Documents for the GraphQL library of Neo4j, as its users would write them.
 */
final class LibraryDocuments {

	private static final JsonMapper JSON = new JsonMapper();

	private LibraryDocuments() {
	}

	static LibraryWork lookUp(String program) {
		return new LibraryWork.Document(
				"{ programs(where: {key: {eq: \"%s\"}}) { key name status startYear } }".formatted(program));
	}

	static LibraryWork participants() {
		return new LibraryWork.Document("""
				{ programs(limit: 50, sort: {key: ASC}) { key name
				  participantsConnection(first: 50, sort: {node: {key: ASC}}) {
				    edges { properties { role costShare } node { key } } } } }""");
	}

	static LibraryWork fourDeep() {
		return new LibraryWork.Document(
				"""
						{ programs(limit: 10, sort: {key: ASC}) { key participants(limit: 10, sort: {key: ASC}) { key
						  programs(limit: 10, sort: {key: ASC}) { key workShares(limit: 10, sort: {key: ASC}) { key } } } } }""");
	}

	static LibraryWork contributions(List<String> tokens) {
		return new LibraryWork.Document(
				"{ contributions(limit: 50, sort: {key: ASC}) { key currency amount: amountIfReleased } }", tokens,
				(data) -> data);
	}

	/**
	 * It groups nothing by currency: the entries are read, and the sum is the client's.
	 */
	static LibraryWork costSharing(String program) {
		return new LibraryWork.Document("""
				{ programs(where: {key: {eq: "%1$s"}}) { participants { key contributions(where: {
				  programs: {some: {key: {eq: "%1$s"}}}
				  supersededBy: {none: {key: {startsWith: ""}}} reversedBy: {none: {key: {startsWith: ""}}}
				}) { kind currency amount } } } }""".formatted(program), List.of(), LibraryDocuments::byKind);
	}

	/** By each way that there is from a contractor to a nation in four hops at most. */
	static LibraryWork technologyFlow(String contractor, String nation) {
		String toNation = "(where: {key: {eq: \"%s\"}}) { key }".formatted(nation);
		String programs = "programs { key participants" + toNation + " }";
		String onwards = "{ key transfersFrom { key nations" + toNation + " } }";
		return new LibraryWork.Document(
				"{ contractors(where: {key: {eq: \"%s\"}}) { rights { key %s derivatives { key %s } } transfersFrom { key %s } } }"
					.formatted(contractor, programs, programs,
							"technologies { key %s } nations %s contractors %s".formatted(programs, onwards, onwards)),
				List.of(), (data) -> ways(data.path("contractors").path(0), contractor, nation));
	}

	static LibraryWork awaited() {
		return new LibraryWork.Document("""
				{ decisions(where: {awaits: {some: {key: {startsWith: ""}}}}, limit: 50, sort: {key: ASC}) {
				  key proposed awaits(limit: 10, sort: {key: ASC}) { key } } }""");
	}

	static LibraryWork evaluation(String program) {
		return new LibraryWork.Document("""
				{ programs(where: {key: {eq: "%s"}}) { evaluations(sort: {asOf: ASC}) {
				  key indicator measure unit asOf value } } }""".formatted(program));
	}

	/**
	 * Entries by what they count for.
	 * @param data programs with participants and their contributions
	 * @return the participants' keys, and amounts under the names of their kinds
	 */
	static JsonNode byKind(JsonNode data) {
		ArrayNode told = JSON.createArrayNode();
		for (JsonNode nation : data.path("programs").path(0).path("participants")) {
			told.addObject().set("key", nation.path("key"));
			for (JsonNode entry : nation.path("contributions")) {
				told.addObject().set(entry.path("kind").asString().toLowerCase(Locale.ROOT), entry.path("amount"));
			}
		}
		return told;
	}

	/**
	 * The ways of a tree that end at a record and meet none twice.
	 * @param root the first record, whatever is below
	 * @param from its key
	 * @param end key of the record where ways end
	 * @return the keys of each way, without the first
	 */
	static JsonNode ways(JsonNode root, String from, String end) {
		ArrayNode told = JSON.createArrayNode();
		follow(root, List.of(from), end, told);
		return told;
	}

	private static void follow(JsonNode record, List<String> met, String end, ArrayNode told) {
		if (met.getLast().equals(end)) {
			met.stream().skip(1).forEach((key) -> told.addObject().put("key", key));
			return;
		}
		for (JsonNode next : record.values().stream().flatMap((field) -> field.values().stream()).toList()) {
			String key = next.path("key").asString();
			if (!met.contains(key)) {
				List<String> further = new ArrayList<>(met);
				further.add(key);
				follow(next, further, end, told);
			}
		}
	}

}
