package org.jointregistry.synthetic;

import java.util.List;

/**
 * The part of the registry that is being made.
 *
 * @param seed of the whole registry
 * @param number of the slice, from 0
 * @param memory what earlier slices left
 * @param sheets where its rows go
 */
record Slice(long seed, int number, Memory memory, Sheets sheets) {

	/** How many programs a slice has: a tenth of the curated set. */
	static final int PROGRAMS = 7;

	/** The year that begins; nothing that is invented happened in it or later. */
	static final int YEAR = 2026;

	/** Communities that a record may be released to. */
	private static final List<String> COMMUNITIES = List.of("COMMUNITY:NATO", "COMMUNITY:EU");

	Dice dice(String kind, long number) {
		return Dice.of(this.seed, kind, number);
	}

	/**
	 * A release as often as the parts say.
	 * @param dice of the record
	 * @param nation where it comes from
	 * @param open how many records in a hundred are PUBLIC
	 * @param closed how many are for their nation alone
	 * @return the release; of the others one half is for a community
	 */
	static Release release(Dice dice, String nation, int open, int closed) {
		double of = dice.part() * 100;
		if (of < open) {
			return new Release("PUBLIC", "", "");
		}
		if (of < open + closed) {
			return new Release("ORIGINATOR", "", nation);
		}
		return dice.chance(0.3) ? new Release("COMMUNITY", dice.pick(COMMUNITIES), "")
				: new Release("PARTNERS", "", "");
	}

	/**
	 * To whom a record is shown, as files say it.
	 *
	 * @param marking its marking
	 * @param releasableTo to whom besides; may be empty
	 * @param originator the nation that it comes from; may be empty
	 */
	record Release(String marking, String releasableTo, String originator) {

	}

}
