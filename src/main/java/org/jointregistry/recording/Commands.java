package org.jointregistry.recording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

import org.jointregistry.shared.TimeOrderedId;

/**
 * The commands that were carried out, by client and idempotency key. They are kept in the
 * transaction of their effect, so that one is there exactly when the other is.
 */
@Component
class Commands {

	private static final String FIND = """
			MATCH (kept:IdempotencyRecord {client: $client, key: $key})
			RETURN kept.digest AS digest, kept.answers AS answers
			""";

	private static final String KEEP = """
			MERGE (kept:IdempotencyRecord {client: $client, key: $key})
			ON CREATE SET kept.digest = $digest, kept.answers = $answers, kept.at = $at, kept.mark = $mark
			RETURN kept.digest AS digest, kept.answers AS answers, kept.mark AS mark
			""";

	/**
	 * What became of the command that used the key before.
	 * @param transaction the transaction of the command
	 * @param command the command; one without a well-formed key has no precedent
	 * @return the precedent, as far as it is committed
	 */
	Precedent precedentOf(TransactionContext transaction, Command command) {
		if (!command.hasKey()) {
			return new Precedent.None();
		}
		List<Record> kept = transaction.run(FIND, Map.of("client", command.client(), "key", command.key())).list();
		return kept.isEmpty() ? new Precedent.None() : judged(kept.getFirst(), command);
	}

	/**
	 * Keeps a command, before its effect. Of several at once under one key the first is
	 * kept; the others wait until its transaction ends, and find it.
	 * @param transaction the transaction of the command
	 * @param command a command with a well-formed key
	 * @param answers global ids of the records that it is about to write
	 * @param at the time of the effect
	 * @return {@link Precedent.None} if the command is kept now and its effect may follow
	 */
	Precedent keep(TransactionContext transaction, Command command, List<String> answers, Instant at) {
		String mark = TimeOrderedId.at(at);
		Record kept = transaction
			.run(KEEP, Map.of("client", command.client(), "key", command.key(), "digest", command.digest(), "answers",
					answers, "at", at.atZone(ZoneOffset.UTC), "mark", mark))
			.single();
		return kept.get("mark").asString().equals(mark) ? new Precedent.None() : judged(kept, command);
	}

	private static Precedent judged(Record kept, Command command) {
		return kept.get("digest").asString().equals(command.digest())
				? new Precedent.Same(kept.get("answers").asList(Value::asString)) : new Precedent.Other();
	}

}
