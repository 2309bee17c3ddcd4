package org.jointregistry.operation;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.costsharing.Stage;
import org.jointregistry.embedded.DemoClient;

/**
 * Records contributions at any replica, and repeats most of what was not acknowledged at
 * another one. The idempotency key stands in the entry as its note.
 */
final class RovingClient implements Callable<RovingClient> {

	static final String RECORD = """
			mutation ($input: ContributionRecordInput!) { contributionRecord(input: $input) {
			  contribution { key } errors { code } } }
			""";

	private static final String READ = """
			query ($key: String!) { contributions(where: {key: {eq: $key}}) { nodes { key } } }
			""";

	private static final String KEPT = "MATCH (kept:IdempotencyRecord {key: '%s'}) RETURN kept.key";

	/** What a replica may answer that comes or goes. */
	private static final Set<String> PASSING = Set.of("503", "UNAVAILABLE", "OVERLOADED", "TIMEOUT");

	/** Milliseconds in which a request that was begun has its effect. */
	private static final int EFFECT = 500;

	private final Fire fire;

	private final String name;

	private final List<GraphqlSession> sessions;

	private final SplittableRandom random;

	private final Map<String, String> acknowledged = new TreeMap<>();

	private final Set<String> unknown = new TreeSet<>();

	private final List<String> faults = new ArrayList<>();

	private final Map<String, Integer> answers = new TreeMap<>();

	/**
	 * A client.
	 * @param fire what it takes part in
	 * @param number of the client
	 */
	RovingClient(Fire fire, int number) {
		this.fire = fire;
		this.name = "fire-" + number;
		this.random = new SplittableRandom(number);
		this.sessions = fire.fleet()
			.replicas()
			.stream()
			.map((replica) -> fire.fleet().session(replica, DemoClient.MANAGER_EFA, this.name))
			.toList();
	}

	/** Keys of the contributions that were acknowledged, by idempotency key. */
	Map<String, String> acknowledged() {
		return this.acknowledged;
	}

	/** Idempotency keys of which the client was never told what became of them. */
	Set<String> unknown() {
		return this.unknown;
	}

	/** What no replica may ever do, and did. */
	List<String> faults() {
		return this.faults;
	}

	/** How often each kind of answer came. */
	Map<String, Integer> answers() {
		return this.answers;
	}

	@Override
	public RovingClient call() throws InterruptedException {
		for (int number = 0; this.fire.burns(); number++) {
			String key = this.name + "-" + number;
			if (this.random.nextInt(4) == 0) {
				send(key, this.random.nextInt(2), 1);
			}
			else {
				send(key, this.random.nextInt(2), Integer.MAX_VALUE);
			}
			Thread.sleep(this.random.nextInt(50, 150));
		}
		return this;
	}

	/** Sends a command until it is acknowledged, so often at most. */
	private void send(String key, int first, int times) throws InterruptedException {
		this.unknown.add(key);
		for (int time = 0; time < times && (time == 0 || this.fire.burns()); time++) {
			int at = (first + time) % this.sessions.size();
			boolean isRolling = this.fire.isRolling();
			Answer answer = ask(at, RECORD, Map.of("input", input(key)));
			if (answer != null) {
				acknowledge(key, answer);
				goOnAtTheOther(key, answer, 1 - at);
				return;
			}
			if (time == 0 && isRolling) {
				requireNotBegun(key);
			}
			Thread.sleep(this.random.nextInt(50, 250));
		}
	}

	private void acknowledge(String key, Answer answer) {
		this.unknown.remove(key);
		this.acknowledged.put(key, recorded(answer));
		if (!answer.data("/contributionRecord/errors").isEmpty()) {
			this.faults.add(key + " was refused: " + answer.text());
		}
	}

	private static String recorded(Answer answer) {
		return answer.data("/contributionRecord/contribution/key").asString("");
	}

	/** What a replica that was asked to stop has begun, it answers. */
	private void requireNotBegun(String key) throws InterruptedException {
		Thread.sleep(EFFECT);
		if (!this.fire.fleet().database().run(KEPT.formatted(key)).isEmpty()) {
			this.faults.add(key + " had its effect, and its answer was broken off");
		}
	}

	/** Sends a command that was acknowledged again, and reads what it wrote. */
	private void goOnAtTheOther(String key, Answer first, int at) {
		if (this.random.nextInt(3) > 0) {
			return;
		}
		Answer second = ask(at, RECORD, Map.of("input", input(key)));
		if (second != null && !second.data().equals(first.data())) {
			this.faults.add(key + " was answered " + first.data() + " and then " + second.data());
		}
		GraphqlSession reader = this.sessions.get(at).header("Registry-Bookmark", first.header("Registry-Bookmark"));
		Answer read = ask(reader, READ, Map.of("key", recorded(first)));
		if (read != null && !read.all("key").equals(List.of(recorded(first)))) {
			this.faults.add(key + " was not read by its bookmark: " + read.text());
		}
	}

	private @Nullable Answer ask(int at, String document, Map<String, ?> variables) {
		return ask(this.sessions.get(at), document, variables);
	}

	/**
	 * Asks once.
	 * @return the answer; null where there is none, or it says that none can be given
	 */
	private @Nullable Answer ask(GraphqlSession session, String document, Map<String, ?> variables) {
		try {
			Answer answer = session.query(document, variables);
			String kind = kind(answer);
			count(kind);
			if (!kind.equals("done") && !PASSING.contains(kind)) {
				this.faults.add(answer.status() + " " + answer.text());
			}
			return kind.equals("done") ? answer : null;
		}
		catch (UncheckedIOException ex) {
			count((ex.getCause() instanceof ConnectException) ? "away" : "lost");
			return null;
		}
	}

	private static String kind(Answer answer) {
		if (answer.status() != 200) {
			return String.valueOf(answer.status());
		}
		JsonNode errors = answer.errors();
		return errors.isMissingNode() ? "done" : answer.errorCodes().getFirst();
	}

	private void count(String answer) {
		this.answers.merge(answer, 1, Integer::sum);
	}

	/**
	 * The input of a command.
	 * @param key its idempotency key
	 * @return a call for a contribution, the same for the same key
	 */
	static Map<String, Object> input(String key) {
		return Map.of("idempotencyKey", key, "note", key, "program", Stage.id("Program", "EFA"), "contributor",
				Stage.id("Nation", "DEU"), "kind", "CALLED", "form", "CASH", "amount", "5", "currency", "EUR");
	}

}
