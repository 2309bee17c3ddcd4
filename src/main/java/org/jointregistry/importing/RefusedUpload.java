package org.jointregistry.importing;

import java.util.List;

/**
 * A file of which nothing is loaded, because a row could not be.
 */
final class RefusedUpload extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Finding> findings;

	private final transient List<Match> doubtful;

	private final long rows;

	/**
	 * A refusal.
	 * @param findings why
	 * @param doubtful what a registrar is to decide
	 * @param rows rows that were gone through
	 */
	RefusedUpload(List<Finding> findings, List<Match> doubtful, long rows) {
		super("A row could not be loaded");
		this.findings = List.copyOf(findings);
		this.doubtful = List.copyOf(doubtful);
		this.rows = rows;
	}

	List<Finding> findings() {
		return this.findings;
	}

	List<Match> doubtful() {
		return this.doubtful;
	}

	long rows() {
		return this.rows;
	}

}
