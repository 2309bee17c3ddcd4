package org.jointregistry.synthetic;

import java.util.List;

import org.jointregistry.synthetic.Slice.Release;

/**
 * A program before anything of it is written.
 *
 * @param number which it is, of all slices
 * @param family what kind of program it is
 * @param domain its domain
 * @param start the year in which it began
 * @param end the year in which it ended or is to end
 * @param cancelled whether it was ended before that
 * @param partners nations, its leader first
 * @param cost what it is planned to cost, in millions
 * @param currency the currency of the cost
 * @param release to whom it is shown
 * @param size how it stands among programs of its family: which part of them is smaller
 */
record Outline(int number, Family family, String domain, int start, int end, boolean cancelled, List<Partner> partners,
		double cost, String currency, Release release, double size) {

	String key() {
		return key("P");
	}

	String agreement() {
		return key("A");
	}

	/** A key of something that the program has one of. */
	String key(String letter) {
		return Slice.key(letter, this.number);
	}

	/** A key of something that the program has several of. */
	String key(String letter, int which) {
		return key(letter) + "-" + which;
	}

	boolean isOver() {
		return this.end < Slice.YEAR;
	}

	String leader() {
		return this.partners.getFirst().nation();
	}

	List<String> nations() {
		return this.partners.stream().map(Partner::nation).toList();
	}

	/** Partners that did not leave. */
	List<Partner> staying() {
		return this.partners.stream().filter((partner) -> partner.left() == 0).toList();
	}

	/**
	 * A nation that takes part.
	 *
	 * @param nation the nation
	 * @param joined the year in which it joined
	 * @param left the year in which it left; 0 where it did not
	 * @param share its share of the cost in hundredths of a percent; 0 where it left
	 */
	record Partner(String nation, int joined, int left, int share) {

	}

	/**
	 * Families of programs, and how many of a hundred programs are of each.
	 */
	enum Family {

		/** Research with a grant. */
		GRANT(80, "R_AND_T"),

		/** Development by two nations. */
		BILATERAL(15, "JOINT_DEVELOPMENT"),

		/** Development by three to nine. */
		MULTINATIONAL(4, "JOINT_DEVELOPMENT"),

		/** Development by many, over decades. */
		GIANT(1, "JOINT_DEVELOPMENT");

		private final int often;

		private final String kind;

		Family(int often, String kind) {
			this.often = often;
			this.kind = kind;
		}

		String kind() {
			return this.kind;
		}

		static Family of(Dice dice) {
			double of = dice.part() * 100;
			for (Family family : values()) {
				of -= family.often;
				if (of < 0) {
					return family;
				}
			}
			return GIANT;
		}

	}

}
