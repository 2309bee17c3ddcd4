package org.jointregistry.synthetic;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * What a viewer may see.
 *
 * @param onlooker the viewer
 * @param communities that its nation is a member of, such as {@code COMMUNITY:NATO}
 * @param programs that its nation takes part in
 * @param agreements in force that its nation is party to
 * @param worksOn programs that its organization works on
 */
record OnlookerRights(Onlooker onlooker, Set<String> communities, Set<String> programs, Set<String> agreements,
		Set<String> worksOn) {

	boolean sees(Showing record) {
		return record.marking().equals("PUBLIC") || this.onlooker.is("REGISTRAR") || this.onlooker.is("AUDITOR")
				|| (this.onlooker.isNational() && nationSees(record))
				|| (this.onlooker.is("PROGRAM_MANAGER") && meet(this.onlooker.programs(), record.programs()))
				|| (this.onlooker.is("INDUSTRY") && industrySees(record));
	}

	/** Sentences 4 to 7; what sentence 3 allows, sentence 6 allows of any marking. */
	private boolean nationSees(Showing record) {
		String nation = this.onlooker.nation();
		boolean partner = meet(this.programs, record.programs()) || meet(this.agreements, record.agreements());
		return (record.marking().equals("PARTNERS") && partner) || record.originator().equals(nation)
				|| record.releasableTo().contains("NATION:" + nation) || meet(this.communities, record.releasableTo())
				|| record.named().contains(nation);
	}

	/** Sentence 9. */
	private boolean industrySees(Showing record) {
		return record.named().contains(this.onlooker.organization())
				|| (record.marking().equals("PARTNERS") && record.industry() && meet(this.worksOn, record.programs()));
	}

	private static boolean meet(Collection<String> one, Set<String> other) {
		return !Collections.disjoint(one, other);
	}

	/**
	 * To whom a record is shown.
	 *
	 * @param marking its marking
	 * @param releasableTo such as {@code NATION:FRA}
	 * @param originator a nation; empty where there is none
	 * @param industry whether it is releasable to industry
	 * @param programs that it belongs to
	 * @param agreements that it belongs to
	 * @param named nations and organizations that it names
	 */
	record Showing(String marking, Set<String> releasableTo, String originator, boolean industry, Set<String> programs,
			Set<String> agreements, Set<String> named) {

	}

}
