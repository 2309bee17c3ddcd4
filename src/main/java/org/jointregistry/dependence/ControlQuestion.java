package org.jointregistry.dependence;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.Validity;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Reached;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code controlChanges}: who supplies a nation's programs, and all
 * who own a part of any of them, by whatever way, each once and with those who own parts
 * of it.
 */
final class ControlQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String CONTRACTOR = "Contractor";

	private static final String KEY = "key";

	private static final SymbolicName ROWS = Cypher.name("rows");

	private static final SymbolicName ROW = Cypher.name("row");

	private static final SymbolicName PROGRAMS = Cypher.name("supplied");

	private static final SymbolicName PAIRS = Cypher.name("pairs");

	private static final SymbolicName PAIR = Cypher.name("pair");

	/** Names what patterns of the guard's have found. */
	private static final Node PROGRAM = Cypher.anyNode("program");

	private static final Node SUPPLIER = Cypher.anyNode("supplier");

	private final Weaving weave;

	private final ControlReading.Shown shown;

	private ControlQuestion(Weaving weave) {
		this.weave = weave;
		this.shown = ControlReading.Shown.of(weave);
	}

	/**
	 * Asks how suppliers came under foreign control.
	 * @param nation key of the nation whose suppliers they are
	 * @param since the first day; null for all
	 * @param limit changes at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<ControlChanges> of(String nation, @Nullable String since, int limit, Weaving weave) {
		ControlQuestion question = new ControlQuestion(weave);
		Projection shown = weave.projection("Nation", "nation");
		Parameter<Object> asked = weave.parameter(nation);
		return new Insight<>(ControlQuestion.class,
				() -> weave.one("Nation", asked, (of) -> Cypher.listOf(shown.of(of), question.supplying(of))),
				new ControlReading(since, limit, shown, question.shown)::read);
	}

	/**
	 * The suppliers, then all contractors that are one of them or own a part of one.
	 * Nobody controls a supplier of whom no part is owned.
	 */
	private Expression supplying(Node nation) {
		Guarded owner = this.weave.follow(SUPPLIER, CONTRACTOR, "owners");
		Condition isOwned = Cypher.exists(owner.match(SEEN).returning(owner.node()).build());
		return Cypher.last(Cypher.collect(Cypher.unwind(supplied(nation))
			.as(ROWS)
			.unwind(ROWS)
			.as(ROW)
			.withDistinct(Cypher.valueAt(ROW, 0).as(PROGRAM.getRequiredSymbolicName()),
					Cypher.valueAt(ROW, 1).as(SUPPLIER.getRequiredSymbolicName()))
			.with(SUPPLIER, Cypher.collect(PROGRAM).as(PROGRAMS))
			.where(isOwned)
			.with(Cypher.collect(Cypher.listOf(SUPPLIER.getRequiredSymbolicName(), PROGRAMS)).as(PAIRS))
			.returning(Cypher.listOf(suppliers(), owning()))
			.build()));
	}

	private Expression suppliers() {
		return Cypher.collect(Cypher.unwind(PAIRS)
			.as(PAIR)
			.with(Cypher.valueAt(PAIR, 0).as(SUPPLIER.getRequiredSymbolicName()), Cypher.valueAt(PAIR, 1).as(PROGRAMS))
			.returning(Cypher.listOf(SUPPLIER.property(KEY), this.shown.suppliers().of(SUPPLIER), programs()))
			.build());
	}

	private Expression programs() {
		return Cypher.collect(Cypher.unwind(PROGRAMS)
			.as(PROGRAM.getRequiredSymbolicName())
			.returning(Cypher.listOf(PROGRAM.property(KEY), this.shown.programs().of(PROGRAM)))
			.build());
	}

	/** A list for each program, of pairs of the program and who supplies it. */
	private Expression supplied(Node nation) {
		Guarded program = this.weave.follow(nation, "Nation", "programs");
		Node node = program.node();
		return Cypher.collect(program.match(Validity.takesPart(program.edge()))
			.returning(suppliers(node, "workShares", Reliance.WORK)
				.concat(suppliers(node, "contracts", Reliance.CONTRACT)))
			.build());
	}

	private Expression suppliers(Node program, String field, Reliance task) {
		Guarded work = this.weave.follow(program, "Program", field);
		Guarded contractor = this.weave.follow(work.node(), task.target(), "contractor");
		return Cypher.collect(contractor.matchAfter(task.reading(work, this.weave), SEEN)
			.returning(Cypher.listOf(program.getRequiredSymbolicName(), contractor.node().getRequiredSymbolicName()))
			.build());
	}

	/** The suppliers and all who own them, each with its seat and the shares in it. */
	private Expression owning() {
		Reached owner = this.weave.throughout(SUPPLIER, CONTRACTOR, "owners", (ownership) -> SEEN);
		Node node = owner.node();
		return Cypher.collect(owner
			.matchAfter(
					Cypher.unwind(PAIRS).as(PAIR).with(Cypher.valueAt(PAIR, 0).as(SUPPLIER.getRequiredSymbolicName())))
			.returning(Cypher.listOf(node.property(KEY), this.shown.owned().of(node), this.shown.owners().of(node),
					seat(node), stakes(node)))
			.build());
	}

	private Expression seat(Node contractor) {
		Guarded nation = this.weave.follow(contractor, CONTRACTOR, "nation");
		Node node = nation.node();
		return Cypher.head(Cypher.collect(nation.match(SEEN)
			.returning(Cypher.listOf(node.property(KEY), this.shown.seats().of(node), this.shown.nations().of(node),
					this.shown.before().of(node), this.shown.ownersNations().of(node)))
			.build()));
	}

	private Expression stakes(Node contractor) {
		Guarded owner = this.weave.follow(contractor, CONTRACTOR, "owners");
		return Cypher.collect(owner.match(SEEN)
			.returning(Cypher.listOf(owner.node().property(KEY), this.weave.fact(owner.edge(), "Ownership", "share"),
					this.weave.fact(owner.edge(), "Ownership", "asOf"),
					this.weave.fact(owner.edge(), "Ownership", "source")))
			.orderBy(owner.edge().property(KEY).ascending())
			.build());
	}

}
