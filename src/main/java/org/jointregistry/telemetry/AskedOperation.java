package org.jointregistry.telemetry;

import java.util.Locale;

import graphql.language.OperationDefinition;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is answered, as those who watch the registry see it. Of a
 * subscription that is all until it begins.
 */
final class AskedOperation extends Observation.Context {

	/** Name of the observation. */
	static final String NAME = "registry.operation";

	private static final int LONGEST_NAME = 100;

	private final long began = System.nanoTime();

	private final SentStatements statements = new SentStatements();

	private volatile @Nullable OperationDefinition definition;

	private volatile String hash = "";

	void begins(OperationDefinition operation) {
		this.definition = operation;
	}

	void names(String document) {
		this.hash = document;
	}

	/**
	 * The statements that answered it.
	 * @return those that ended
	 */
	SentStatements statements() {
		return this.statements;
	}

	/**
	 * The name that the document gives the operation.
	 * @return the name, cut where it is longer than any person's; "unnamed" where there
	 * is none, and where the operation was refused before it was found
	 */
	String name() {
		OperationDefinition known = this.definition;
		String name = (known != null) ? known.getName() : null;
		if (name == null) {
			return "unnamed";
		}
		return name.substring(0, Math.min(name.length(), LONGEST_NAME));
	}

	/**
	 * What the operation does.
	 * @return {@code query}, {@code mutation} or {@code subscription}; "none" where it
	 * was refused before it was found
	 */
	String type() {
		OperationDefinition known = this.definition;
		return (known != null) ? known.getOperation().name().toLowerCase(Locale.ROOT) : "none";
	}

	/**
	 * The name of the document.
	 * @return the hash by which a manifest names it, or a keyed one of a document that is
	 * in none and may hold values
	 */
	String hash() {
		return this.hash;
	}

	long millis() {
		return (System.nanoTime() - this.began) / 1_000_000;
	}

}
