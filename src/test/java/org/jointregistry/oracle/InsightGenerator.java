package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Questions whose answers are computed, from a seed: all of what may be asked of each.
 */
final class InsightGenerator {

	private static final List<String> PARTIES = List.of("Nation", "Contractor", "Institution", "InnovationHub",
			"PartyRole", "Community");

	private static final List<String> FLOWS = List.of("HOLDS_RIGHT", "FROM", "TO", "PARTICIPATES_IN", "PERFORMED_BY",
			"RESEARCHED_BY");

	private static final String MONEY = "currency pledged called paid delivered contracted granted outstanding "
			+ "pledgedShare paidShare entries";

	private static final String RECORD = "{ __typename id ... on Record { key source } }";

	private static final String COSTS = """
			query Costs($id: ID!, $in: TotalInInput!) {
			  viewer: costSharing(program: $id) {
			    program { key name costAmount participants { totalCount } }
			    more: program $PROGRAM
			    parties { party %1$s role joined left agreedShare agreedUnder { key } workShare difference money { %2$s } }
			    totals { %2$s }
			    unallocated { parties %1$s severalPrograms money { %2$s } }
			  }
			  stated: costSharing(program: $id, totalIn: $in) {
			    total { currency ratesOf pledged called paid delivered contracted granted rates { key rate } missing }
			  }
			}
			"""
		.formatted(RECORD, MONEY);

	private static final String RETURNED = "currency given planned contracted paid givenShare plannedShare contractedShare "
			+ "paidShare difference";

	private static final String RETURNS = """
			query Returns($programs: [ID!]!, $years: YearSpan) {
			  back: justeRetour(programs: $programs, years: $years) {
			    positions { program %1$s nation %1$s money { %2$s } }
			    balance { nation %1$s more: nation $RECORD money { %2$s } }
			    leftOut
			  }
			}
			""".formatted(RECORD, RETURNED);

	private static final String WITHDRAWAL = """
			query Withdrawal($key: ID!, $nation: ID!) {
			  out: withdrawalProposal(costShareKey: $key, nation: $nation) {
			    costShareKey %1$s
			    nation %1$s
			    more: nation $RECORD
			    share
			    owes { currency called pledged }
			    others { nation %1$s share proposedShare takesOver { currency amount } }
			  }
			}
			""".formatted(RECORD);

	private static final String FLOW = """
			query Flow($from: ID!, $to: ID!, $hops: Int!, $limit: Int!) {
			  here: technologyFlow(from: $from, to: $to, maxHops: $hops, limit: $limit) {
			    from %1$s
			    to %1$s
			    more: to $PARTY
			    hasMore
			    paths { hops steps { kind from %1$s to %1$s regime consent until } }
			  }
			}
			""".formatted(RECORD);

	private static final String COMMON = """
			query Common($among: InteroperabilitySet!) {
			  named: interoperability(among: $among) {
			    members %1$s
			    more: members $RECORD
			    standards {
			      standard { key title programs { nodes { key } } }
			      more: standard $STANDARD
			      shared
			      implementedBy %1$s
			      missingFrom %1$s
			      exercises { key name }
			    }
			  }
			}
			""".formatted(RECORD);

	/** How many kinds of questions are asked of one graph at every build. */
	private static final int SOME = 7;

	private final Sdl sdl;

	private final Random random;

	private final ValueGenerator values;

	private final RawGraph graph;

	private final List<RawNode.Ref> nodes;

	private InsightGenerator(Sdl sdl, RawGraph graph, Random random) {
		this.sdl = sdl;
		this.random = random;
		this.values = new ValueGenerator(sdl, random);
		this.graph = graph;
		this.nodes = List.copyOf(graph.nodes().keySet());
	}

	/**
	 * Questions of some kinds, others for each graph; of each kind at night.
	 * @param sdl the schema
	 * @param graph whose programs, parties and nations are asked about, seen or not
	 * @param random decides
	 * @return documents
	 */
	static List<DocumentWriter.Document> some(Sdl sdl, RawGraph graph, Random random) {
		List<DocumentWriter.Document> all = new ArrayList<>(questions(sdl, graph, random));
		Collections.shuffle(all, random);
		return all.subList(0, Sizes.isNightly() ? all.size() : SOME);
	}

	/**
	 * One question of each kind.
	 * @param sdl the schema
	 * @param graph whose programs, parties and nations are asked about, seen or not
	 * @param random decides
	 * @return documents
	 */
	static List<DocumentWriter.Document> questions(Sdl sdl, RawGraph graph, Random random) {
		InsightGenerator generator = new InsightGenerator(sdl, graph, random);
		return Stream.concat(
				Stream.of(generator.costs(), generator.returns(), generator.withdrawal(), generator.flow(),
						generator.common("programs", "Program"), generator.common("nations", "Nation")),
				Stream.concat(new FlowQuestions(generator).all().stream(),
						new SideBySideQuestions(generator).all().stream()))
			.toList();
	}

	private DocumentWriter.Document costs() {
		return document(COSTS, Map.of("id", fundedProgram(), "in", totalIn()));
	}

	/** The currency and the day of a rate, where there is one. */
	Map<String, Object> totalIn() {
		List<RawNode> rates = this.graph.nodes()
			.values()
			.stream()
			.filter((node) -> node.type().equals("ExchangeRate"))
			.toList();
		if (rates.isEmpty()) {
			return Map.of("currency", "EUR", "ratesOf", "2024-12-31");
		}
		RawNode rate = this.values.one(rates);
		return Map.of("currency", String.valueOf(rate.fact("quoteCurrency")), "ratesOf",
				String.valueOf(rate.fact("date")));
	}

	private DocumentWriter.Document returns() {
		List<String> programs = Stream.generate(this::fundedProgram).limit(1 + this.values.upTo(2)).toList();
		return document(RETURNS, this.values.chance(50) ? Map.of("programs", programs)
				: Map.of("programs", programs, "years", Map.of("from", 2019, "to", 2026)));
	}

	/** Of a share that is borne, where there is one. */
	private DocumentWriter.Document withdrawal() {
		List<RawEdge> borne = this.graph.edges().stream().filter((edge) -> edge.type().equals("BEARS")).toList();
		if (borne.isEmpty() || this.values.chance(10)) {
			return document(WITHDRAWAL, Map.of("key", id("CostShareKey"), "nation", id("Nation")));
		}
		RawEdge share = this.values.one(borne);
		return document(WITHDRAWAL, Map.of("key", GlobalIds.of(share.to()), "nation", GlobalIds.of(share.from())));
	}

	private DocumentWriter.Document flow() {
		return document(FLOW, Map.of("from", party(), "to", party(), "hops", 1 + this.values.upTo(3), "limit",
				this.values.chance(30) ? 2 : 100));
	}

	private DocumentWriter.Document common(String argument, String type) {
		List<String> ids = Stream.generate(() -> id(type)).limit(2 + this.values.upTo(2)).toList();
		return document(COMMON, Map.of("among", Map.of(argument, ids)));
	}

	/** The question with generated selections where it leaves them open. */
	DocumentWriter.Document document(String text, Map<String, Object> variables) {
		String document = text;
		for (String type : List.of("Program", "Party", "Record", "Standard")) {
			String place = "$" + type.toUpperCase(Locale.ROOT);
			if (document.contains(place)) {
				document = document.replace(place,
						DocumentWriter.selection(RequestGenerator.picks(this.sdl, this.graph, this.random, type)));
			}
		}
		return new DocumentWriter.Document(document, variables);
	}

	String fundedProgram() {
		List<String> funded = this.graph.edges()
			.stream()
			.filter((edge) -> edge.type().equals("TOWARDS"))
			.map((edge) -> GlobalIds.of(edge.to()))
			.toList();
		return (funded.isEmpty() || this.values.chance(20)) ? id("Program") : this.values.one(funded);
	}

	/** One that something may flow from or to, where there is such a party. */
	String party() {
		List<String> tied = this.graph.edges()
			.stream()
			.filter((edge) -> FLOWS.contains(edge.type()))
			.flatMap((edge) -> Stream.of(edge.from(), edge.to()))
			.filter((end) -> PARTIES.contains(end.type()))
			.map(GlobalIds::of)
			.toList();
		return (tied.isEmpty() || this.values.chance(20)) ? id(this.values.one(PARTIES)) : this.values.one(tied);
	}

	/**
	 * One that a relationship leads to or comes from, where there is such a node.
	 * @param relationship its type
	 * @param from whether the one that it comes from
	 * @param type of the node
	 * @return a global id
	 */
	String end(String relationship, boolean from, String type) {
		List<String> ends = edges(relationship).stream()
			.map((edge) -> from ? edge.from() : edge.to())
			.filter((end) -> end.type().equals(type))
			.map(GlobalIds::of)
			.toList();
		return (ends.isEmpty() || this.values.chance(10)) ? id(type) : this.values.one(ends);
	}

	List<RawEdge> edges(String relationship) {
		return this.graph.edges().stream().filter((edge) -> edge.type().equals(relationship)).toList();
	}

	<T> T one(List<T> of) {
		return this.values.one(of);
	}

	/** A fact of one node of a type, as text; empty where it has none, and at times. */
	Optional<String> fact(String type, String fact) {
		List<RawNode> nodes = this.graph.nodes().values().stream().filter((node) -> node.type().equals(type)).toList();
		return (nodes.isEmpty() || this.values.chance(20)) ? Optional.empty()
				: Optional.ofNullable(this.values.one(nodes).fact(fact)).map(String::valueOf);
	}

	String id(String type) {
		List<RawNode.Ref> those = this.nodes.stream().filter((node) -> node.type().equals(type)).toList();
		return GlobalIds.of((those.isEmpty() || this.values.chance(3)) ? new RawNode.Ref(type, "NEVER WAS")
				: this.values.one(those));
	}

}
