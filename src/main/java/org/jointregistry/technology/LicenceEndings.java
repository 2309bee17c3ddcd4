package org.jointregistry.technology;

import java.util.List;

import org.jointregistry.read.FoundNode;

/**
 * Licences that end, and what stops, as {@code schema/licence-insight.graphqls} describes
 * it.
 *
 * @param endings those that end first
 * @param hasMore whether there are more
 */
record LicenceEndings(List<LicenceEnding> endings, boolean hasMore) {

	/**
	 * A licence that ends.
	 *
	 * @param licence the licence
	 * @param transfers those under it
	 * @param technologies that stop
	 * @param programs that depend on them
	 */
	record LicenceEnding(FoundNode licence, List<EndingTransfer> transfers, List<FoundNode> technologies,
			List<FoundNode> programs) {

	}

	/**
	 * A transfer under it.
	 *
	 * @param transfer the transfer
	 * @param carriedOnBy other licences that hold on that day
	 */
	record EndingTransfer(FoundNode transfer, List<FoundNode> carriedOnBy) {

		public boolean stops() {
			return this.carriedOnBy.isEmpty();
		}

	}

}
