package org.jointregistry.graph;

import java.util.function.Supplier;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.exceptions.TransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a refusal of running out of the memory that the database allows. The database
 * calls that transient, and the driver would run the same work again and again until its
 * retry time is over.
 */
public final class MemoryLimit {

	private static final Logger logger = LoggerFactory.getLogger(MemoryLimit.class);

	/** Ends the codes of all errors of the kind. */
	private static final String EXCEEDED = "OutOfMemoryError";

	/** The setting that bounds one transaction; any other bounds all of them together. */
	private static final String OF_ONE = "db.memory.transaction.max";

	private MemoryLimit() {
	}

	/**
	 * Work that is not repeated where it runs out of memory.
	 * @param work what to do in a transaction
	 * @param <T> what it gives
	 * @return the same work, which throws {@link RegistryException} with
	 * {@code TOO_COSTLY} where it needs more than one transaction may have, and with
	 * {@code OVERLOADED} where all transactions together do
	 */
	public static <T> TransactionCallback<T> respectedBy(TransactionCallback<T> work) {
		return (transaction) -> respected(() -> work.execute(transaction));
	}

	/**
	 * Does work in one transaction, which is not repeated where it runs out of memory.
	 * @param work what to do
	 * @param <T> what it gives
	 * @return what it gave
	 * @throws RegistryException with {@code TOO_COSTLY} where it needs more than one
	 * transaction may have, and with {@code OVERLOADED} where all transactions together
	 * do
	 */
	public static <T extends @Nullable Object> T respected(Supplier<T> work) {
		try {
			return work.get();
		}
		catch (TransientException ex) {
			if (!ex.code().endsWith(EXCEEDED)) {
				throw ex;
			}
			logger.warn("A transaction ran out of memory: {}", ex.getMessage());
			throw refusal(String.valueOf(ex.getMessage()));
		}
	}

	private static RegistryException refusal(String message) {
		return message.contains(OF_ONE)
				? new RegistryException(ErrorCode.TOO_COSTLY,
						"That takes too much of the database's memory at once; ask for less, or send a file row by row")
				: new RegistryException(ErrorCode.OVERLOADED, "The registry is busy; try again in a few seconds");
	}

}
