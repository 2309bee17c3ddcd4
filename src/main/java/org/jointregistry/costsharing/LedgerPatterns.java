package org.jointregistry.costsharing;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * What insights ask of the entries of the ledger, as far as the viewer sees them.
 */
public final class LedgerPatterns {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String ENTRY = "Contribution";

	private final Weaving weave;

	/**
	 * Patterns of a statement.
	 * @param weave what the statement is built from
	 */
	public LedgerPatterns(Weaving weave) {
		this.weave = weave;
	}

	/**
	 * The entries that go to a program.
	 * @param program a node that is matched already
	 * @return the pattern of an entry
	 */
	public Guarded of(Node program) {
		return this.weave.follow(program, "Program", "contributions");
	}

	/**
	 * A stored value of an entry.
	 * @param entry the entry
	 * @param field the field
	 * @return the value, null for a figure that is not seen
	 */
	public Expression value(Guarded entry, String field) {
		return this.weave.value(entry.node(), ENTRY, field);
	}

	/**
	 * Whether an entry counts in sums: it says what was given or owed, and no other takes
	 * it back or takes its place.
	 * @param entry the entry
	 * @return the condition
	 */
	public Condition stands(Guarded entry) {
		Guarded successor = this.weave.follow(entry.node(), ENTRY, "supersededBy");
		Guarded reversal = this.weave.follow(entry.node(), ENTRY, "reversedBy");
		Condition moves = value(entry, "kind")
			.in(Cypher.listOf(Cypher.literalOf("REVERSED"), Cypher.literalOf("VERIFIED")))
			.not();
		return moves.and(isThere(successor).not()).and(isThere(reversal).not());
	}

	/**
	 * Whether an entry is of one party, for one program, and has an amount.
	 * @param entry the entry
	 * @return the condition
	 */
	Condition isOfOne(Guarded entry) {
		Guarded party = this.weave.follow(entry.node(), ENTRY, "contributors");
		Guarded program = this.weave.follow(entry.node(), ENTRY, "programs");
		return value(entry, "amount").isNotNull()
			.and(value(entry, "currency").isNotNull())
			.and(count(party).isEqualTo(Cypher.literalOf(1)))
			.and(count(program).isEqualTo(Cypher.literalOf(1)));
	}

	/**
	 * Whether a nation is among those who gave an entry.
	 * @param entry the entry
	 * @return the condition
	 */
	Condition isOfNation(Guarded entry) {
		Guarded nation = this.weave.follow(entry.node(), ENTRY, "contributors");
		return isThere(nation, nation.node().hasLabels("Nation"));
	}

	/**
	 * Whether a nation is among those who gave an entry.
	 * @param entry the entry
	 * @param key the nation's key
	 * @return the condition
	 */
	Condition isOfNation(Guarded entry, Expression key) {
		Guarded nation = this.weave.follow(entry.node(), ENTRY, "contributors");
		return isThere(nation, nation.node().hasLabels("Nation").and(nation.node().property("key").isEqualTo(key)));
	}

	/**
	 * How many a pattern finds.
	 * @param pattern leads to nodes
	 * @return their number
	 */
	public static Expression count(Guarded pattern) {
		return Cypher.count(pattern.match(SEEN).returning(pattern.node()).build());
	}

	/**
	 * Whether a pattern finds any.
	 * @param pattern leads to nodes
	 * @return the condition
	 */
	static Condition isThere(Guarded pattern) {
		return isThere(pattern, SEEN);
	}

	private static Condition isThere(Guarded pattern, Condition further) {
		return Cypher.exists(pattern.match(further).returning(pattern.node()).build());
	}

}
