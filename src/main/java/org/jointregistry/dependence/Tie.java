package org.jointregistry.dependence;

import java.util.List;
import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

import org.jointregistry.access.Validity;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * Records by which organizations are tied to something while they hold: an organization
 * itself, or a record that names both.
 */
enum Tie implements Lasting {

	/** A contractor, to its parts and to its owners. */
	CONTRACTOR("Contractor", List.of(), List.of("subsidiaries|owners")),

	/** An institution, to the nations that maintain it. */
	INSTITUTION("Institution", List.of(), List.of("maintainedBy")),

	/** An innovation hub, to the community that runs it. */
	HUB("InnovationHub", List.of(), List.of("community")),

	/** Who does work today, to the program that it is work for. */
	WORK("WorkShare", List.of("contractor", "institution"), List.of("program"), "since", "until"),

	/** Who has a contract that is not at its end, to the program that it is for. */
	CONTRACT("Contract", List.of("contractor"), List.of("program"), List.of("state", "until"), Lasting::isOpen),

	/** The hub of a challenge that is open today, to the program that it is posed for. */
	CHALLENGE("Challenge", List.of("hub"), List.of("program"), "opened", "closed"),

	/** Who is in a cohort that has not ended, to its program and its challenge's hub. */
	COHORT("Cohort", List.of("members"), List.of("program", "challenge/hub"), "began", "ended");

	private final String type;

	private final List<String> organizations;

	private final List<String> connected;

	private final List<String> telling;

	private final Function<Function<String, Expression>, Condition> holds;

	Tie(String type, List<String> organizations, List<String> connected) {
		this(type, organizations, connected, List.of(), (value) -> Cypher.noCondition());
	}

	Tie(String type, List<String> organizations, List<String> connected, String since, String until) {
		this(type, organizations, connected, List.of(since, until),
				(value) -> Validity.holds(value.apply(since), value.apply(until)));
	}

	Tie(String type, List<String> organizations, List<String> connected, List<String> telling,
			Function<Function<String, Expression>, Condition> holds) {
		this.type = type;
		this.organizations = organizations;
		this.connected = connected;
		this.telling = telling;
		this.holds = holds;
	}

	/**
	 * Fields that lead to the organizations.
	 * @return none where the record is the organization
	 */
	List<String> organizations() {
		return this.organizations;
	}

	/**
	 * Paths of fields that lead to what the organizations are tied to.
	 * @return one or more, with {@code /} between the steps of a path and {@code |}
	 * between the fields of a step
	 */
	List<String> connected() {
		return this.connected;
	}

	@Override
	public String target() {
		return this.type;
	}

	@Override
	public List<String> telling() {
		return this.telling;
	}

	@Override
	public Condition holds(Guarded found, Weaving weave, Function<String, Expression> value) {
		return this.holds.apply(value);
	}

}
