package org.jointregistry.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.costsharing.Stage;

/**
 * Records contributions and takes some of them back, one after the other, and repeats
 * each request with its idempotency key until it is told what became of it.
 */
final class FireClient implements Callable<FireClient> {

	private static final List<String> NATIONS = List.of("DEU", "ITA", "ESP");

	private static final List<String> KINDS = List.of("PLEDGED", "CALLED", "PAID");

	private final ChildRegistry registry;

	private final String name;

	private final AtomicBoolean ended;

	private final Instant patience;

	private final SplittableRandom random;

	private final List<Written> written = new ArrayList<>();

	private final List<Written> standing = new ArrayList<>();

	private final Map<String, Integer> answers = new TreeMap<>();

	private int requests;

	/**
	 * A client.
	 * @param registry what it writes to
	 * @param number of the client
	 * @param ended whether it writes nothing more
	 * @param patience until when it repeats what was not acknowledged
	 */
	FireClient(ChildRegistry registry, int number, AtomicBoolean ended, Instant patience) {
		this.registry = registry;
		this.name = "fire-" + number;
		this.ended = ended;
		this.patience = patience;
		this.random = new SplittableRandom(number);
	}

	/** What was acknowledged, in its order. */
	List<Written> written() {
		return this.written;
	}

	/** How often each kind of answer came. */
	Map<String, Integer> answers() {
		return this.answers;
	}

	@Override
	public FireClient call() throws InterruptedException {
		while (!this.ended.get()) {
			if (!this.standing.isEmpty() && this.random.nextInt(3) == 0) {
				reverse(this.standing.remove(this.random.nextInt(this.standing.size())));
			}
			else {
				record();
			}
		}
		return this;
	}

	private void record() throws InterruptedException {
		Map<String, Object> input = input();
		input.put("program", Stage.id("Program", "FX-OSPREY"));
		input.put("contributor", Stage.id("Nation", NATIONS.get(this.random.nextInt(NATIONS.size()))));
		input.put("kind", KINDS.get(this.random.nextInt(KINDS.size())));
		input.put("form", "CASH");
		input.put("amount", this.random.nextInt(1, 1_000_000) + "." + this.random.nextInt(1, 10_000));
		input.put("currency", "GBP");
		input.put("aboveCall", true);
		input.put("note", input.getOrDefault(Mutation.KEY, ""));
		send("contributionRecord", input, null).ifPresent(this.standing::add);
	}

	private void reverse(Written entry) throws InterruptedException {
		Map<String, Object> input = input();
		input.put("contribution", entry.id());
		input.put("reason", input.getOrDefault(Mutation.KEY, ""));
		send("contributionReverse", input, entry);
	}

	private Map<String, Object> input() {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put(Mutation.KEY, this.name + "-" + this.requests++);
		return input;
	}

	private Optional<Written> send(String mutation, Map<String, Object> input, @Nullable Written reverses)
			throws InterruptedException {
		while (Instant.now().isBefore(this.patience)) {
			JsonNode payload = ask(mutation, input);
			if (payload != null) {
				JsonNode entry = payload.path("contribution");
				if (entry.isNull()) {
					return Optional.empty();
				}
				Written one = new Written(mutation, input, entry.path("id").asString(), entry.path("key").asString(),
						reverses);
				this.written.add(one);
				return Optional.of(one);
			}
			Thread.sleep(this.random.nextInt(100, 600));
		}
		throw new IllegalStateException("Never told what became of " + input);
	}

	/**
	 * Sends a request once.
	 * @return the payload; null where the answer was lost or the registry could not
	 * answer
	 */
	private @Nullable JsonNode ask(String mutation, Map<String, Object> input) {
		try {
			Answer answer = this.registry.manager().query(document(mutation), Map.of("input", input));
			if (answer.status() == 200 && answer.errors().isMissingNode()) {
				JsonNode payload = answer.data("/" + mutation);
				count(payload.path("errors").isEmpty() ? "done" : payload.at("/errors/0/code").asString());
				return payload;
			}
			count(answer.status() + " " + answer.errorCodes());
		}
		catch (RuntimeException ex) {
			// Lost with the process: it is asked again
			count("lost");
		}
		return null;
	}

	private void count(String answer) {
		this.answers.merge(answer, 1, Integer::sum);
	}

	static String document(String mutation) {
		return "mutation ($input: %sInput!) { %s(input: $input) { contribution { id key } errors { code } } }"
			.formatted(Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1), mutation);
	}

}
