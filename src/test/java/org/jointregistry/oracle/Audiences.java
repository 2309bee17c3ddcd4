package org.jointregistry.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who may see a record and why, sentence by sentence, from what a graph says: the whole
 * graph for an auditor, what the originator's viewer sees of it for the originator.
 */
final class Audiences {

	private static final String ALL = "NATIONAL_VIEWER NATIONAL_DELEGATE PROGRAM_MANAGER INDUSTRY REGISTRAR AUDITOR";

	private static final String NATIONAL = "NATIONAL_VIEWER NATIONAL_DELEGATE";

	private final RawGraph graph;

	private final String today;

	private final RawNode record;

	private final Anchors anchors;

	private final Collection<?> releasedTo;

	private final Set<Line> lines = new TreeSet<>();

	private Audiences(RawNode record, RawGraph graph, Sdl sdl, String today) {
		this.graph = graph;
		this.today = today;
		this.record = record;
		this.anchors = Anchors.of(record, graph, sdl);
		this.releasedTo = (record.fact("releasableTo") instanceof Collection<?> tokens) ? tokens : List.of();
	}

	/**
	 * One line for each ground of each audience.
	 * @param record a record of the graph
	 * @param graph what is known
	 * @param sdl the schema
	 * @param today the day in UTC
	 * @return the lines, sorted
	 */
	static Set<Line> of(RawNode record, RawGraph graph, Sdl sdl, String today) {
		Audiences audiences = new Audiences(record, graph, sdl, today);
		audiences.everyone();
		graph.ofType("Nation").forEach((nation) -> audiences.nation(nation.key()));
		audiences.managers();
		audiences.organizations();
		List.of("REGISTRAR", "AUDITOR").forEach((role) -> audiences.lines.add(Line.of(role, "", "", "", 10)));
		return audiences.lines;
	}

	/** Sentence 2. */
	private void everyone() {
		if (is("PUBLIC")) {
			this.lines.add(Line.of(ALL, "", "", "", 2));
		}
	}

	private boolean is(String marking) {
		return marking.equals(this.record.fact("marking"));
	}

	/** Sentences 3 to 7. */
	private void nation(String nation) {
		Line line = Line.of(NATIONAL, nation, "", "", 0);
		Rights rights = Rights.of(new Asker("any", Set.of("NATIONAL_VIEWER"), nation, null, Set.of()), this.graph,
				this.today);
		for (String community : rights.communities()) {
			if (this.releasedTo.contains("community:" + community)) {
				add(is("COMMUNITY"), line.by(3).community(community));
				add(true, line.by(6).community(community));
			}
		}
		both(rights.programs(), this.anchors.programs())
			.forEach((program) -> add(is("PARTNERS"), line.by(4).through(program)));
		both(rights.agreements(), this.anchors.agreements())
			.forEach((agreement) -> add(is("PARTNERS"), line.by(4).agreement(agreement)));
		boolean originator = nation.equals(this.record.fact("originator"));
		add(is("ORIGINATOR") && originator, line.by(5));
		add(originator || this.releasedTo.contains("nation:" + nation), line.by(6));
		add(this.anchors.nations().contains(nation), line.by(7));
	}

	/** Sentence 8. */
	private void managers() {
		this.anchors.programs()
			.forEach((program) -> add(true, Line.of("PROGRAM_MANAGER", "", "", program, 8).through(program)));
	}

	/** Sentence 9. */
	private void organizations() {
		this.anchors.organizations().forEach((key) -> add(true, Line.of("INDUSTRY", "", key, "", 9)));
		boolean shared = is("PARTNERS") && Boolean.TRUE.equals(this.record.fact("industryReleasable"));
		Stream.concat(this.graph.ofType("Contractor").stream(), this.graph.ofType("Institution").stream())
			.map(RawNode::key)
			.forEach((key) -> {
				Asker asker = new Asker("any", Set.of("INDUSTRY"), null, key, Set.of());
				both(Rights.of(asker, this.graph, this.today).worksOn(), this.anchors.programs())
					.forEach((program) -> add(shared, Line.of("INDUSTRY", "", key, "", 9).through(program)));
			});
	}

	private static Stream<String> both(Set<String> one, Set<String> other) {
		return one.stream().filter(other::contains);
	}

	private void add(boolean holds, Line line) {
		if (holds) {
			this.lines.add(line);
		}
	}

	/**
	 * Whether lines name a viewer.
	 * @param lines what is told of a record
	 * @param asker the viewer
	 * @return true where one of them is of such viewers
	 */
	static boolean name(Collection<Line> lines, Asker asker) {
		return lines.stream().anyMatch((line) -> line.names(asker));
	}

	/**
	 * An audience and one of its grounds; empty texts for what does not matter.
	 *
	 * @param roles any of which its viewers have, in their order
	 * @param nation of its viewers
	 * @param organization of its viewers
	 * @param program that its viewers manage
	 * @param sentence that lets them
	 * @param community whose members they are
	 * @param through the program that is the ground
	 * @param agreement that they are party to
	 */
	record Line(String roles, String nation, String organization, String program, int sentence, String community,
			String through, String agreement) implements Comparable<Line> {

		static Line of(String roles, String nation, String organization, String program, int sentence) {
			return new Line(roles, nation, organization, program, sentence, "", "", "");
		}

		private Line by(int sentence) {
			return of(this.roles, this.nation, this.organization, this.program, sentence);
		}

		private Line community(String key) {
			return new Line(this.roles, this.nation, this.organization, this.program, this.sentence, key, "", "");
		}

		private Line through(String key) {
			return new Line(this.roles, this.nation, this.organization, this.program, this.sentence, "", key, "");
		}

		private Line agreement(String key) {
			return new Line(this.roles, this.nation, this.organization, this.program, this.sentence, "", "", key);
		}

		private boolean names(Asker asker) {
			return asker.roles().stream().anyMatch((role) -> names(role, asker));
		}

		private boolean names(String role, Asker asker) {
			boolean named = Set.of(this.roles.split(" ")).contains(role);
			return named && (this.nation.isEmpty() || this.nation.equals(asker.nation()))
					&& (this.organization.isEmpty() || this.organization.equals(asker.organization()))
					&& (this.program.isEmpty() || asker.programs().contains(this.program));
		}

		@Override
		public int compareTo(Line other) {
			return toString().compareTo(other.toString());
		}

	}

	/**
	 * The lines that an answer tells.
	 * @param told the field's value
	 * @return one line for each ground; null for null
	 */
	static @Nullable List<Line> read(JsonNode told) {
		return told.isNull() ? null : told.valueStream().flatMap(Audiences::lines).toList();
	}

	private static Stream<Line> lines(JsonNode audience) {
		String roles = audience.path("roles")
			.valueStream()
			.map((role) -> role.asString())
			.collect(Collectors.joining(" "));
		return audience.path("grounds")
			.valueStream()
			.map((ground) -> new Line(roles, text(audience, "nation"), text(audience, "organization"),
					text(audience, "program"), ground.path("sentence").asInt(), text(ground, "community"),
					text(ground, "program"), text(ground, "agreement")));
	}

	private static String text(JsonNode node, String field) {
		return node.path(field).isNull() ? "" : node.path(field).stringValue();
	}

}
