package org.jointregistry.recording;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jointregistry.graph.Gate;
import org.jointregistry.graph.MemoryLimit;
import org.jointregistry.shared.LoggedFailure;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;

import org.springframework.stereotype.Component;

/**
 * Runs the work of a mutation in one transaction: all of it, or nothing.
 */
@Component
public class Writes {

	private final Driver driver;

	private final SessionConfig writing;

	private final TransactionConfig limits;

	private final ObservationRegistry observations;

	Writes(Driver driver, WriteSettings settings, ObservationRegistry observations) {
		this.observations = observations;
		this.driver = driver;
		this.writing = SessionConfig.builder()
			.withDefaultAccessMode(AccessMode.WRITE)
			.withBookmarkManager(driver.executableQueryBookmarkManager())
			.build();
		this.limits = TransactionConfig.builder().withTimeout(settings.timeout()).build();
	}

	/**
	 * Does work in a transaction of its own. The driver repeats the whole of it after a
	 * deadlock, a lost leader or a lost connection, for as long as its
	 * {@code max-transaction-retry-time} says; an exception of the work itself undoes it
	 * and is not repeated.
	 * @param work what to do; has no effect but in the transaction, since it may be
	 * repeated, even where the first attempt was committed and only its answer was lost
	 * @param <T> what the work gives
	 * @return what the last attempt gave
	 */
	public <T> T inTransaction(TransactionCallback<T> work) {
		Observation observation = Observation.start("registry.transaction", this.observations);
		try (Session session = this.driver.session(this.writing)) {
			T given = session.executeWrite(
					MemoryLimit.respectedBy((transaction) -> work.execute(Gate.enter(transaction))), this.limits);
			observation.lowCardinalityKeyValue(LoggedFailure.CODE, LoggedFailure.NONE);
			return given;
		}
		catch (RuntimeException ex) {
			LoggedFailure.observe(observation, ex);
			throw ex;
		}
		finally {
			observation.stop();
		}
	}

}
