package org.jointregistry.exporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Viewer;
import org.jointregistry.limit.FileAllowance;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Whose turn it is to read a page of a file. A file holds a turn while the database
 * reads, not while its client does, so that slow clients keep nobody waiting; what they
 * keep is a page in memory, and so each of them has a few files only.
 */
@Component
class ExportTurns {

	private final FileAllowance allowance;

	private final ExportSettings settings;

	private final Semaphore turns;

	private final Map<String, Integer> files = new HashMap<>();

	ExportTurns(FileAllowance allowance, ExportSettings settings) {
		this.allowance = allowance;
		this.settings = settings;
		this.turns = new Semaphore(settings.atOnce(), true);
	}

	/**
	 * Begins to send files.
	 * @param viewer to whom
	 * @param until the end of the viewer's access token
	 * @return what takes the turns; to be closed
	 * @throws RegistryException with {@link ErrorCode#OVERLOADED} if the client is sent
	 * as many as it may be
	 */
	synchronized Sent begin(Viewer viewer, Instant until) {
		if (this.files.getOrDefault(viewer.subject(), 0) >= this.settings.filesOfClient()) {
			throw overloaded();
		}
		this.files.merge(viewer.subject(), 1, Integer::sum);
		return new Sent(viewer, until);
	}

	private synchronized void end(Viewer viewer) {
		this.files.computeIfPresent(viewer.subject(), (client, count) -> (count > 1) ? count - 1 : null);
	}

	private static RegistryException overloaded() {
		return new RegistryException(ErrorCode.OVERLOADED, ErrorCode.OVERLOADED.words());
	}

	/**
	 * What is sent to a client.
	 */
	final class Sent implements AutoCloseable {

		private final Viewer viewer;

		private final Instant until;

		private boolean begun;

		private Sent(Viewer viewer, Instant until) {
			this.viewer = viewer;
			this.until = until;
		}

		Viewer viewer() {
			return this.viewer;
		}

		/**
		 * Reads a page when it is paid and its turn has come. What was begun waits for
		 * both; what was not is refused.
		 * @param cost as that of an operation
		 * @param read reads the page
		 * @param <T> the page
		 * @return what was read
		 * @throws RegistryException with {@link ErrorCode#RATE_LIMITED} or
		 * {@link ErrorCode#OVERLOADED} if it is the first page, and it would have to
		 * wait; with {@link ErrorCode#UNAUTHENTICATED} if the access token has ended
		 */
		<T> T page(long cost, Supplier<T> read) {
			try {
				pay(cost);
				if (!ExportTurns.this.turns.tryAcquire(patience().toNanos(), TimeUnit.NANOSECONDS)) {
					throw overloaded();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw overloaded();
			}
			this.begun = true;
			try {
				requireToken();
				return read.get();
			}
			finally {
				ExportTurns.this.turns.release();
			}
		}

		private void pay(long cost) throws InterruptedException {
			Duration wait = ExportTurns.this.allowance.take(this.viewer, cost);
			while (wait.isPositive()) {
				if (!this.begun) {
					throw new AllowanceUsedUp(wait);
				}
				requireToken();
				Thread.sleep(wait);
				wait = ExportTurns.this.allowance.take(this.viewer, cost);
			}
		}

		private void requireToken() {
			if (!Instant.now(Clock.systemUTC()).isBefore(this.until)) {
				throw new RegistryException(ErrorCode.UNAUTHENTICATED, "The access token has ended");
			}
		}

		private Duration patience() {
			return this.begun ? Duration.ofDays(1) : ExportTurns.this.settings.patience();
		}

		@Override
		public void close() {
			end(this.viewer);
		}

	}

}
