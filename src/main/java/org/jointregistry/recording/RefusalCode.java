package org.jointregistry.recording;

/**
 * A reason to refuse an input: one of the values of the schema's {@code InputErrorCode}.
 * Each module has an enum of its own.
 */
public interface RefusalCode {

	/**
	 * The value's name in the schema.
	 * @return the name
	 */
	String name();

	/**
	 * The reason for people.
	 * @return one sentence, that tells nothing of the graph
	 */
	String message();

}
