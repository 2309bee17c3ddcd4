package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The oracle says what the sentences say: a contribution towards program P, of which
 * Germany is a partner, Italy a former one and Sweden a member of NATO until yesterday.
 */
class PolicyTests {

	private static final String TODAY = "2026-11-24";

	private final Sdl sdl = Sdl.read();

	@ParameterizedTest(name = "sentence {0}: {3} to {4} from {5} for {1} {2}: {6}")
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			2  | NATIONAL_VIEWER | FRA | PUBLIC     | -              | -   | true
			2  | INDUSTRY        | ANY | PUBLIC     | -              | -   | true
			3  | NATIONAL_VIEWER | DEU | COMMUNITY  | community:NATO | -   | true
			3  | NATIONAL_VIEWER | SWE | COMMUNITY  | community:NATO | -   | false
			3  | NATIONAL_VIEWER | ITA | COMMUNITY  | community:NATO | -   | false
			3  | NATIONAL_VIEWER | DEU | COMMUNITY  | community:EU   | -   | false
			4  | NATIONAL_VIEWER | DEU | PARTNERS   | -              | -   | true
			4  | NATIONAL_VIEWER | ITA | PARTNERS   | -              | -   | false
			4  | NATIONAL_VIEWER | SWE | PARTNERS   | -              | -   | false
			5  | NATIONAL_VIEWER | SWE | ORIGINATOR | -              | SWE | true
			5  | NATIONAL_VIEWER | DEU | ORIGINATOR | -              | SWE | false
			6  | NATIONAL_VIEWER | SWE | ORIGINATOR | nation:SWE     | -   | true
			6  | NATIONAL_VIEWER | DEU | ORIGINATOR | community:NATO | SWE | true
			7  | NATIONAL_VIEWER | FRA | ORIGINATOR | -              | SWE | true
			8  | PROGRAM_MANAGER | P   | ORIGINATOR | -              | SWE | true
			8  | PROGRAM_MANAGER | Q   | PARTNERS   | nation:DEU     | DEU | false
			9  | INDUSTRY        | WRK | PARTNERS   | -              | -   | true
			9  | INDUSTRY        | UNI | PARTNERS   | -              | -   | true
			9  | INDUSTRY        | WRK | COMMUNITY  | nation:DEU     | DEU | false
			9  | INDUSTRY        | OLD | PARTNERS   | -              | -   | false
			10 | REGISTRAR       | ANY | ORIGINATOR | -              | SWE | true
			10 | AUDITOR         | ANY | ORIGINATOR | -              | SWE | true
			""")
	void oracleFollowsTheSentence(int sentence, String role, String whose, String marking, @Nullable String release,
			@Nullable String originator, boolean sees) {
		RawNode contribution = record("Contribution", "C1", marking, release, originator);
		RawGraph graph = around(contribution);
		assertThat(new Policy(this.sdl, graph, asker(role, whose), TODAY).seesNode(contribution)).isEqualTo(sees);
	}

	private static Asker asker(String role, String whose) {
		return new Asker("asker", Set.of(role), whose, whose, Set.of(whose));
	}

	/** France contributes; WRK and UNI work on P today, OLD did until yesterday. */
	private static RawGraph around(RawNode contribution) {
		List<RawNode> nodes = new ArrayList<>(List.of(contribution, record("Program", "P", "PUBLIC", null, null),
				record("Community", "NATO", "PUBLIC", null, null), work("W1", null), work("W2", TODAY)));
		List.of("DEU", "ITA", "SWE", "FRA").forEach((key) -> nodes.add(record("Nation", key, "PUBLIC", null, null)));
		List.of("WRK", "OLD").forEach((key) -> nodes.add(record("Contractor", key, "PUBLIC", null, null)));
		nodes.add(record("Institution", "UNI", "PUBLIC", null, null));
		nodes.add(work("W3", null));
		RawNode.Ref program = new RawNode.Ref("Program", "P");
		RawNode.Ref nato = new RawNode.Ref("Community", "NATO");
		return RawGraph.of(nodes,
				List.of(edge("TOWARDS", contribution.ref(), program),
						edge("CONTRIBUTES", nation("FRA"), contribution.ref()),
						edge("PARTICIPATES_IN", nation("DEU"), program).with("joined", "1999"),
						edge("PARTICIPATES_IN", nation("ITA"), program).with("role", "FORMER_PARTNER"),
						edge("PARTICIPATES_IN", nation("SWE"), program).with("joined", "2026-11-25"),
						edge("MEMBER_OF", nation("DEU"), nato).with("role", "MEMBER"),
						edge("MEMBER_OF", nation("ITA"), nato).with("role", "PROGRAM_PARTICIPANT"),
						edge("MEMBER_OF", nation("SWE"), nato).with("role", "MEMBER").with("until", TODAY),
						edge("PERFORMED_BY", work("W1", null).ref(), new RawNode.Ref("Contractor", "WRK")),
						edge("PERFORMED_BY", work("W2", TODAY).ref(), new RawNode.Ref("Contractor", "OLD")),
						edge("RESEARCHED_BY", work("W3", null).ref(), new RawNode.Ref("Institution", "UNI")),
						edge("PART_OF_WORK", work("W3", null).ref(), program),
						edge("PART_OF_WORK", work("W1", null).ref(), program),
						edge("PART_OF_WORK", work("W2", TODAY).ref(), program)));
	}

	private static RawNode.Ref nation(String code) {
		return new RawNode.Ref("Nation", code);
	}

	private static RawNode work(String key, @Nullable String until) {
		return record("WorkShare", key, "PUBLIC", null, null).with("until", until);
	}

	private static RawNode record(String type, String key, String marking, @Nullable String release,
			@Nullable String originator) {
		Map<String, @Nullable Object> facts = new HashMap<>();
		facts.put("marking", marking);
		facts.put("releasableTo", (release != null) ? List.of(release) : List.of());
		facts.put("originator", originator);
		facts.put("industryReleasable", true);
		return new RawNode(type, key, facts);
	}

	private static RawEdge edge(String type, RawNode.Ref from, RawNode.Ref to) {
		return new RawEdge(type, from, to, type + from + to, Map.of());
	}

}
