package org.jointregistry.dependence;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Records by which organizations are tied to something while they hold: an organization
 * itself, or a record that names both.
 */
enum Tie implements Lasting {

	/** A contractor, to its parts and to its owners. */
	CONTRACTOR("Contractor", List.of(), List.of(Path.to("subsidiaries", "owners"))),

	/** An institution, to the nations that maintain it. */
	INSTITUTION("Institution", List.of(), List.of(Path.to("maintainedBy"))),

	/** An innovation hub, to the community that runs it. */
	HUB("InnovationHub", List.of(), List.of(Path.to("community"))),

	/** Who does work today, to the program that it is work for. */
	WORK("WorkShare", List.of("contractor", "institution"), List.of(Path.to("program")),
			Telling.period("since", "until")),

	/** Who has a contract that is not at its end, to the program that it is for. */
	CONTRACT("Contract", List.of("contractor"), List.of(Path.to("program")), Telling.openContract()),

	/** The hub of a challenge that is open today, to the program that it is posed for. */
	CHALLENGE("Challenge", List.of("hub"), List.of(Path.to("program")), Telling.period("opened", "closed")),

	/** Who is in a cohort that has not ended, to its program and its challenge's hub. */
	COHORT("Cohort", List.of("members"), List.of(Path.to("program"), Path.to("challenge").then("hub")),
			Telling.period("began", "ended"));

	private final String type;

	private final List<String> organizations;

	private final List<Path> connected;

	private final List<Telling> telling;

	Tie(String type, List<String> organizations, List<Path> connected) {
		this(type, organizations, connected, List.of());
	}

	Tie(String type, List<String> organizations, List<Path> connected, List<Telling> telling) {
		this.type = type;
		this.organizations = organizations;
		this.connected = connected;
		this.telling = telling;
	}

	/**
	 * Fields that lead to the organizations.
	 * @return none where the record is the organization
	 */
	List<String> organizations() {
		return this.organizations;
	}

	/**
	 * Paths to what the organizations are tied to.
	 * @return one or more
	 */
	List<Path> connected() {
		return this.connected;
	}

	@Override
	public String target() {
		return this.type;
	}

	@Override
	public List<Telling> telling() {
		return this.telling;
	}

	/**
	 * A path from a record.
	 *
	 * @param first fields of the record, any of which is followed, in one direction
	 * @param next the field that is followed then; null where the path ends
	 */
	record Path(List<String> first, @Nullable String next) {

		static Path to(String... fields) {
			return new Path(List.of(fields), null);
		}

		Path then(String field) {
			return new Path(this.first, field);
		}

	}

}
