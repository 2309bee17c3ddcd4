package org.jointregistry.operation;

import java.util.List;

/**
 * The registry was started with settings that give away what it holds.
 */
class UnsafeSettingsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<UnsafeSetting> unsafe;

	UnsafeSettingsException(List<UnsafeSetting> unsafe) {
		super("Unsafe settings: " + unsafe);
		this.unsafe = List.copyOf(unsafe);
	}

	List<UnsafeSetting> unsafe() {
		return this.unsafe;
	}

}
