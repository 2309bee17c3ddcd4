package org.jointregistry.operation;

import java.util.List;

/**
 * The registry was started without settings that it needs.
 */
class MissingSettingsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<RequiredSetting> missing;

	MissingSettingsException(List<RequiredSetting> missing) {
		super("Missing settings: " + missing);
		this.missing = List.copyOf(missing);
	}

	List<RequiredSetting> missing() {
		return this.missing;
	}

}
