package org.jointregistry.importing;

import java.util.List;

/**
 * A file of which nothing is loaded, because a row could not be.
 */
final class RefusedUpload extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Finding> findings;

	private final long rows;

	/**
	 * A refusal.
	 * @param findings why
	 * @param rows rows that were gone through
	 */
	RefusedUpload(List<Finding> findings, long rows) {
		super("A row could not be loaded");
		this.findings = List.copyOf(findings);
		this.rows = rows;
	}

	List<Finding> findings() {
		return this.findings;
	}

	long rows() {
		return this.rows;
	}

}
