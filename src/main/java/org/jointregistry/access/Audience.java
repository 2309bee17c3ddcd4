package org.jointregistry.access;

/**
 * The tokens that records are released to and viewers hold. Whoever holds one of a
 * record's tokens sees it.
 */
public final class Audience {

	/** Every viewer. */
	public static final String PUBLIC = "public";

	/**
	 * Those who see every record (sentence 10). No record is released to it and no viewer
	 * holds it: it is where they find names.
	 */
	static final String EVERY_RECORD = "*";

	static final String COMMUNITY = "community:";

	static final String PARTNER = "partner:";

	static final String PARTY = "party:";

	static final String INDUSTRY = "industry:";

	static final String NATION = "nation:";

	static final String OFFICE = "office:";

	static final String ORGANIZATION = "organization:";

	private Audience() {
	}

	/**
	 * A nation.
	 * @param nation its ISO 3166 alpha-3 code
	 * @return the token of its viewers
	 */
	public static String nation(String nation) {
		return NATION + nation;
	}

	/**
	 * The members of a community.
	 * @param community its key
	 * @return the token of viewers of nations that are members today
	 */
	public static String community(String community) {
		return COMMUNITY + community;
	}

	/**
	 * The partners of a program.
	 * @param program its key
	 * @return the token of viewers of nations that take part today
	 */
	public static String partner(String program) {
		return PARTNER + program;
	}

	/**
	 * The parties to an agreement.
	 * @param agreement its key
	 * @return the token of viewers of nations that are party today
	 */
	public static String party(String agreement) {
		return PARTY + agreement;
	}

	/**
	 * The managers of a program.
	 * @param program its key
	 * @return the token of its program managers
	 */
	public static String office(String program) {
		return OFFICE + program;
	}

	/**
	 * The organizations that work on a program.
	 * @param program its key
	 * @return the token of viewers of organizations that work on it today
	 */
	public static String industry(String program) {
		return INDUSTRY + program;
	}

	/**
	 * An organization.
	 * @param organization the key of a contractor, an institution or a hub
	 * @return the token of its viewers
	 */
	public static String organization(String organization) {
		return ORGANIZATION + organization;
	}

}
