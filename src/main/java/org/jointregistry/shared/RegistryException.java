package org.jointregistry.shared;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A refusal that a client is told of: a code, and a message that says nothing that the
 * viewer may not know.
 */
public class RegistryException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ErrorCode code;

	private final @Nullable Integer sentence;

	private final List<String> inputPath;

	/**
	 * A refusal.
	 * @param code what kind
	 * @param message for the client
	 */
	public RegistryException(ErrorCode code, String message) {
		this(code, message, null, List.of());
	}

	/**
	 * A refusal that names its ground.
	 * @param code what kind
	 * @param message for the client
	 * @param sentence number of the policy's sentence that it follows; null where none
	 * @param inputPath names of the input's fields down to the wrong one; empty where
	 * none
	 */
	public RegistryException(ErrorCode code, String message, @Nullable Integer sentence, List<String> inputPath) {
		super(message);
		this.code = code;
		this.sentence = sentence;
		this.inputPath = List.copyOf(inputPath);
	}

	/**
	 * A record that is absent or hidden: the same words for both (sentence 13).
	 * @return the refusal
	 */
	public static RegistryException notFound() {
		return new RegistryException(ErrorCode.NOT_FOUND, "There is no such record, or you may not see it");
	}

	public ErrorCode code() {
		return this.code;
	}

	public @Nullable Integer sentence() {
		return this.sentence;
	}

	public List<String> inputPath() {
		return this.inputPath;
	}

}
