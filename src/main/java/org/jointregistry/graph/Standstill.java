package org.jointregistry.graph;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.ClientException;

import org.springframework.stereotype.Component;

/**
 * A while in which no writer of any replica changes the registry. One at a time in each
 * replica, so that it takes no more than two connections.
 */
@Component
public class Standstill {

	private static final String NOTHING = "RETURN 1";

	private final Driver driver;

	private final SessionConfig writing;

	private final Semaphore turn = new Semaphore(1, true);

	Standstill(Driver driver) {
		this.driver = driver;
		this.writing = SessionConfig.builder()
			.withDefaultAccessMode(AccessMode.WRITE)
			.withBookmarkManager(driver.executableQueryBookmarkManager())
			.build();
	}

	/**
	 * Begins a standstill, when the writers that are under way have ended. What they
	 * changed is seen by every read that begins after it, also of another server of a
	 * cluster.
	 * @param longest for how long, the wait for them included
	 * @return what ends it
	 * @throws org.neo4j.driver.exceptions.Neo4jException if there is none to be had in
	 * that time
	 */
	public Held begin(Duration longest) {
		if (!myTurn(longest)) {
			throw new ClientException("Another standstill lasts");
		}
		Session session = this.driver.session(this.writing);
		try {
			Transaction lock = session.beginTransaction(TransactionConfig.builder().withTimeout(longest).build());
			Gate.close(lock);
			see();
			return new Held(session, lock, this.turn);
		}
		catch (RuntimeException ex) {
			session.close();
			this.turn.release();
			throw ex;
		}
	}

	private boolean myTurn(Duration longest) {
		try {
			return this.turn.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Has the bookmark manager know what the server that writes has committed. */
	private void see() {
		try (Session session = this.driver.session(this.writing)) {
			session.executeWriteWithoutResult((transaction) -> transaction.run(NOTHING).consume());
		}
	}

	/**
	 * A standstill that lasts.
	 */
	public static final class Held implements AutoCloseable {

		private final Session session;

		private final Transaction lock;

		private final Semaphore turn;

		private Held(Session session, Transaction lock, Semaphore turn) {
			this.session = session;
			this.lock = lock;
			this.turn = turn;
		}

		/**
		 * Makes sure that it lasted until now.
		 * @throws org.neo4j.driver.exceptions.Neo4jException if its time was over before
		 */
		public void confirm() {
			this.lock.run(NOTHING).consume();
		}

		@Override
		public void close() {
			try {
				this.session.close();
			}
			finally {
				this.turn.release();
			}
		}

	}

}
