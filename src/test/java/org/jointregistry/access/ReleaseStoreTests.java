package org.jointregistry.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.RegistryTest;
import org.jointregistry.read.GraphModel;
import org.jointregistry.read.NodeType;
import org.jointregistry.shared.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Releases and the words of names are stored twice, and both say the same.
 */
@RegistryTest
class ReleaseStoreTests {

	private static final String DIFFERING = """
			MATCH (n) WHERE n.releasedTo IS NOT NULL OR EXISTS { (n)-[:RELEASED_TO]->() }
			WITH n, COLLECT { MATCH (n)-[:RELEASED_TO]->(a:Audience) RETURN a.token ORDER BY a.token } AS tokens,
			  COLLECT { MATCH (n)-[r:RELEASED_TO]->(a) RETURN r.scope = labels(n)[0] + '/' + a.token AND r.key = n.key }
			    AS kept
			WHERE tokens <> COLLECT { UNWIND coalesce(n.releasedTo, []) AS token RETURN token ORDER BY token }
			  OR false IN kept
			RETURN labels(n)[0] + ' ' + n.key AS record""";

	/** Records whose entries by words are not those of their words and audiences. */
	private static final String MISPLACED = """
			MATCH (n) WHERE n.words IS NOT NULL OR EXISTS { (n)-[:FOUND_BY]->() }
			WITH n, COLLECT { MATCH (n)-[r:FOUND_BY]->(a:Audience) WITH r.word + ' ' + a.token AS entry
			    RETURN entry ORDER BY entry } AS entries,
			  COLLECT { UNWIND coalesce(n.words, []) AS word UNWIND coalesce(n.releasedTo, []) + ['*'] AS token
			    WITH word + ' ' + token AS entry RETURN entry ORDER BY entry } AS expected,
			  COLLECT { MATCH (n)-[r:FOUND_BY]->(a) RETURN r.scope = labels(n)[0] + '/' + a.token AND r.key = n.key }
			    AS kept
			WHERE entries <> expected OR false IN kept
			RETURN labels(n)[0] + ' ' + n.key AS record""";

	/** Records whose releases at a place are not those of their edges and audiences. */
	private static final String DISPLACED = """
			MATCH (n:%1$s)
			WITH n, COLLECT { MATCH (n)-[r:RELEASED_AT]->(a:Audience) WHERE r.scope = $scope + a.token
			    WITH r.at + ' ' + a.token + ' ' + r.key AS entry RETURN entry ORDER BY entry } AS entries,
			  COLLECT { MATCH (n)%2$s(at:%3$s) UNWIND coalesce(n.releasedTo, []) + ['*'] AS token
			    WITH DISTINCT at.key + ' ' + token + ' ' + n.key AS entry RETURN entry ORDER BY entry } AS expected
			WHERE entries <> expected
			RETURN n.key AS record""";

	/** Nodes that do not keep an audience that finds a record at them. */
	private static final String UNKEPT = """
			MATCH (n:%1$s)%2$s(at:%3$s)
			WHERE any(token IN n.releasedTo WHERE NOT token IN coalesce(at[$scope], []))
			RETURN at.key + ' ' + n.key AS record""";

	/** What the schema marks as searched, by label. */
	private static final Map<String, List<String>> NAMES = Map.ofEntries(
			Map.entry("Agreement", List.of("title", "shortName")), Map.entry("Approval", List.of("body")),
			Map.entry("Decision", List.of("title")), Map.entry("Dispute", List.of("subject")),
			Map.entry("GovernanceBody", List.of("name")), Map.entry("Threat", List.of("name")),
			Map.entry("Community", List.of("key", "name")), Map.entry("Contractor", List.of("name")),
			Map.entry("CostShareKey", List.of("scheme")), Map.entry("Exercise", List.of("name")),
			Map.entry("InnovationHub", List.of("name")), Map.entry("LifecycleStage", List.of("name")),
			Map.entry("ProtectiveMarking", List.of("level")), Map.entry("Institution", List.of("name")),
			Map.entry("Nation", List.of("name")), Map.entry("PartyRole", List.of("name")),
			Map.entry("Program", List.of("key", "name")), Map.entry("Standard", List.of("key", "title")),
			Map.entry("ExchangeArrangement", List.of("name")), Map.entry("SupportedOperation", List.of("name")),
			Map.entry("Technology", List.of("name")), Map.entry("Milestone", List.of("name")),
			Map.entry("Risk", List.of("title")), Map.entry("WorkPackage", List.of("title")),
			Map.entry("Evaluation", List.of("measure")), Map.entry("Contract", List.of("title")),
			Map.entry("Challenge", List.of("name")), Map.entry("Cohort", List.of("name")),
			Map.entry("TestSite", List.of("name")));

	@Autowired
	private Driver driver;

	@Autowired
	private GraphModel model;

	private final ExecutorService writers = Executors.newSingleThreadExecutor();

	@AfterEach
	void clear() {
		this.writers.shutdownNow();
		this.driver
			.executableQuery(
					"MATCH (n:Technology|Transfer|Program) WHERE n.key STARTS WITH 'FX-RELEASED' DETACH DELETE n")
			.execute();
	}

	@Test
	void listAndRelationshipsAgreeForEveryRecord() {
		assertThat(this.driver.executableQuery("MATCH (n) WHERE n.releasedTo IS NOT NULL RETURN count(n) AS n")
			.execute()
			.records()
			.getFirst()
			.get("n")
			.asLong()).isPositive();
		assertThat(this.driver.executableQuery(DIFFERING).execute().records()).isEmpty();
	}

	@Test
	void whatIsTakenBackIsTakenBackInBoth() {
		this.driver.executableQuery("CREATE (:Technology {key: 'FX-RELEASED'})").execute();
		store(new Release(Marking.PUBLIC, Marking.ORIGINATOR, Set.of("community:NATO"), "DEU", Set.of("P"), Set.of(),
				Set.of(), Set.of(), false));
		assertThat(tokens()).containsExactlyInAnyOrder("public", "community:NATO", "nation:DEU", "office:P");
		store(new Release(Marking.ORIGINATOR, null, Set.of(), "DEU", Set.of(), Set.of(), Set.of(), Set.of(), false));
		assertThat(tokens()).containsExactly("nation:DEU");
		assertThat(this.driver.executableQuery(DIFFERING).execute().records()).isEmpty();
	}

	@Test
	void everyRecordHasTheWordsOfItsNames() {
		List<Record> records = this.driver
			.executableQuery("MATCH (n) WHERE n.releasedTo IS NOT NULL RETURN labels(n)[0] AS label, n AS record")
			.execute()
			.records();
		assertThat(records).isNotEmpty().allSatisfy((row) -> {
			Value record = row.get("record");
			List<String> names = NAMES.getOrDefault(row.get("label").asString(), List.of())
				.stream()
				.map(record::get)
				.filter((name) -> !name.isNull())
				.map(Value::asString)
				.toList();
			assertThat(record.get("words").asList(Value::asString, List.of()))
				.containsExactlyInAnyOrderElementsOf(Words.of(names));
		});
		assertThat(records).filteredOn((row) -> NAMES.containsKey(row.get("label").asString()))
			.allMatch((row) -> !row.get("record").get("words").isNull());
	}

	@Test
	void wordsAndEntriesAgreeForEveryRecord() {
		assertThat(this.driver.executableQuery(MISPLACED).execute().records()).isEmpty();
		assertThat(this.driver.executableQuery("MATCH ()-[r:FOUND_BY]->() RETURN count(r) AS n")
			.execute()
			.records()
			.getFirst()
			.get("n")
			.asLong()).isPositive();
	}

	@Test
	void entriesFollowNamesAndReleases() {
		this.driver.executableQuery("CREATE (:Technology {key: 'FX-RELEASED'})").execute();
		Release germanAndPublic = new Release(Marking.PUBLIC, null, Set.of(), "DEU", Set.of(), Set.of(), Set.of(),
				Set.of(), false);
		store(germanAndPublic, List.of("Łódź radar", "Radar"));
		assertThat(entries()).containsExactlyInAnyOrder("lodz *", "lodz nation:DEU", "lodz public", "radar *",
				"radar nation:DEU", "radar public");
		store(new Release(Marking.ORIGINATOR, null, Set.of(), "DEU", Set.of(), Set.of(), Set.of(), Set.of(), false),
				List.of("Øre radar"));
		assertThat(entries()).containsExactlyInAnyOrder("ore *", "ore nation:DEU", "radar *", "radar nation:DEU");
		assertThat(this.driver.executableQuery(MISPLACED).execute().records()).isEmpty();
		store(germanAndPublic, List.of("-"));
		assertThat(entries()).isEmpty();
	}

	@Test
	void releasesAtNodesFollowTheEdgesOfEveryRecord() {
		assertThat(ReleasePlaces.all()).isNotEmpty().allSatisfy((place) -> assertThat(displaced(place)).isEmpty());
		List<String> known = texts("MATCH ()-[r:RELEASED_AT]->(a) RETURN DISTINCT replace(r.scope, a.token, '')");
		assertThat(known).isNotEmpty().isSubsetOf(ReleasePlaces.all().stream().map(ReleasePlace::scope).toList());
	}

	@Test
	void nodesKeepTheAudiencesThatFindRecordsAtThem() {
		List<ReleasePlace> kept = ReleasePlaces.all().stream().filter((place) -> !place.everywhere()).toList();
		assertThat(kept).isNotEmpty().allSatisfy((place) -> assertThat(found(UNKEPT, place)).isEmpty());
		assertThat(ReleasePlaces.all()).filteredOn(ReleasePlace::everywhere)
			.extracting(ReleasePlace::node)
			.contains("Nation", "Community")
			.doesNotContain("Program", "Contractor");
	}

	@Test
	void recordsAnchoredInNothingAreReleasedToNoAudienceOfProgramsOrAgreements() {
		List<String> unanchored = this.model.nodes()
			.values()
			.stream()
			.flatMap((type) -> type.concretes().stream())
			.filter((type) -> !type.anchored())
			.map(NodeType.Concrete::label)
			.distinct()
			.toList();
		assertThat(unanchored).contains("Nation", "Community", "Contractor", "Standard")
			.doesNotContain("Program", "Agreement", "Contribution", "WorkShare", "CostShareKey");
		assertThat(this.driver.executableQuery("""
				MATCH (n)-[r:RELEASED_TO|RELEASED_AT|FOUND_BY]->(a:Audience)
				WHERE head(labels(n)) IN $labels
				  AND any(kind IN ['partner:', 'party:', 'industry:', 'office:'] WHERE a.token STARTS WITH kind)
				RETURN n.key + ' ' + a.token AS record""")
			.withParameters(Map.of("labels", unanchored))
			.execute()
			.records()).isEmpty();
	}

	@Test
	void nodesKeepAnAudienceWhileItFindsSomething() {
		createTransfers();
		Release both = new Release(Marking.PUBLIC, null, Set.of(), "DEU", Set.of(), Set.of(), Set.of(), Set.of(),
				false);
		StoredReleases published = new StoredReleases("Transfer", both);
		published.store(this.driver, Map.of("FX-RELEASED", List.of(), "FX-RELEASED-LATER", List.of()));
		assertThat(kept()).containsExactlyInAnyOrder("nation:DEU", "public");
		store("Transfer", releasedTo("DEU"), List.of());
		assertThat(kept()).containsExactlyInAnyOrder("nation:DEU", "public");
		new StoredReleases("Transfer", releasedTo("FRA")).store(this.driver, "FX-RELEASED-LATER", List.of());
		assertThat(kept()).containsExactlyInAnyOrder("nation:DEU", "nation:FRA");
		this.driver.executableQuery("MATCH (:Transfer {key: 'FX-RELEASED'})-[edge:UNDER]->() DELETE edge").execute();
		store("Transfer", releasedTo("DEU"), List.of());
		assertThat(kept()).containsExactly("nation:FRA");
	}

	@Test
	void writersAtOnceEachAddTheirAudiences() throws Exception {
		createTransfers();
		besides((first) -> new StoredReleases("Transfer", releasedTo("DEU")).store(first,
				Map.of("FX-RELEASED", List.of())),
				() -> new StoredReleases("Transfer", releasedTo("FRA")).store(this.driver, "FX-RELEASED-LATER",
						List.of()));
		assertThat(kept()).containsExactlyInAnyOrder("nation:DEU", "nation:FRA");
	}

	@Test
	void anAudienceThatAnotherWriterAddsIsNotTakenAway() throws Exception {
		createTransfers();
		store("Transfer", releasedTo("DEU"), List.of());
		besides((first) -> new StoredReleases("Transfer", releasedTo("DEU")).store(first,
				Map.of("FX-RELEASED-LATER", List.of())), () -> store("Transfer", releasedTo(null), List.of()));
		assertThat(kept()).containsExactly("nation:DEU");
	}

	@Test
	void anAudienceThatAnotherWriterTakesAwayIsAdded() throws Exception {
		createTransfers();
		store("Transfer", releasedTo("DEU"), List.of());
		besides((first) -> new StoredReleases("Transfer", releasedTo("FRA")).store(first,
				Map.of("FX-RELEASED", List.of())),
				() -> new StoredReleases("Transfer", releasedTo("DEU")).store(this.driver, "FX-RELEASED-LATER",
						List.of()));
		assertThat(kept()).containsExactlyInAnyOrder("nation:DEU", "nation:FRA");
	}

	/** Two transfers of one program. */
	private void createTransfers() {
		this.driver.executableQuery("""
				CREATE (program:Program {key: 'FX-RELEASED'})
				CREATE (:Transfer {key: 'FX-RELEASED'})-[:UNDER]->(program)
				CREATE (:Transfer {key: 'FX-RELEASED-LATER'})-[:UNDER]->(program)""").execute();
	}

	private List<String> kept() {
		return texts("""
				MATCH (n:Program {key: 'FX-RELEASED'})
				UNWIND n.`Program<UNDER<Transfer/` AS token
				RETURN token""");
	}

	/** Commits the first when the second waits for it. */
	private void besides(Consumer<Transaction> first, Runnable second) throws Exception {
		try (Session session = this.driver.session(); Transaction transaction = session.beginTransaction()) {
			first.accept(transaction);
			Future<?> waiting = this.writers.submit(second);
			await().until(() -> texts("SHOW TRANSACTIONS YIELD status RETURN status"),
					(statuses) -> statuses.stream().anyMatch((status) -> status.startsWith("Blocked")));
			transaction.commit();
			waiting.get(20, TimeUnit.SECONDS);
		}
	}

	private static Release releasedTo(@Nullable String nation) {
		return new Release(Marking.ORIGINATOR, null, Set.of(), nation, Set.of(), Set.of(), Set.of(), Set.of(), false);
	}

	@Test
	void releasesAtNodesAreTakenBackWithEdgesAndAudiences() {
		this.driver.executableQuery("""
				MATCH (program:Program {key: 'EFA'})
				MATCH (technology:Technology) WITH program, technology LIMIT 1
				CREATE (:Transfer {key: 'FX-RELEASED'})-[:UNDER]->(program)
				WITH technology
				MATCH (n:Transfer {key: 'FX-RELEASED'})
				CREATE (n)-[:OF]->(technology)""").execute();
		Release both = new Release(Marking.PUBLIC, null, Set.of(), "DEU", Set.of(), Set.of(), Set.of(), Set.of(),
				false);
		store("Transfer", both, List.of());
		assertThat(placed()).containsExactlyInAnyOrder("Program *", "Program nation:DEU", "Program public",
				"Technology *", "Technology nation:DEU", "Technology public");
		this.driver.executableQuery("MATCH (:Transfer {key: 'FX-RELEASED'})-[edge:OF]->() DELETE edge").execute();
		store("Transfer", both, List.of());
		assertThat(placed()).containsExactlyInAnyOrder("Program *", "Program nation:DEU", "Program public");
		store("Transfer",
				new Release(Marking.ORIGINATOR, null, Set.of(), "DEU", Set.of(), Set.of(), Set.of(), Set.of(), false),
				List.of());
		assertThat(placed()).containsExactlyInAnyOrder("Program *", "Program nation:DEU");
	}

	private List<String> placed() {
		return texts("""
				MATCH (:Transfer {key: 'FX-RELEASED'})-[r:RELEASED_AT]->(a)
				RETURN split(r.scope, '<')[0] + ' ' + a.token""");
	}

	private List<String> displaced(ReleasePlace place) {
		return found(DISPLACED, place);
	}

	private List<String> found(String query, ReleasePlace place) {
		String edge = (place.outgoing() ? "<-[:%s]-" : "-[:%s]->").formatted(place.relationship());
		return this.driver.executableQuery(query.formatted(place.label(), edge, place.node()))
			.withParameters(Map.of("scope", place.scope()))
			.execute()
			.records()
			.stream()
			.map((row) -> row.get("record").asString())
			.toList();
	}

	private void store(Release release) {
		store(release, List.of());
	}

	private void store(Release release, List<String> names) {
		store("Technology", release, names);
	}

	private void store(String label, Release release, List<String> names) {
		new StoredReleases(label, release).store(this.driver, "FX-RELEASED", names);
	}

	private List<String> tokens() {
		return texts("MATCH (:Technology {key: 'FX-RELEASED'})-[:RELEASED_TO]->(a:Audience) RETURN a.token");
	}

	private List<String> entries() {
		return texts("""
				MATCH (:Technology {key: 'FX-RELEASED'})-[r:FOUND_BY]->(a:Audience)
				RETURN r.word + ' ' + a.token""");
	}

	private List<String> texts(String query) {
		return this.driver.executableQuery(query)
			.execute()
			.records()
			.stream()
			.map((row) -> row.get(0).asString())
			.toList();
	}

}
