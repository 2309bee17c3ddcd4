package org.jointregistry.events;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;

import org.jointregistry.audit.LogPosition;
import org.jointregistry.audit.LoggedChange;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.jointregistry.shared.Touched;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What waits for a subscriber is bounded, and a slow one loses nothing that it was not
 * told of.
 */
class LiveTests {

	@Test
	void whoIsTooSlowGetsWhatWaitsAndThenTheError() {
		Live live = new Live(LogPosition.of(Collections.nCopies(LogPosition.CHAINS, 0L)), 3);
		Slow slow = new Slow();
		live.changes().subscribe(slow);
		List<Boolean> taken = new ArrayList<>();
		for (int sequence = 1; sequence <= 6; sequence++) {
			taken.add(live.offer(change(sequence)));
		}
		assertThat(taken).containsExactly(true, true, true, false, false, false);
		assertThat(slow.told).isEmpty();
		slow.request(10);
		assertThat(slow.told).extracting(String::valueOf).hasSize(4);
		assertThat(slow.told.subList(0, 3)).containsExactly(change(1), change(2), change(3));
		assertThat(slow.told.getLast()).isInstanceOfSatisfying(RegistryException.class,
				(end) -> assertThat(end.code().name()).isEqualTo("OVERLOADED"));
	}

	@Test
	void whatEndsTellsWhatWaitsAndThenWhy() {
		Live live = new Live(LogPosition.of(Collections.nCopies(LogPosition.CHAINS, 0L)), 3);
		Slow slow = new Slow();
		live.changes().subscribe(slow);
		live.offer(change(1));
		live.end(new RegistryException(ErrorCode.UNAVAILABLE, "This replica stops"));
		assertThat(live.offer(change(2))).isFalse();
		slow.request(10);
		assertThat(slow.told).hasSize(2).first().isEqualTo(change(1));
		assertThat(slow.told.getLast()).hasToString(RegistryException.class.getName() + ": This replica stops");
	}

	@Test
	void whoHasLeftGetsNothing() {
		Live live = new Live(LogPosition.of(Collections.nCopies(LogPosition.CHAINS, 0L)), 3);
		Slow gone = new Slow();
		live.changes().subscribe(gone);
		gone.cancel();
		assertThat(live.offer(change(1))).isFalse();
	}

	private static LoggedChange change(int sequence) {
		return new LoggedChange(0, sequence, OffsetDateTime.MIN, "fx", "Program", "FX-1", List.of(new Touched.Made()));
	}

	private static final class Slow extends BaseSubscriber<LoggedChange> {

		private final List<Object> told = new ArrayList<>();

		@Override
		protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
			// Takes nothing yet
		}

		@Override
		protected void hookOnNext(LoggedChange change) {
			this.told.add(change);
		}

		@Override
		protected void hookOnError(Throwable end) {
			this.told.add(end);
		}

	}

}
