package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

import org.jointregistry.importing.Match.Ground;
import org.jointregistry.recording.NodeRef;

/**
 * The contractors and institutions that rows may be about.
 */
final class KnownOrganizations {

	private static final String KNOWN = """
			MATCH (n:Contractor|Institution)
			WITH n, coalesce(n.identifiers, []) + CASE WHEN n.pic IS NULL THEN [] ELSE ['PIC:' + n.pic] END AS identifiers,
			  [(n)-[:SEATED_IN]->(nation) | nation.key] AS nations
			WHERE any(identifier IN identifiers WHERE identifier IN $identifiers)
			  OR any(nation IN nations WHERE nation IN $nations)
			RETURN labels(n)[0] AS label, n.key AS key, n.name AS name, identifiers, nations""";

	private final Map<NodeRef, Known> all = new HashMap<>();

	private final Map<Known, Set<String>> identifiers = new HashMap<>();

	private final Map<String, Set<Known>> byIdentifier = new HashMap<>();

	private final Map<String, List<Known>> byNation = new HashMap<>();

	/**
	 * Reads those that may be meant: none where rows name none.
	 * @param graph a transaction
	 * @param identifiers what rows know them by
	 * @param nations keys of the nations that rows name
	 */
	KnownOrganizations(TransactionContext graph, Set<String> identifiers, Set<String> nations) {
		if (identifiers.isEmpty() && nations.isEmpty()) {
			return;
		}
		graph.run(KNOWN, Map.of("identifiers", identifiers, "nations", nations))
			.forEachRemaining((row) -> add(
					new Known(new NodeRef(row.get("label").asString(), row.get("key").asString()),
							OrganizationNames.plain(row.get("name").asString("")),
							row.get("nations").asList(Value::asString).stream().findFirst().orElse(null)),
					row.get("identifiers").asList(Value::asString)));
	}

	private void add(Known known, Collection<String> identifiers) {
		this.all.put(known.record(), known);
		this.identifiers.put(known, new TreeSet<>());
		learn(known, identifiers);
		this.byNation.computeIfAbsent(Objects.requireNonNullElse(known.nation(), ""), (key) -> new ArrayList<>())
			.add(known);
	}

	private boolean learn(Known known, Collection<String> others) {
		others.forEach((each) -> this.byIdentifier.computeIfAbsent(each, (key) -> new LinkedHashSet<>()).add(known));
		return identifiers(known).addAll(others);
	}

	private Set<String> identifiers(Known known) {
		return Objects.requireNonNull(this.identifiers.get(known));
	}

	/**
	 * Has later rows know what a row is about.
	 * @param identity an organization that was not there
	 */
	void add(Identity identity) {
		add(new Known(identity.own(), OrganizationNames.plain(identity.name()), identity.nation()),
				identity.identifiers());
	}

	/**
	 * The organization that is known by an identifier.
	 * @param identifier such as {@code PIC:999999999}
	 * @param rejected those that are not meant
	 * @return empty where none or several are
	 */
	Optional<NodeRef> findBy(String identifier, Set<NodeRef> rejected) {
		List<NodeRef> known = this.byIdentifier.getOrDefault(identifier, Set.of())
			.stream()
			.map(Known::record)
			.filter((record) -> !rejected.contains(record))
			.toList();
		return (known.size() == 1) ? Optional.of(known.getFirst()) : Optional.empty();
	}

	/**
	 * Has an organization be known by more.
	 * @param record the organization
	 * @param more what it is known by, too
	 * @return all that it is known by then; empty where that is nothing new
	 */
	Optional<List<String>> learn(NodeRef record, Collection<String> more) {
		return Optional.ofNullable(this.all.get(record))
			.filter((known) -> learn(known, more))
			.map((known) -> List.copyOf(identifiers(known)));
	}

	/**
	 * The organizations that a row may be about.
	 * @param identity what the row says
	 * @param rejected those that it is not about
	 * @return the only one with its identifier, or the only one with its name that no
	 * identifier speaks against; or else all that are doubtful
	 */
	List<Match> matches(Identity identity, Set<NodeRef> rejected) {
		Set<Known> same = new LinkedHashSet<>();
		identity.identifiers().forEach((each) -> same.addAll(this.byIdentifier.getOrDefault(each, Set.of())));
		same.removeIf((known) -> rejected.contains(known.record()));
		return same.isEmpty() ? named(identity, rejected) : matches(identity, same, Ground.SAME_IDENTIFIER);
	}

	private List<Match> named(Identity identity, Set<NodeRef> rejected) {
		List<Known> near = this.byNation.getOrDefault(Objects.requireNonNullElse(identity.nation(), ""), List.of())
			.stream()
			.filter((known) -> !rejected.contains(known.record()))
			.toList();
		String name = OrganizationNames.plain(identity.name());
		List<Known> named = near.stream().filter((known) -> known.name().equals(name)).toList();
		List<Known> free = named.stream().filter((known) -> !isOther(identity, known)).toList();
		if (!free.isEmpty()) {
			return matches(identity, free, Ground.SAME_NAME);
		}
		if (!named.isEmpty()) {
			return matches(identity, named, Ground.SAME_NAME_OTHER_IDENTIFIER);
		}
		return matches(identity,
				near.stream()
					.filter((known) -> !isOther(identity, known) && OrganizationNames.isNear(known.name(), name))
					.toList(),
				Ground.NEAR_NAME);
	}

	private boolean isOther(Identity identity, Known known) {
		return identity.isKnownOtherwise(identifiers(known));
	}

	private static List<Match> matches(Identity identity, Collection<Known> known, Ground ground) {
		boolean certain = ground == Ground.SAME_IDENTIFIER || ground == Ground.SAME_NAME;
		Ground told = (certain && known.size() > 1) ? Ground.SEVERAL : ground;
		return known.stream().map((each) -> new Match(identity, each.record(), told)).toList();
	}

	/**
	 * An organization of the registry.
	 *
	 * @param record the record
	 * @param name its plain name
	 * @param nation the key of the nation of its seat; null where unknown
	 */
	private record Known(NodeRef record, String name, @Nullable String nation) {

	}

}
