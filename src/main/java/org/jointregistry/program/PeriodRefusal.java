package org.jointregistry.program;

import org.jointregistry.recording.RefusalCode;

/**
 * Reasons to refuse a time in which a nation takes part or belongs.
 */
enum PeriodRefusal implements RefusalCode {

	/** Another one is in this time. */
	PERIOD_TAKEN("The nation has one in this time already; end that first");

	private final String message;

	PeriodRefusal(String message) {
		this.message = message;
	}

	@Override
	public String message() {
		return this.message;
	}

}
