package org.jointregistry.events;

import java.util.Date;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jointregistry.GraphqlSocket;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Subscribers are told of what they see, once each, and of nothing else. What does not
 * come is shown by what comes after it.
 */
@RegistryTest
class SubscriptionTests {

	private static final String EVENTS = "subscription { contributionRecorded%s { cursor mutation contribution { key amount } } }";

	private static final String CHANGES = "subscription { recordChanged%s { cursor kind a: record { key } record { ... on Contribution { amount } } } }";

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private Places places;

	private Ledger ledger;

	@BeforeEach
	void set() {
		this.ledger = new Ledger(this.driver, this.registry);
	}

	@AfterEach
	void clear() throws InterruptedException {
		// The server notices that a stream was left when it writes to it
		for (int tries = 0; tries < 100 && !this.places.areFree(); tries++) {
			this.ledger.open();
			Thread.sleep(50);
		}
		this.ledger.clear();
		assertThat(this.places.areFree()).isTrue();
	}

	private GraphqlSocket socket(String client) {
		return GraphqlSocket.open(this.registry.url(), this.registry.tokens().of(client));
	}

	private static GraphqlSocket subscribed(GraphqlSocket socket, String document) {
		socket.subscribe("s", document);
		return standing(socket);
	}

	private static GraphqlSocket standing(GraphqlSocket socket) {
		// The answer to a later message shows that the subscription stands
		socket.subscribe("q", "{ __typename }");
		assertThat(socket.next().path("id").asString()).isEqualTo("q");
		assertThat(socket.next().path("type").asString()).isEqualTo("complete");
		return socket;
	}

	private GraphqlSocket subscribed(String client, String document) {
		return subscribed(socket(client), document);
	}

	private static String key(JsonNode message) {
		assertThat(message.path("type").asString()).as(message.toString()).isEqualTo("next");
		assertThat(message.at("/payload/errors").isMissingNode()).as(message.toString()).isTrue();
		return message.at("/payload/data/contributionRecorded/contribution/key").asString();
	}

	private static String cursor(JsonNode message) {
		return message.at("/payload/data/contributionRecorded/cursor").asString();
	}

	private static String code(JsonNode message) {
		assertThat(message.path("type").asString()).as(message.toString()).isEqualTo("error");
		return message.at("/payload/0/extensions/code").asString();
	}

	@Test
	void whoSeesItIsToldOnceAndWhoDoesNotIsNot() {
		try (GraphqlSocket germany = subscribed("viewer-deu", EVENTS.formatted(""));
				GraphqlSocket america = subscribed("viewer-usa", EVENTS.formatted(""))) {
			String hidden = this.ledger.hidden();
			String open = this.ledger.open();
			JsonNode first = germany.next();
			assertThat(key(first)).isEqualTo(hidden);
			assertThat(first.at("/payload/data/contributionRecorded/contribution/amount").asString()).isEqualTo("5");
			assertThat(first.at("/payload/data/contributionRecorded/mutation").asString())
				.isEqualTo("contributionRecord");
			assertThat(key(germany.next())).isEqualTo(open);
			assertThat(key(america.next())).isEqualTo(open);
			String last = this.ledger.open();
			assertThat(key(germany.next())).isEqualTo(last);
			assertThat(key(america.next())).isEqualTo(last);
		}
	}

	@Test
	void recordsOfAllTypesAreToldByTheirInterface() {
		try (GraphqlSocket socket = subscribed("viewer-deu",
				CHANGES.formatted("(types: [\"Contribution\"], program: \"%s\")".formatted(Ledger.PROGRAM)));
				GraphqlSocket others = subscribed("viewer-deu", CHANGES.formatted("(types: [\"Program\"])"));
				GraphqlSocket elsewhere = subscribed("viewer-deu",
						CHANGES.formatted("(program: \"%s\")".formatted(Ledger.id("Program:EFA"))))) {
			String key = this.ledger.hidden();
			JsonNode change = socket.next().at("/payload/data/recordChanged");
			assertThat(change.at("/a/key").asString()).isEqualTo(key);
			assertThat(change.at("/record/amount").asString()).isEqualTo("5");
			assertThat(change.path("kind").asString()).isEqualTo("CREATED");
			this.ledger.hidden();
			socket.next();
			for (GraphqlSocket none : List.of(others, elsewhere)) {
				none.subscribe("q", "{ __typename }");
				assertThat(none.next().path("id").asString()).isEqualTo("q");
			}
		}
	}

	@Test
	void whoSeesNothingOfWhatWasChangedIsToldNothing() {
		this.ledger.openProgram();
		String changes = "subscription { recordChanged(types: [\"Program\"]) { mutation record { ... on Program { name costAmount } } } }";
		try (GraphqlSocket america = subscribed("viewer-usa", changes);
				GraphqlSocket registrar = subscribed("registrar", changes)) {
			this.ledger.reviseProgram(1, Map.of("costAmount", "7"));
			assertThat(registrar.next().at("/payload/data/recordChanged/record/costAmount").asString()).isEqualTo("7");
			this.ledger.reviseProgram(2, Map.of("name", "Renamed"));
			JsonNode told = america.next().at("/payload/data/recordChanged/record");
			assertThat(told.path("name").asString()).isEqualTo("Renamed");
			assertThat(told.path("costAmount").isNull()).isTrue();
			this.ledger.reviseProgram(3, Map.of("agreement", Ledger.id("Agreement:FX-EVT-SECRET")));
			this.ledger.reviseProgram(3, Map.of("name", "Renamed again"));
			assertThat(america.next().at("/payload/data/recordChanged/record/name").asString())
				.isEqualTo("Renamed again");
		}
		finally {
			this.ledger.clearProgram();
		}
	}

	@Test
	void whoLosesSightIsToldNothingMore() {
		try (GraphqlSocket italy = subscribed("viewer-ita", EVENTS.formatted(""))) {
			assertThat(key(italy.next(this.ledger::hidden))).isNotEmpty();
			this.ledger.italyLeaves();
			try {
				this.ledger.hidden();
				String open = this.ledger.open();
				assertThat(key(italy.next())).isEqualTo(open);
				assertThat(key(italy.next(this.ledger::open))).isNotEqualTo(open);
			}
			finally {
				this.ledger.italyIsBack();
			}
			String seen = this.ledger.hidden();
			assertThat(key(italy.next())).isEqualTo(seen);
		}
	}

	@Test
	void aSubscriptionGoesOnFromACursor() {
		String cursor;
		try (GraphqlSocket socket = subscribed("viewer-usa", EVENTS.formatted(""))) {
			cursor = cursor(socket.next(this.ledger::open));
		}
		for (int i = 0; i < 3; i++) {
			this.ledger.hidden();
		}
		List<String> missed = List.of(this.ledger.open(), this.ledger.open());
		try (GraphqlSocket socket = socket("viewer-usa")) {
			socket.subscribe("again", EVENTS.formatted("(after: \"%s\")".formatted(cursor)));
			JsonNode first = socket.next();
			assertThat(key(first)).isEqualTo(missed.getFirst());
			assertThat(key(socket.next())).isEqualTo(missed.getLast());
			String live = this.ledger.open();
			assertThat(key(socket.next())).isEqualTo(live);
			socket.subscribe("yet again", EVENTS.formatted("(after: \"%s\")".formatted(cursor(first))));
			assertThat(key(socket.next())).isEqualTo(missed.getLast());
			assertThat(key(socket.next())).isEqualTo(live);
		}
	}

	@Test
	void aCursorIsOfOneSubscriptionAndViewer() {
		String cursor;
		try (GraphqlSocket socket = subscribed("viewer-deu", EVENTS.formatted(""))) {
			cursor = cursor(socket.next(this.ledger::open));
		}
		String after = "(after: \"%s\")".formatted(cursor);
		String list = this.registry.as("viewer-deu")
			.query("{ contributions(first: 1) { pageInfo { endCursor } } }")
			.data("/contributions/pageInfo/endCursor")
			.asString();
		Map<String, String> wrong = Map.of("viewer-usa", EVENTS.formatted(after), "viewer-deu",
				CHANGES.formatted(after), "viewer-ita", EVENTS.formatted("(after: \"nonsense\")"), "viewer-swe",
				EVENTS.formatted("(after: \"%s\")".formatted(list)));
		wrong.forEach((client, document) -> {
			try (GraphqlSocket socket = socket(client)) {
				socket.subscribe("s", document);
				assertThat(code(socket.next())).isEqualTo("BAD_CURSOR");
			}
		});
		try (GraphqlSocket socket = socket("viewer-deu")) {
			socket.subscribe("s",
					EVENTS.formatted("(after: \"%s\", program: \"%s\")".formatted(cursor, Ledger.PROGRAM)));
			assertThat(code(socket.next())).isEqualTo("BAD_CURSOR");
		}
	}

	@Test
	void aProgramThatIsNotSeenIsNotFound() {
		try (GraphqlSocket socket = socket("viewer-usa")) {
			socket.subscribe("s", EVENTS.formatted("(program: \"%s\")".formatted(Ledger.PROGRAM)));
			JsonNode hidden = socket.next();
			assertThat(code(hidden)).isEqualTo("NOT_FOUND");
			socket.subscribe("s", EVENTS.formatted("(program: \"%s\")".formatted(Ledger.id("Program:FX-NEVER"))));
			assertThat(socket.next()).isEqualTo(hidden);
			socket.subscribe("s", CHANGES.formatted("(types: [\"AuditEntry\"])"));
			assertThat(code(socket.next())).isEqualTo("BAD_INPUT");
		}
	}

	@Test
	void theEndOfTheTokenIsTheEndOfTheSubscription() {
		String token = this.registry.tokens()
			.minted((claims) -> claims.expirationTime(Date.from(Instant.now().plusSeconds(3)))
				.claim("roles", List.of("AUDITOR")));
		try (GraphqlSocket socket = subscribed(GraphqlSocket.open(this.registry.url(), token), EVENTS.formatted(""))) {
			assertThat(code(socket.next())).isEqualTo("UNAUTHENTICATED");
			socket.subscribe("q", "{ programs { totalCount } }");
			JsonNode answer = socket.next();
			assertThat(answer.at("/payload/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
			assertThat(answer.at("/payload/data").isNull() || answer.at("/payload/data").isMissingNode()).isTrue();
		}
	}

	@Test
	void aClientHasSoManySubscriptionsAndNoMore() {
		try (GraphqlSocket socket = socket("viewer-swe")) {
			for (int i = 0; i < 20; i++) {
				socket.subscribe("s" + i, EVENTS.formatted(""));
			}
			standing(socket);
			socket.subscribe("one more", EVENTS.formatted(""));
			assertThat(code(socket.next())).isEqualTo("OVERLOADED");
			socket.complete("s0");
			subscribed(socket, EVENTS.formatted(""));
		}
	}

	@Test
	void aGapInTheTrailDoesNotHoldUpWhatComesAfter() {
		try (GraphqlSocket socket = subscribed("viewer-usa", EVENTS.formatted(""))) {
			this.ledger.run("MATCH (head:AuditChain) SET head.sequence = coalesce(head.sequence, 0) + 3");
			String key = this.ledger.open();
			assertThat(key(socket.next())).isEqualTo(key);
		}
	}

	@Test
	void withoutAViewerASocketIsClosed() {
		String url = this.registry.url();
		String nobody = this.registry.tokens().minted((claims) -> {
		});
		List<Map<String, String>> payloads = List.of(Map.of(), Map.of("Authorization", "Bearer x"),
				Map.of("Authorization", nobody), Map.of("Authorization", "Bearer " + nobody));
		for (Map<String, String> payload : payloads) {
			assertThat(new GraphqlSocket(url, null, payload).closed()).isEqualTo(4401);
		}
		GraphqlSocket header = new GraphqlSocket(url, "Bearer " + this.registry.tokens().of("viewer-deu"), Map.of());
		assertThat(header.next().path("type").asString()).isEqualTo("connection_ack");
		header.close();
	}

}
