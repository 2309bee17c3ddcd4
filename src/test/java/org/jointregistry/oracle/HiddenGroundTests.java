package org.jointregistry.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A technology of Germany's is used by a program that Germany sees, by one that it does
 * not see, and by one that it sees without seeing that it uses the technology. Who sees
 * the technology by what is hidden from Germany is told to auditors and not to Germany.
 */
@OracleTest
class HiddenGroundTests {

	private static final String ASKED = """
			{
			  technologies {
			    nodes {
			      visibleTo { roles nation organization program grounds { sentence community program agreement } }
			    }
			  }
			}
			""";

	private static final RawNode.Ref TECHNOLOGY = new RawNode.Ref("Technology", "T");

	private static final RawNode.Ref KNOWN = new RawNode.Ref("Program", "KNOWN");

	private static final RawNode.Ref HIDDEN = new RawNode.Ref("Program", "HIDDEN");

	private static final RawNode.Ref SECRET = new RawNode.Ref("Program", "SECRET");

	@Autowired
	private GeneratedRegistry registry;

	@Test
	void noGroundIsHidden() {
		this.registry.load(graph());
		assertThat(told(AsSeenBy.AUDITOR)).containsExactlyInAnyOrder("DEU 6", "ITA 4 KNOWN", "ITA 4 HIDDEN",
				"SWE 4 KNOWN", "SWE 4 SECRET", "C 9 KNOWN", "D 9 KNOWN", "E 9 KNOWN", "I 9 KNOWN", "J 9 KNOWN",
				"8 KNOWN", "8 HIDDEN", "8 SECRET", "10", "10");
		assertThat(told(new Asker("germany", Set.of("NATIONAL_VIEWER"), "DEU", null, Set.of())))
			.containsExactlyInAnyOrder("DEU 6", "ITA 4 KNOWN", "C 9 KNOWN", "I 9 KNOWN", "8 KNOWN", "10", "10");
	}

	private List<String> told(Asker asker) {
		List<Audiences.Line> lines = Audiences
			.read(this.registry.ask(asker, new DocumentWriter.Document(ASKED, Map.of()))
				.data("/technologies/nodes/0/visibleTo"));
		return Objects.requireNonNull(lines)
			.stream()
			.map((line) -> "%s%s %d %s".formatted(line.nation(), line.organization(), line.sentence(), line.through())
				.strip())
			.toList();
	}

	/**
	 * Sweden's part in the known program is Italy's secret, and so are the contractor D,
	 * the institution J and the work that E does.
	 */
	private static RawGraph graph() {
		RawNode.Ref contractor = new RawNode.Ref("Contractor", "C");
		RawNode.Ref hidden = new RawNode.Ref("Contractor", "D");
		RawNode.Ref hiddenWorker = new RawNode.Ref("Contractor", "E");
		RawNode.Ref institution = new RawNode.Ref("Institution", "I");
		RawNode.Ref hiddenInstitution = new RawNode.Ref("Institution", "J");
		RawNode.Ref work = new RawNode.Ref("WorkShare", "W");
		RawNode.Ref research = new RawNode.Ref("WorkShare", "R");
		RawNode.Ref researchOfHidden = new RawNode.Ref("WorkShare", "S");
		RawNode.Ref workOfHidden = new RawNode.Ref("WorkShare", "V");
		RawNode.Ref hiddenWork = new RawNode.Ref("WorkShare", "U");
		List<RawNode> nodes = List.of(record(nation("DEU"), "PUBLIC", null), record(nation("ITA"), "PUBLIC", null),
				record(nation("SWE"), "PUBLIC", null), record(TECHNOLOGY, "PARTNERS", "DEU"),
				record(KNOWN, "PUBLIC", null), record(HIDDEN, "ORIGINATOR", "ITA"), record(SECRET, "PUBLIC", null),
				record(contractor, "PUBLIC", null), record(hidden, "ORIGINATOR", "ITA"),
				record(hiddenWorker, "PUBLIC", null), record(work, "PUBLIC", null),
				record(workOfHidden, "PUBLIC", null), record(hiddenWork, "ORIGINATOR", "ITA"),
				record(institution, "PUBLIC", null), record(hiddenInstitution, "ORIGINATOR", "ITA"),
				record(research, "PUBLIC", null), record(researchOfHidden, "PUBLIC", null));
		return RawGraph.of(nodes, List.of(edge("USES", KNOWN, TECHNOLOGY, null), edge("USES", HIDDEN, TECHNOLOGY, null),
				edge("USES", SECRET, TECHNOLOGY, "ITA"), edge("PARTICIPATES_IN", nation("ITA"), KNOWN, null),
				edge("PARTICIPATES_IN", nation("ITA"), HIDDEN, null),
				edge("PARTICIPATES_IN", nation("SWE"), SECRET, null),
				edge("PARTICIPATES_IN", nation("SWE"), KNOWN, "ITA"), edge("PERFORMED_BY", work, contractor, null),
				edge("PART_OF_WORK", work, KNOWN, null), edge("PERFORMED_BY", workOfHidden, hidden, null),
				edge("PART_OF_WORK", workOfHidden, KNOWN, null), edge("PERFORMED_BY", hiddenWork, hiddenWorker, null),
				edge("PART_OF_WORK", hiddenWork, KNOWN, null), edge("RESEARCHED_BY", research, institution, null),
				edge("PART_OF_WORK", research, KNOWN, null),
				edge("RESEARCHED_BY", researchOfHidden, hiddenInstitution, null),
				edge("PART_OF_WORK", researchOfHidden, KNOWN, null)));
	}

	private static RawNode.Ref nation(String code) {
		return new RawNode.Ref("Nation", code);
	}

	private static RawNode record(RawNode.Ref ref, String marking, @Nullable String originator) {
		return new RawNode(ref.type(), ref.key(), facts(marking, originator));
	}

	/** Public as its ends are, or marked as the originator's alone. */
	private static RawEdge edge(String type, RawNode.Ref from, RawNode.Ref to, @Nullable String originator) {
		Map<String, @Nullable Object> facts = facts((originator != null) ? "ORIGINATOR" : null, originator);
		facts.put("role", "PARTNER");
		return new RawEdge(type, from, to, type + from + to, facts);
	}

	private static Map<String, @Nullable Object> facts(@Nullable String marking, @Nullable String originator) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		facts.put("marking", marking);
		facts.put("originator", originator);
		facts.put("releasableTo", List.of());
		facts.put("industryReleasable", true);
		return facts;
	}

}
