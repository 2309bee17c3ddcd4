package org.jointregistry.dependence;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.access.Validity;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * The relations along which something would be lost with a record, while they hold.
 */
enum Reliance implements Hop {

	/** Contractors with their seat in a nation. */
	SEAT("Nation", "contractors", "Contractor"),

	/** Programs that a nation takes part in today. */
	PART("Nation", "programs", "Program", (found, weave) -> Validity.takesPart(found.edge())),

	/** Technologies in which a nation holds a right today. */
	NATIONAL_RIGHT("Nation", "rights", "Technology", Reliance::isRight),

	/** Parts of a contractor. */
	SUBSIDIARY("Contractor", "subsidiaries", "Contractor"),

	/** Work that a contractor does today. */
	WORK("Contractor", "workShares", "WorkShare", Telling.period("since", "until")),

	/** Contracts that were placed with a contractor, and are not at their end. */
	CONTRACT("Contractor", "contracts", "Contract", Telling.openContract()),

	/** Technologies in which a contractor holds a right today. */
	RIGHT("Contractor", "rights", "Technology", Reliance::isRight),

	/** The program of a part of the work. */
	WORK_FOR("WorkShare", "program", "Program"),

	/** The program of a contract. */
	CONTRACT_FOR("Contract", "program", "Program"),

	/** Programs that use a technology. */
	USE("Technology", "programs", "Program",
			(found, weave) -> weave.fact(found.edge(), "TechnologyUse", "until").isNull()),

	/** Technologies derived from a technology. */
	DERIVATION("Technology", "derivatives", "Technology",
			(found, weave) -> weave.fact(found.edge(), "Derivation", "until").isNull());

	private final String source;

	private final String field;

	private final String target;

	private final List<Telling> telling;

	private final BiFunction<Guarded, Weaving, Condition> holds;

	Reliance(String source, String field, String target) {
		this(source, field, target, List.of());
	}

	Reliance(String source, String field, String target, List<Telling> telling) {
		this(source, field, target, telling, (found, weave) -> Cypher.noCondition());
	}

	Reliance(String source, String field, String target, BiFunction<Guarded, Weaving, Condition> holds) {
		this(source, field, target, List.of(), holds);
	}

	Reliance(String source, String field, String target, List<Telling> telling,
			BiFunction<Guarded, Weaving, Condition> holds) {
		this.source = source;
		this.field = field;
		this.target = target;
		this.telling = telling;
		this.holds = holds;
	}

	/**
	 * The relations of a type.
	 * @param type an object type
	 * @return none where nothing would be lost with such a record
	 */
	static List<Reliance> of(String type) {
		return Arrays.stream(values()).filter((reliance) -> reliance.source.equals(type)).toList();
	}

	@Override
	public String target() {
		return this.target;
	}

	@Override
	public Guarded from(Node record, Weaving weave) {
		return weave.follow(record, this.source, this.field);
	}

	@Override
	public List<Telling> telling() {
		return this.telling;
	}

	@Override
	public Condition holds(Guarded found, Weaving weave) {
		return this.holds.apply(found, weave);
	}

	/** A right that waits to be confirmed, or was refused, is none. */
	private static Condition isRight(Guarded right, Weaving weave) {
		Function<String, Expression> fact = (name) -> weave.fact(right.edge(), "IpRight", name);
		Expression confirmed = Cypher.literalOf("CONFIRMED");
		return Cypher.coalesce(fact.apply("confirmation"), confirmed)
			.isEqualTo(confirmed)
			.and(Validity.holds(fact.apply("since"), fact.apply("until")));
	}

}
