package org.jointregistry.events;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events come as server-sent events too, and with them everything else that is asked so.
 */
@RegistryTest
class ServerSentTests {

	private static final String EVENTS = "subscription { contributionRecorded { cursor contribution { key } } }";

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

	private EventStream stream(String client, String document) {
		return new EventStream(this.registry.url(), this.registry.tokens().of(client), document);
	}

	@Test
	void whoSeesItIsToldAndWhoDoesNotIsNot() {
		try (EventStream germany = stream("viewer-deu", EVENTS); EventStream america = stream("viewer-usa", EVENTS)) {
			String hidden = this.ledger.hidden();
			String open = this.ledger.open();
			assertThat(key(germany)).isEqualTo(hidden);
			assertThat(key(germany)).isEqualTo(open);
			assertThat(key(america)).isEqualTo(open);
		}
	}

	private static String key(EventStream stream) {
		return stream.next().at("/data/contributionRecorded/contribution/key").asString();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			subscription { contributionRecorded(after: "x") { cursor } }          | BAD_CURSOR
			subscription { contributionRecorded(program: "x") { cursor } }        | NOT_FOUND
			subscription { recordChanged(types: ["Nobody"]) { cursor } }          | BAD_INPUT
			subscription { contributionRecorded { nothing } }                     | GRAPHQL_VALIDATION_FAILED
			subscription { contributionRecorded { cursor                          | GRAPHQL_PARSE_FAILED
			""")
	void whatIsWrongIsToldAsElsewhere(String document, String code) {
		try (EventStream stream = stream("viewer-deu", document)) {
			JsonNode answer = stream.next();
			assertThat(answer.at("/errors/0/extensions/code").asString()).as(answer.toString()).isEqualTo(code);
			assertThat(answer.at("/errors/0/extensions/requestId").asString()).isNotEmpty();
			assertThat(stream.next().isMissingNode()).isTrue();
		}
	}

	@Test
	void whatAsksForTooMuchIsRefused() {
		String relations = "programs { nodes { contributions { nodes { ".repeat(6) + "key" + " } } } }".repeat(6);
		String document = "subscription { contributionRecorded { contribution { %s } } }".formatted(relations);
		try (EventStream stream = stream("viewer-deu", document)) {
			assertThat(stream.next().at("/errors/0/extensions/code").asString()).isEqualTo("TOO_COSTLY");
		}
	}

	@Test
	void aQueryIsAnsweredByOneEvent() {
		try (EventStream stream = stream("viewer-deu", "{ programs { totalCount } }")) {
			assertThat(stream.next().at("/data/programs/totalCount").asInt()).isPositive();
			assertThat(stream.next().isMissingNode()).isTrue();
		}
	}

	@Test
	void withoutAStreamNobodySubscribes() {
		Answer answer = this.registry.as("viewer-deu").query(EVENTS);
		assertThat(answer.errorCodes()).containsExactly("BAD_INPUT");
		assertThat(answer.errors().at("/0/extensions/requestId").asString()).isNotEmpty();
	}

}
