package org.jointregistry;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The texts of the statements that the read engine sends while this is open, each once,
 * as its own log tells.
 */
public final class EngineStatements implements AutoCloseable {

	private final LogListener listener = new LogListener("org.jointregistry.read.Statements", Optional::of);

	/**
	 * What was sent so far.
	 * @return Cypher, in the order of sending
	 */
	public Set<String> texts() {
		return new LinkedHashSet<>(this.listener.all());
	}

	@Override
	public void close() {
		this.listener.close();
	}

}
