package org.jointregistry.events;

import java.util.concurrent.ArrayBlockingQueue;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.jointregistry.audit.LogPosition;
import org.jointregistry.audit.LoggedChange;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * What one subscriber gets of the feed. Changes wait for it in a queue; when that is full
 * the subscriber is too slow, gets what waits, and then the error that says so.
 */
final class Live {

	private final LogPosition from;

	private final Sinks.Many<LoggedChange> changes;

	Live(LogPosition from, int buffer) {
		this.from = from;
		this.changes = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(buffer));
	}

	/**
	 * Where the changes begin.
	 * @return the position before the first of them
	 */
	LogPosition from() {
		return this.from;
	}

	Flux<LoggedChange> changes() {
		return this.changes.asFlux();
	}

	/**
	 * Hands over a change.
	 * @param change what to hand over
	 * @return false where the subscriber gets no more
	 */
	boolean offer(LoggedChange change) {
		return switch (this.changes.tryEmitNext(change)) {
			case OK, FAIL_ZERO_SUBSCRIBER -> true;
			case FAIL_OVERFLOW -> {
				this.changes.tryEmitError(new RegistryException(ErrorCode.OVERLOADED,
						"You take events more slowly than they come; go on from the last cursor"));
				yield false;
			}
			case FAIL_CANCELLED, FAIL_TERMINATED, FAIL_NON_SERIALIZED -> false;
		};
	}

	/**
	 * Ends the changes, after those that wait.
	 * @param reason told to the subscriber
	 */
	void end(RegistryException reason) {
		this.changes.tryEmitError(reason);
	}

}
