package org.jointregistry.recording;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Viewer;
import org.jointregistry.audit.AuditTrail;
import org.jointregistry.audit.Change;
import org.jointregistry.read.GlobalId;
import org.jointregistry.read.GraphModel;
import org.jointregistry.shared.TimeOrderedId;

/**
 * Does what a mutation's input says, in one transaction: permission, rules, the change,
 * its audit entries and the command's answer together, or nothing of it.
 */
@Component
class Recorder {

	private final Writes writes;

	private final Commands commands;

	private final AuditTrail audit;

	private final GraphModel model;

	private final ReleaseGrounds grounds;

	private final List<Rule> rules;

	private final JsonMapper json;

	Recorder(Writes writes, Commands commands, AuditTrail audit, GraphModel model, ReleaseGrounds grounds,
			List<Rule> rules, JsonMapper json) {
		this.writes = writes;
		this.commands = commands;
		this.audit = audit;
		this.model = model;
		this.grounds = grounds;
		this.rules = rules;
		this.json = json;
	}

	/**
	 * Does what an input says, once however often a client sends it: the first answer is
	 * kept under the client's idempotency key, and of several at once one has the effect.
	 * @param mutation what to do
	 * @param input the mutation's input, as the scalars parsed it
	 * @param viewer who asks
	 * @return {@link Outcome.Done}, or everything that is wrong with the input
	 * @throws org.jointregistry.shared.RegistryException with {@code NOT_FOUND} if the
	 * viewer does not see a record that the input names, with {@code FORBIDDEN} if the
	 * viewer may not do this with them
	 */
	Outcome record(Mutation mutation, Map<String, @Nullable Object> input, Viewer viewer) {
		String key = String.valueOf(input.get(Mutation.KEY));
		String meaning = this.json.writeValueAsString(Map.of(mutation.name(), Canonical.of(mutation, input)));
		Command command = Command.of(viewer.subject(), key, meaning);
		return this.writes.inTransaction((transaction) -> precedent(transaction, command,
				() -> judge(transaction, command, new Writing(transaction, viewer, mutation, mutation.entriesOf(input),
						Instant.now(Clock.systemUTC())))));
	}

	private Outcome precedent(TransactionContext transaction, Command command, Supplier<Outcome> otherwise) {
		return answer(this.commands.precedentOf(transaction, command), otherwise);
	}

	private static Outcome answer(Precedent precedent, Supplier<Outcome> otherwise) {
		return switch (precedent) {
			case Precedent.None _ -> otherwise.get();
			case Precedent.Same same -> new Outcome.Done(same.answers());
			case Precedent.Other _ ->
				new Outcome.Refused(List.of(new Refusal(InputErrorCode.IDEMPOTENCY_KEY_REUSED, List.of(Mutation.KEY))));
		};
	}

	private Outcome judge(TransactionContext transaction, Command command, Writing writing) {
		if (!new Bounded(writing).countEntries()) {
			return new Outcome.Refused(List.copyOf(writing.refusals()));
		}
		new Permissions(this.model, writing).require();
		RecordStore store = store(writing);
		assignKeys(writing);
		new Bounded(writing).require(command.key());
		if (writing.mutation().act() == WriteAct.REVISE_TIE && !writing.refusals().isEmpty()) {
			// A key out of bounds names no relationship
			return new Outcome.Refused(List.copyOf(writing.refusals()));
		}
		requireNamedOnce(writing);
		List<Rule> asked = this.rules.stream().filter((rule) -> rule.mutations().contains(writing.name())).toList();
		writing.lock(asked.stream().flatMap((rule) -> rule.locks(writing).stream()).toList());
		store.requireCurrent();
		new Released(writing).require();
		new Complete(writing).require();
		new Priced(writing).require();
		asked.forEach((rule) -> rule.judge(writing));
		if (!writing.refusals().isEmpty()) {
			// The rules may have waited for a writer with the same command
			return precedent(transaction, command, () -> new Outcome.Refused(List.copyOf(writing.refusals())));
		}
		List<String> records = records(writing);
		return answer(this.commands.keep(transaction, command, records, writing.at()), () -> {
			this.audit.add(transaction, writing.viewer(), written(writing, store));
			return new Outcome.Done(records);
		});
	}

	/** Writes the entries, and then what follows from them and may lead to them. */
	private List<Change> written(Writing writing, RecordStore store) {
		List<Change> changes = new ArrayList<>(store.write());
		writing.following(this.model).forEach((each) -> {
			RecordStore following = store(each);
			following.holdConsequences();
			changes.addAll(following.write());
		});
		return changes;
	}

	private RecordStore store(Writing writing) {
		return new RecordStore(writing, this.model, this.grounds);
	}

	/**
	 * Two entries of one input that name the same record would each be judged without the
	 * other.
	 */
	private static void requireNamedOnce(Writing writing) {
		Set<String> named = new HashSet<>();
		Mutation mutation = writing.mutation();
		for (Entry entry : writing.entries()) {
			switch (mutation.act()) {
				case REVISE, REVISE_TIE -> writing.refuseIf(!named.add(writing.label(entry) + ":" + entry.key()), entry,
						InputErrorCode.NAMED_TWICE, mutation.subject());
				case ADD, TIE -> {
					// New ones have keys of their own
				}
			}
		}
	}

	private static void assignKeys(Writing writing) {
		Mutation mutation = writing.mutation();
		for (Entry entry : writing.entries()) {
			entry.assignKey(switch (mutation.act()) {
				case REVISE -> entry.getNamed(mutation.subject()).key();
				case ADD, TIE -> (mutation.prefix() != null) ? mutation.prefix() + "-" + TimeOrderedId.at(writing.at())
						: Objects.requireNonNull(entry.text("key"));
				case REVISE_TIE -> Objects.requireNonNull(entry.text("key"));
			});
		}
	}

	/** Global ids of the records that were written, or whose relationships were. */
	private static List<String> records(Writing writing) {
		Mutation mutation = writing.mutation();
		return writing.entries().stream().map((entry) -> switch (mutation.act()) {
			case ADD -> new GlobalId(mutation.type().name(), entry.key()).encoded();
			case REVISE, TIE, REVISE_TIE -> entry.id(mutation.subject());
		}).toList();
	}

}
