package org.jointregistry.bookmark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Driver;
import org.neo4j.fabric.bolt.QueryRouterBookmark;
import org.neo4j.fabric.bolt.QueryRouterBookmark.InternalGraphState;
import org.neo4j.fabric.bookmark.BookmarkFormat;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.costsharing.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Whoever brings a bookmark is answered from all that was written up to it, and waits
 * where that is not there yet.
 */
@RegistryTest
class BookmarkTests {

	/** More commits than the database makes by itself meanwhile. */
	private static final int AHEAD = 10;

	private static final String RECORD = """
			mutation ($input: ContributionRecordInput!) { contributionRecord(input: $input) {
			  contribution { key } errors { code } } }
			""";

	private static final String STANDARDS = "{ standards(where: {key: {eq: \"FX-BOOKMARK\"}}) { totalCount } }";

	private static final String WRITE = "MERGE (made:FxBookmark) SET made.at = $at";

	private static final String CLEAR = """
			MATCH (made) WHERE made:IdempotencyRecord OR made:AuditEntry OR made:FxBookmark OR made.key STARTS WITH 'CR-'
			DETACH DELETE made
			""";

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private SealedBookmarks sealed;

	@AfterEach
	void clear() {
		this.driver.executableQuery(CLEAR).execute();
	}

	@Test
	void aMutationGivesOneAndAQueryNone() {
		Answer written = record();
		assertThat(this.sealed.open(written.header(Bookmarks.HEADER)).orElseThrow()).isNotEmpty();
		assertThat(this.registry.as("viewer-deu").query(STANDARDS).header(Bookmarks.HEADER)).isEmpty();
	}

	private Answer record() {
		Map<String, Object> input = Map.of("idempotencyKey", UUID.randomUUID().toString(), "program",
				Stage.id("Program", "FX-OSPREY"), "contributor", Stage.id("Nation", "DEU"), "kind", "CALLED", "form",
				"CASH", "amount", "5", "currency", "EUR");
		Answer written = this.registry.as("manager-efa").query(RECORD, Map.of("input", input));
		assertThat(written.data("/contributionRecord/contribution/key").asString("")).as(written.text()).isNotEmpty();
		return written;
	}

	@Test
	void whoBringsOneWaitsUntilThatIsWritten() throws Exception {
		String later = later(AHEAD);
		try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Answer> asked = thread.submit(() -> with(later));
			assertThatThrownBy(() -> asked.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
			for (int commit = 0; commit < AHEAD; commit++) {
				write();
			}
			assertThat(asked.get(20, TimeUnit.SECONDS).data("/standards/totalCount").asInt(-1)).isZero();
		}
	}

	@Test
	void whatWasWrittenBeforeIsWaitedForByNobody() {
		String past = later(0);
		write();
		assertThat(with(past).errorCodes()).isEmpty();
	}

	@Test
	void whatIsNoneOfThisRegistryIsRefusedAndNobodyElseIsHeldUp() {
		for (String bookmark : List.of("FB:kcwQ", "x", "")) {
			Answer answer = with(bookmark);
			assertThat(answer.errorCodes()).as(answer.text()).containsExactly("BAD_INPUT");
			assertThat(answer.errors().at("/0/message").asString()).contains(Bookmarks.HEADER);
		}
		assertThat(this.registry.as("viewer-deu").query(STANDARDS).errorCodes()).isEmpty();
	}

	@Test
	void whatIsOfAnotherDatabaseIsWaitedForByNobody() {
		assertThat(with(sealed(new InternalGraphState(UUID.randomUUID(), 1))).errorCodes()).isEmpty();
	}

	@Test
	@EnabledIfSystemProperty(named = "failures", matches = "true",
			disabledReason = "Half a minute is waited for by the profile nightly alone")
	void whatNeverComesIsUnavailableAndNobodyElseIsHeldUp() {
		Answer answer = with(later(1_000_000));
		assertThat(answer.errorCodes()).as(answer.text()).containsExactly("UNAVAILABLE");
		assertThat(this.registry.as("viewer-deu").query(STANDARDS).errorCodes()).isEmpty();
	}

	private Answer with(String bookmark) {
		return this.registry.as("viewer-deu").header(Bookmarks.HEADER, bookmark).query(STANDARDS);
	}

	private void write() {
		this.driver.executableQuery(WRITE).withParameters(Map.of("at", UUID.randomUUID().toString())).execute();
	}

	/** A bookmark of the last commit, or of one that comes after it. */
	private String later(int commits) {
		write();
		List<String> known = this.driver.executableQueryBookmarkManager()
			.getBookmarks()
			.stream()
			.map(Bookmark::value)
			.toList();
		InternalGraphState last = BookmarkFormat.parse(known)
			.stream()
			.flatMap((bookmark) -> bookmark.internalGraphStates().stream())
			.reduce((one, other) -> (one.transactionId() > other.transactionId()) ? one : other)
			.orElseThrow();
		return sealed(new InternalGraphState(last.graphUuid(), last.transactionId() + commits));
	}

	private String sealed(InternalGraphState state) {
		return this.sealed
			.seal(Set.of(Bookmark.from(BookmarkFormat.serialize(new QueryRouterBookmark(List.of(state), List.of())))));
	}

}
