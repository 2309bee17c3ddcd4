package org.jointregistry.importing;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.neo4j.driver.TransactionContext;

import org.jointregistry.importing.Draft.EdgeWrite;
import org.jointregistry.importing.Draft.NodeWrite;
import org.jointregistry.importing.Match.Ground;
import org.jointregistry.recording.Locks;
import org.jointregistry.recording.NodeRef;

/**
 * Finds which records of the registry published rows are about, so that none is there
 * twice. What a registrar decided holds first, then the row's own key, then identifiers,
 * then the name. A row that may be about a record, or may not, waits for a registrar.
 * <p>
 * Whoever matches holds a lock until the transaction ends: two files that bring the same
 * organization at the same time bring it once.
 */
final class Matching {

	/** What importers and those who decide matches wait for each other by. */
	static final String LOCK = "importMatches";

	private static final List<String> ORGANIZATIONS = List.of("Contractor", "Institution");

	private static final String DECIDED = """
			UNWIND $keys AS key
			MATCH (m:ImportMatch {subject: key})-[:MAY_BE_ORGANIZATION|MAY_BE_PROGRAM]->(record)
			WHERE m.state <> 'OPEN'
			RETURN key, m.state AS state, labels(record)[0] AS label, record.key AS record""";

	private final TransactionContext graph;

	private final ExistingRecords existing;

	/** What rows with a key are about. */
	private final Map<String, NodeRef> confirmed = new HashMap<>();

	private final Map<String, Set<NodeRef>> rejected = new HashMap<>();

	private final KnownOrganizations organizations;

	private final List<Match> matches = new ArrayList<>();

	/**
	 * Prepares to match rows.
	 * @param graph the transaction that writes them
	 * @param drafts the rows
	 */
	Matching(TransactionContext graph, List<Draft> drafts) {
		this.graph = graph;
		Locks.hold(graph, List.of(LOCK));
		this.existing = new ExistingRecords(graph, drafts);
		Set<String> keys = drafts.stream().flatMap(Matching::named).map(NodeRef::key).collect(Collectors.toSet());
		graph.run(DECIDED, Map.of("keys", keys)).forEachRemaining((row) -> {
			NodeRef record = new NodeRef(row.get("label").asString(), row.get("record").asString());
			if (row.get("state").asString().equals("CONFIRMED")) {
				this.confirmed.put(row.get("key").asString(), record);
			}
			else {
				this.rejected.computeIfAbsent(row.get("key").asString(), (key) -> new HashSet<>()).add(record);
			}
		});
		this.organizations = organizations(graph, drafts, keys);
	}

	private static KnownOrganizations organizations(TransactionContext graph, List<Draft> drafts, Set<String> keys) {
		List<Identity> identities = drafts.stream().flatMap((draft) -> draft.identity().stream()).toList();
		Set<String> identifiers = keys.stream().flatMap((key) -> identifier(key).stream()).collect(Collectors.toSet());
		identities.forEach((identity) -> identifiers.addAll(identity.identifiers()));
		Set<String> nations = identities.stream()
			.flatMap((identity) -> Stream.ofNullable(identity.nation()))
			.collect(Collectors.toSet());
		return new KnownOrganizations(graph, identifiers, nations);
	}

	/** The identifier that a key is made of. */
	private static Optional<String> identifier(String key) {
		return Optional.of(key)
			.filter((own) -> own.startsWith(OrganizationRows.PIC + "-"))
			.map((own) -> own.replaceFirst("-", ":"));
	}

	/** The records that a row names or is about. */
	private static Stream<NodeRef> named(Draft draft) {
		return Stream.concat(draft.references().stream().map(Draft.Reference::node),
				draft.identity().map(Identity::own).stream());
	}

	/**
	 * Matches rows.
	 * @param drafts the rows as they stand in a file
	 * @param findings where those are told that wait for a registrar
	 * @return the others, about the records that they are about
	 */
	List<Draft> settle(List<Draft> drafts, List<Finding> findings) {
		List<Draft> settled = new ArrayList<>();
		for (Draft draft : drafts) {
			Optional<Identity> identity = draft.identity();
			List<Match> doubts = identity.map(this::doubts).orElse(List.of());
			if (doubts.isEmpty()) {
				settled.add(rewritten(draft));
			}
			else {
				this.matches.addAll(doubts);
				findings.add(Finding.rejected(FindingCode.DOUBTFUL_MATCH, draft.line(), identity.orElseThrow().column(),
						"This may be " + doubts.stream().map(Match::told).collect(Collectors.joining(" or "))));
			}
		}
		List<Draft> kept = this.existing.keep(new Contradictions(this.graph, settled).free(settled, findings));
		return kept.stream().map(new ShareEnds(this.graph, kept)::ended).toList();
	}

	/**
	 * Keeps what was matched by name, and what a registrar is to decide.
	 * @param file name of the file
	 * @param at when
	 */
	void keep(String file, ZonedDateTime at) {
		Match.keep(this.graph, this.matches, file, at);
	}

	/**
	 * What was not decided.
	 * @return the matches that wait for a registrar
	 */
	List<Match> doubtful() {
		return this.matches.stream().filter((match) -> !match.isCertain()).toList();
	}

	/** Finds what a row is about, or why that is not known. */
	private List<Match> doubts(Identity identity) {
		NodeRef own = identity.own();
		if (this.confirmed.containsKey(own.key())) {
			return List.of();
		}
		Optional<NodeRef> there = Stream.concat(Stream.of(own.label()), ORGANIZATIONS.stream())
			.map((label) -> new NodeRef(label, own.key()))
			.filter(this.existing::has)
			.findFirst();
		if (there.isPresent()) {
			this.confirmed.put(own.key(), there.get());
			return List.of();
		}
		Set<NodeRef> not = this.rejected.getOrDefault(own.key(), Set.of());
		List<Match> found = identity.isProgram() ? this.existing.programsNamed(identity, not)
				: this.organizations.matches(identity, not);
		if (found.size() == 1 && found.getFirst().isCertain()) {
			this.confirmed.put(own.key(), found.getFirst().record());
			this.matches.addAll((found.getFirst().ground() == Ground.SAME_NAME) ? found : List.of());
			return List.of();
		}
		if (found.isEmpty() && !identity.isProgram()) {
			this.organizations.add(identity);
		}
		return found;
	}

	/**
	 * The row as one about the records that it is about. Who takes part in a project
	 * whose program was there does not take part in that for it.
	 */
	private Draft rewritten(Draft draft) {
		Optional<NodeRef> own = draft.identity().map(Identity::own);
		List<NodeWrite> nodes = new ArrayList<>();
		List<Draft.Reference> references = new ArrayList<>();
		for (NodeWrite node : draft.nodes()) {
			NodeRef record = record(node.node());
			if (record.equals(node.node())) {
				nodes.add(node);
			}
			else {
				references.add(new Draft.Reference(record, draft.identity().map(Identity::column).orElse("")));
			}
		}
		draft.identity().filter((identity) -> !identity.isProgram()).flatMap(this::identifiers).ifPresent(nodes::add);
		draft.references()
			.stream()
			.filter((reference) -> isMeant(reference.node()))
			.map((reference) -> new Draft.Reference(record(reference.node()), reference.column()))
			.forEach(references::add);
		List<EdgeWrite> edges = draft.edges()
			.stream()
			.filter((edge) -> own.filter((about) -> about.equals(edge.from()) && !record(about).equals(about))
				.isEmpty())
			.filter((edge) -> isMeant(edge.to()))
			.filter((edge) -> !edge.type().equals("PARTICIPATES_IN") || record(edge.to()).equals(edge.to()))
			.map((edge) -> new EdgeWrite(edge.type(), record(edge.from()), record(edge.to()), edge.key(), edge.facts(),
					edge.implied()))
			.toList();
		return new Draft(draft.line(), draft.key(), nodes, edges, references, draft.identity());
	}

	/** What another record than the row's own is to be known by from now on. */
	private Optional<NodeWrite> identifiers(Identity identity) {
		NodeRef record = record(identity.own());
		return record.equals(identity.own()) ? Optional.empty()
				: this.organizations.learn(record, identity.identifiers())
					.map((known) -> new NodeWrite(record, Map.of("identifiers", known), false));
	}

	/** The record that a key of a published file stands for. */
	private NodeRef record(NodeRef named) {
		if (!ORGANIZATIONS.contains(named.label()) && !named.label().equals("Program")) {
			return named;
		}
		return organization(named.key()).orElse(named);
	}

	private Optional<NodeRef> organization(String key) {
		return Optional.ofNullable(this.confirmed.get(key))
			.or(() -> ORGANIZATIONS.stream()
				.map((label) -> new NodeRef(label, key))
				.filter(this.existing::has)
				.findFirst())
			.or(() -> identifier(key)
				.flatMap((known) -> this.organizations.findBy(known, this.rejected.getOrDefault(key, Set.of()))));
	}

	/**
	 * Whether a reference is to what is there: of a participant, who may be a contractor
	 * or an institution, one is; where none is there, it is told of the contractor.
	 */
	private boolean isMeant(NodeRef named) {
		return !ORGANIZATIONS.contains(named.label()) || organization(named.key()).map(NodeRef::label)
			.orElse(Objects.requireNonNull(ORGANIZATIONS.getFirst()))
			.equals(named.label());
	}

}
