package org.jointregistry.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
	 * The key of an invented record.
	 * @param letter what kind of record it is
	 * @param number which of its kind it is
	 * @return the same in every language of the machine
	 */
	static String key(String letter, int number) {
		return String.format(Locale.ROOT, "FX-G-%s%07d", letter, number);
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

		/** The widest first. */
		private static final List<String> MARKINGS = List.of("PUBLIC", "COMMUNITY", "PARTNERS", "ORIGINATOR");

		boolean isPublic() {
			return this.marking.equals(MARKINGS.getFirst());
		}

		/**
		 * The release of what has something else inside: of the two markings the narrower
		 * one, and by name to those alone that both are released to.
		 * @param inside to whom that is shown
		 * @param nation where the whole comes from
		 * @return this release, or a narrower one
		 */
		Release within(Release inside, String nation) {
			if (inside.isPublic()) {
				return this;
			}
			List<String> named = inside.named()
				.stream()
				.filter((each) -> isPublic() || named().contains(each))
				.toList();
			int narrower = Math.max(MARKINGS.indexOf(this.marking), MARKINGS.indexOf(inside.marking));
			String marking = MARKINGS.get(narrower);
			if (marking.equals("COMMUNITY") && named.isEmpty()) {
				marking = "PARTNERS";
			}
			return new Release(marking, String.join(";", named), marking.equals("ORIGINATOR") ? nation : "");
		}

		private List<String> named() {
			return Arrays.stream(this.releasableTo.split(";")).filter((each) -> !each.isEmpty()).toList();
		}

	}

}
