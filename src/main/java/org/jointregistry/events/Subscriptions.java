package org.jointregistry.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Service;

import org.jointregistry.access.Viewer;
import org.jointregistry.audit.AuditLog;
import org.jointregistry.audit.LogPosition;
import org.jointregistry.audit.LoggedChange;
import org.jointregistry.read.CursorBinding;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * The streams of subscribers. Each waits, writes and reads on a virtual thread of its
 * own, so that none holds up another; only while it judges a change it holds a
 * connection.
 */
@Service
class Subscriptions {

	/** Of each chain, in one reading of what was missed. */
	private static final int MISSED = 50;

	private final Feed feed;

	private final Places places;

	private final AuditLog log;

	private final Reads reads;

	private final Semaphore readers;

	private final Duration wait;

	private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

	Subscriptions(Feed feed, Places places, AuditLog log, Reads reads, EventSettings settings) {
		this.feed = feed;
		this.places = places;
		this.log = log;
		this.reads = reads;
		this.readers = new Semaphore(settings.readers(), true);
		this.wait = settings.interval();
	}

	/**
	 * The events of a subscription.
	 * @param field the field that subscribes, with the viewer in its context
	 * @param interest which changes are asked for
	 * @param after cursor of the event to go on from; null to begin now
	 * @return events until the access token ends, the subscriber is too slow, or the
	 * database cannot be read; each of these is a {@link RegistryException} or the
	 * database's own
	 */
	Flux<RecordChange> events(DataFetchingEnvironment field, Supplier<Interest> interest, @Nullable String after) {
		Viewer viewer = Objects.requireNonNull(field.getGraphQlContext().get("viewer"), "No viewer, no event");
		Instant end = Objects.requireNonNull(field.getGraphQlContext().get("viewerUntil"), "Tokens have an end");
		return Flux.using(() -> this.places.take(viewer.subject()), (client) -> told(field, interest.get(), after, end),
				this.places::giveBack);
	}

	private static Mono<Void> end(Instant end) {
		Duration rest = Duration.between(Instant.now(Clock.systemUTC()), end);
		return Mono.delay(rest.isNegative() ? Duration.ZERO : rest)
			.then(Mono.error(() -> new RegistryException(ErrorCode.UNAUTHENTICATED,
					"The access token has ended; go on from the last cursor with a new one")));
	}

	private Flux<RecordChange> told(DataFetchingEnvironment field, Interest interest, @Nullable String after,
			Instant end) {
		CursorBinding cursors = this.reads.cursors(field, LogPosition.CHAINS);
		LogPosition known = (after != null) ? position(cursors.read(after)) : null;
		return Flux.using(this.feed::join, (live) -> {
			LogPosition position = (known != null) ? known : live.from().copy();
			return Flux.concat(missed(position.copy(), live.from()), live.changes())
				.publishOn(this.threads, 1)
				.filter(position::isBefore)
				.doOnNext(position::pass)
				.filter(interest::covers)
				.mapNotNull((change) -> judged(change, interest, field)
					.map((record) -> RecordChange.of(cursors.write(new ArrayList<>(position.sequences())), change,
							record))
					.orElse(null))
				.takeUntilOther(end(end));
		}, this.feed::leave);
	}

	private static LogPosition position(List<@Nullable Object> sealed) {
		return LogPosition.of(sealed.stream().map(Long.class::cast).toList());
	}

	/**
	 * What was changed between the subscriber's position and the feed's. A commit shows
	 * its entries one by one: where one is missing, it is waited for once.
	 */
	private Flux<LoggedChange> missed(LogPosition from, LogPosition to) {
		return Flux.<List<LoggedChange>, Boolean>generate(() -> false, (awaited, sink) -> {
			List<LoggedChange> read = this.log.between(from, to, MISSED);
			List<LoggedChange> next = new ArrayList<>();
			for (LoggedChange change : read) {
				if (awaited || from.isNext(change)) {
					from.pass(change);
					next.add(change);
				}
			}
			if (next.isEmpty() && (awaited || !from.isBehind(to))) {
				sink.complete();
				return awaited;
			}
			sink.next(next);
			return next.isEmpty() && waited();
		}).concatMapIterable(Function.identity());
	}

	private boolean waited() {
		LockSupport.parkNanos(this.wait.toNanos());
		return true;
	}

	/** An import is in the trail too, and is no record. */
	private Optional<FoundNode> judged(LoggedChange change, Interest interest, DataFetchingEnvironment field) {
		if (!this.reads.isRecord(change.recordType())) {
			return Optional.empty();
		}
		GlobalId id = new GlobalId(change.recordType(), change.recordKey());
		this.readers.acquireUninterruptibly();
		try {
			return (change.isNew() || this.reads.isShown(id, change.touched(), field))
					? this.reads.findSeen(id, interest.of(), interest.field(), field) : Optional.empty();
		}
		finally {
			this.readers.release();
		}
	}

}
