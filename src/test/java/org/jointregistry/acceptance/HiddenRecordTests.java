package org.jointregistry.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However a hidden record is asked for, the answer is byte for byte that of one which
 * never was (sentence 13). The fictional data is what is hidden here.
 */
@RegistryTest
class HiddenRecordTests {

	private static final List<String> CLIENTS = List.of("viewer-swe", "manager-f35", "industry-leonardo");

	/** A hidden record, one that never was, and a relation that leads to such records. */
	private static final List<Subject> SUBJECTS = List.of(
			new Subject("Program", "programs", "FX-OSPREY", "FX-OSPREX", "nations", "programs", true),
			new Subject("Agreement", "agreements", "FX-AG-OSPREY", "FX-AG-OSPREX", "nations", "agreements", true),
			new Subject("Contribution", "contributions", "FX-CB07", "FX-CB08", "nations", "contributions", false),
			new Subject("CostShareKey", "costShareKeys", "FX-KEY-OSPREY", "FX-KEY-OSPREX", "nations", "costShareKeys",
					true),
			new Subject("Contractor", "contractors", "FX-TARNWERK", "FX-TARNWERX", "nations", "contractors", false),
			new Subject("WorkShare", "workShares", "FX-OSPREY/FX-TARNWERK", "FX-OSPREY/FX-TARNWERX", "contractors",
					"workShares", false),
			new Subject("Technology", "technologies", "FX-TC04", "FX-TC04X", "programs", "technologies", true),
			new Subject("Transfer", "transfers", "FX-TR07", "FX-TR08", "nations", "transfersFrom", false));

	private static final List<String> WAYS = List.of("{ node(id: \"$ID\") { id ... on Record { key } } }",
			"{ nodes(ids: [\"$ID\", \"UHJvZ3JhbTpFRkE\"]) { id } }",
			"{ $LIST(where: {id: {eq: \"$ID\"}}) { totalCount nodes { id } pageInfo { hasNextPage startCursor } } }",
			"{ $LIST(where: {id: {in: [\"$ID\"]}}, last: 1) { totalCount pageInfo { hasPreviousPage endCursor } } }",
			"{ $LIST(where: {not: {id: {eq: \"$ID\"}}}, first: 500) { totalCount nodes { id } } }",
			"{ $LIST(where: {key: {eq: \"$KEY\"}}) { totalCount nodes { id } } }",
			"{ $LIST(where: {key: {startsWith: \"$KEY\"}}) { totalCount nodes { id } } }",
			"{ $LIST(where: {key: {gte: \"$KEY\"}}, first: 1) { totalCount nodes { id } } }",
			"{ $LIST(where: {or: [{key: {eq: \"$KEY\"}}, {key: {isNull: true}}]}) { totalCount } }",
			"{ $FROM(where: {$RELATION: {some: $WHERE}}, first: 500) { totalCount nodes { key } } }",
			"{ $FROM(where: {$RELATION: {none: $WHERE}}, first: 500) { totalCount nodes { key } } }",
			"{ $FROM(where: {$RELATION: {every: {not: $WHERE}}}, first: 500) { totalCount nodes { key } } }",
			"{ $FROM(first: 500) { nodes { $RELATION(where: $WHERE) { totalCount nodes { id } pageInfo { hasNextPage } } } } }",
			"{ records(where: {search: \"$KEY\"}) { totalCount nodes { id } pageInfo { hasNextPage startCursor } } }",
			"{ records(where: {id: {in: [\"$ID\"]}}) { totalCount nodes { id } } }",
			"{ records(where: {not: {id: {eq: \"$ID\"}}}, last: 1) { nodes { id } } }",
			"{ costSharing(program: \"$ID\") { program { id } } }",
			"{ programEvaluation(program: \"$ID\") { program { id } } }",
			"{ partnerBalance(program: \"$ID\") { program { id } } }",
			"{ technologyFlow(from: \"$ID\", to: \"TmF0aW9uOkRFVQ\") { hasMore } }",
			"{ interoperability(among: {programs: [\"UHJvZ3JhbTpFRkE\", \"$ID\"]}) { members { key } } }",
			"{ consentNeed(technology: \"$ID\", program: \"UHJvZ3JhbTpFRkE\""
					+ ", from: \"TmF0aW9uOkRFVQ\", to: \"TmF0aW9uOkNIRQ\") { on } }",
			"{ consentNeed(technology: \"VGVjaG5vbG9neTpUQzAx\", program: \"$ID\""
					+ ", from: \"TmF0aW9uOkRFVQ\", to: \"TmF0aW9uOkNIRQ\") { on } }",
			"{ technologyLineage(technology: \"$ID\") { unrestricted } }",
			"{ lossOf(party: \"$ID\") { party { key } } }", "{ unlicensedTransfers(program: \"$ID\") { hasMore } }",
			"{ soleSupplies(programs: [\"$ID\"]) { undecided } }",
			"{ ownershipChains(contractor: \"$ID\") { hasMore } }");

	@Autowired
	private RegistryClient registry;

	static Stream<Arguments> hidden() {
		return CLIENTS.stream().flatMap((client) -> SUBJECTS.stream().map((subject) -> Arguments.of(client, subject)));
	}

	@ParameterizedTest(name = "{1} for {0}")
	@MethodSource("hidden")
	void hiddenIsAnsweredAsAbsent(String client, Subject subject) {
		GraphqlSession session = this.registry.as(client).header("X-Request-Id", "same");
		for (String way : WAYS) {
			Answer hidden = session.query(subject.in(way, subject.hidden()));
			Answer absent = session.query(subject.in(way, subject.absent()));
			assertThat(hidden.text()).as(way).isEqualTo(absent.text());
			assertThat(hidden.status()).isEqualTo(absent.status());
			assertThat(hidden.errorCodes()).as(way).isSubsetOf("NOT_FOUND");
		}
	}

	/** Without this the test above would pass where nothing is ever found. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("subjects")
	void whatIsHiddenIsThere(Subject subject) {
		Answer answer = this.registry.as("auditor").query(subject.in(WAYS.getFirst(), subject.hidden()));
		assertThat(answer.data("/node/key").asString()).isEqualTo(subject.hidden());
	}

	static List<Subject> subjects() {
		return SUBJECTS;
	}

	@ParameterizedTest(name = "{0} sees {1}")
	@CsvSource(delimiter = '|', textBlock = """
			viewer-deu        | FX-HERON FX-MERLIN FX-OSPREY | 01 02 03 04 05 06 07 11 12 13 14 21 22 23 24
			viewer-ita        | FX-HERON FX-MERLIN FX-OSPREY | 01 02 03 04 05 06 11 12 21 22 23 24 26
			viewer-usa        | FX-HERON FX-MERLIN           | 11 12 13 14 15 21 22 23
			viewer-swe        | FX-HERON FX-MERLIN           | 11 12 21 22 23 24 25 26
			delegate-deu      | FX-HERON FX-MERLIN FX-OSPREY | 01 02 03 04 05 06 07 11 12 13 14 21 22 23 24
			delegate-ita      | FX-HERON FX-MERLIN FX-OSPREY | 01 02 03 04 05 06 11 12 21 22 23 24 26
			manager-efa       | FX-MERLIN FX-OSPREY          | 01 02 03 04 05 06 07 21 22 23
			manager-f35       | FX-MERLIN                    | 21 22 23
			industry-leonardo | FX-MERLIN                    | 21 22 23
			industry-mbda     | FX-MERLIN                    | 21 22 23
			registrar         | FX-HERON FX-MERLIN FX-OSPREY | 01 02 03 04 05 06 07 11 12 13 14 15 21 22 23 24 25 26
			auditor           | FX-HERON FX-MERLIN FX-OSPREY | 01 02 03 04 05 06 07 11 12 13 14 15 21 22 23 24 25 26
			""")
	void everyClientSeesWhatThePolicySays(String client, String programs, String contributions) {
		GraphqlSession session = this.registry.as(client);
		List<String> entries = Arrays.stream(contributions.split(" ")).map("FX-CB"::concat).toList();
		assertThat(paged(session, "programs", "{key: ASC}")).isEqualTo(List.of(programs.split(" ")));
		assertThat(paged(session, "contributions", "{key: ASC}")).isEqualTo(entries);
		assertThat(paged(session, "contributions", "{amount: DESC}")).containsExactlyInAnyOrderElementsOf(entries);
		assertThat(paged(session, "contributions", "{agreement: {title: ASC}}"))
			.containsExactlyInAnyOrderElementsOf(entries);
	}

	private static List<String> paged(GraphqlSession session, String list, String order) {
		List<String> keys = new java.util.ArrayList<>();
		String after = "null";
		Answer page;
		do {
			page = session.query("""
					{ %s(where: {fictional: {eq: true}, key: {startsWith: "FX-"}, not: {key: {startsWith: "FX-REC"}},
					    source: {isNull: false}}, orderBy: [%s], first: 2, after: %s) {
					  totalCount nodes { key } pageInfo { hasNextPage endCursor } } }""".formatted(list, order, after));
			assertThat(page.errorCodes()).isEmpty();
			keys.addAll(page.all("key"));
			after = page.data("/" + list + "/pageInfo/endCursor").toString();
		}
		while (page.data("/" + list + "/pageInfo/hasNextPage").asBoolean());
		assertThat(page.data("/" + list + "/totalCount").asInt()).isEqualTo(keys.size());
		return keys;
	}

	/**
	 * A record and the ways to it.
	 */
	record Subject(String type, String list, String hidden, String absent, String from, String relation,
			boolean facts) {

		String in(String way, String key) {
			String id = Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString((this.type + ":" + key).getBytes(StandardCharsets.UTF_8));
			String node = "{id: {eq: \"" + id + "\"}}";
			return way.replace("$WHERE", this.facts ? "{node: " + node + "}" : node)
				.replace("$ID", id)
				.replace("$KEY", key)
				.replace("$LIST", this.list)
				.replace("$FROM", this.from)
				.replace("$RELATION", this.relation);
		}

		@Override
		public String toString() {
			return this.hidden;
		}

	}

}
