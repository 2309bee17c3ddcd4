package org.jointregistry.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingAndWith;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWith;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code pendingActions}: of each kind, the records that wait for
 * somebody.
 */
final class PendingQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String PROGRAM = "Program";

	private static final String KEY = "key";

	/** Completes a date to a text that is behind all days of it, and before the next. */
	private static final Expression LAST = Cypher.literalOf("-99-99");

	private static final Expression FULL = Cypher.literalOf(10);

	private static final SymbolicName ROWS = Cypher.name("rows");

	private static final SymbolicName ROW = Cypher.name("row");

	private static final SymbolicName KIND = Cypher.name("kind");

	private static final SymbolicName WAITS = Cypher.name("waits");

	private static final SymbolicName DAY = Cypher.name("day");

	private static final SymbolicName END = Cypher.name("end");

	private static final SymbolicName AWAITED = Cypher.name("awaited");

	private static final SymbolicName DECIDED = Cypher.name("decided");

	/** Names what patterns of the guard's have found. */
	private static final Node RECORD = Cypher.anyNode("record");

	private static final Node PARTY = Cypher.anyNode("party");

	private static final Expression OWED = Cypher.listOf(Cypher.literalOf("BREACHED"), Cypher.literalOf("IN_PROGRESS"),
			Cypher.literalOf("STANDING"));

	private final @Nullable Expression program;

	private final Expression on;

	private final Expression most;

	private final Weaving weave;

	private final Projection records;

	private final Projection awaited;

	private PendingQuestion(@Nullable String program, String on, int limit, Weaving weave) {
		this.program = (program != null) ? weave.parameter(program) : null;
		this.on = weave.parameter(on);
		this.most = weave.parameter((long) limit + 1);
		this.weave = weave;
		this.records = weave.projection("Record", "actions/record");
		this.awaited = weave.projection("Party", "actions/awaited");
	}

	/**
	 * Asks what waits to be done.
	 * @param program key of a program; null for all
	 * @param on the day that is asked about
	 * @param limit actions at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<PendingActions> of(@Nullable String program, String on, int limit, Weaving weave) {
		PendingQuestion question = new PendingQuestion(program, on, limit, weave);
		return new Insight<>(List.of(PendingQuestion.class, program != null), question::expression,
				new PendingReading(on, limit, question.records, question.awaited)::read);
	}

	private Expression expression() {
		return (this.program == null) ? actions(null) : this.weave.one(PROGRAM, this.program, this::actions);
	}

	/** What is due comes first, then what waits longest; what is unknown comes last. */
	private Expression actions(@Nullable Node of) {
		List<Expression> found = new ArrayList<>();
		for (PendingActionKind kind : PendingActionKind.values()) {
			String field = kind.field();
			found.add((of != null && field != null) ? found(kind, this.weave.follow(of, PROGRAM, field))
					: found(kind, this.weave.listed(kind.type())));
		}
		SymbolicName record = RECORD.getRequiredSymbolicName();
		return Cypher.collect(Cypher.unwind(Cypher.listOf(found))
			.as(ROWS)
			.unwind(ROWS)
			.as(ROW)
			.with(Cypher.valueAt(ROW, 0).as(KIND), Cypher.valueAt(ROW, 1).as(WAITS), Cypher.valueAt(ROW, 2).as(record),
					Cypher.valueAt(ROW, 3).as(DAY), Cypher.valueAt(ROW, 4).as(END), Cypher.valueAt(ROW, 5).as(AWAITED))
			.orderBy(WAITS.ascending(), END.ascending(), KIND.ascending(), RECORD.property(KEY).ascending())
			.limit(this.most)
			.returning(Cypher.listOf(KIND, this.records.of(RECORD), DAY, shown()))
			.build());
	}

	private Expression shown() {
		return Cypher.collect(Cypher.unwind(AWAITED)
			.as(PARTY.getRequiredSymbolicName())
			.with(PARTY)
			.orderBy(Cypher.head(Cypher.labels(PARTY)).ascending(), PARTY.property(KEY).ascending())
			.returning(this.awaited.of(PARTY))
			.build());
	}

	private Expression found(PendingActionKind kind, Guarded record) {
		Node node = record.node();
		Expression day = this.weave.value(node, kind.type(), kind.dated());
		Expression end = Cypher.left(day.concat(LAST), FULL);
		Expression awaited = parties(kind, node);
		ExposesWith open = record.once(isOpen(kind, node));
		OngoingReadingAndWith first = kind.isDue()
				? first(open.with(node, day.as(DAY), end.as(END)).where(END.lt(this.on)).with(node, DAY, END), node)
					.with(node, DAY, END, awaited.as(AWAITED))
				: first(open.with(node, day.as(DAY), end.as(END), awaited.as(AWAITED))
					.where(Cypher.size(AWAITED).gt(Cypher.literalOf(0)))
					.with(node, DAY, END, AWAITED), node);
		return Cypher.collect(first.returning(Cypher.listOf(Cypher.literalOf(kind.name()),
				Cypher.literalOf(!kind.isDue()), node.getRequiredSymbolicName(), DAY, END, AWAITED))
			.build());
	}

	/** No more of a kind than are given of all, so that few are held at a time. */
	private OngoingReadingAndWith first(OrderableOngoingReadingAndWith found, Node record) {
		return found.orderBy(END.ascending(), record.property(KEY).ascending()).limit(this.most);
	}

	private Condition isOpen(PendingActionKind kind, Node record) {
		Function<String, Expression> fact = (field) -> this.weave.value(record, kind.type(), field);
		return switch (kind) {
			case VOTE -> fact.apply("state").isEqualTo(Cypher.literalOf("PROPOSED"));
			case CONSENT -> SEEN;
			case OBLIGATION -> fact.apply("status").in(OWED);
			case OFFSET -> fact.apply("state").isEqualTo(Cypher.literalOf("OPEN")).and(isOfProgram(record));
			case MILESTONE -> fact.apply("actual").isNull();
		};
	}

	/** No field of a program leads to its offsets. */
	private Condition isOfProgram(Node offset) {
		if (this.program == null) {
			return SEEN;
		}
		Guarded of = this.weave.follow(offset, "Offset", "program");
		Condition isIt = of.node().property(KEY).isEqualTo(this.program);
		return Cypher.exists(of.match(isIt).returning(of.node()).build());
	}

	private Expression parties(PendingActionKind kind, Node record) {
		return switch (kind) {
			case VOTE -> parties(this.weave.follow(record, kind.type(), "awaits"));
			case CONSENT -> undecided(record);
			case OBLIGATION -> parties(this.weave.follow(record, kind.type(), "debtors"));
			case OFFSET -> parties(this.weave.follow(record, kind.type(), "contractor"));
			case MILESTONE -> leaders(record);
		};
	}

	private Expression parties(Guarded party) {
		return Cypher.collect(party.match(SEEN).returning(party.node()).build());
	}

	/**
	 * Nations that are asked, and have no decision that stands. Who has decided is found
	 * once for a request, and not for each nation that it asks.
	 */
	private Expression undecided(Node request) {
		Guarded nation = this.weave.follow(request, "ConsentRequest", "nations");
		return Cypher.collect(
				nation
					.matchAfter(Cypher.unwind(Cypher.listOf(deciding(request))).as(DECIDED),
							nation.node().property(KEY).in(DECIDED).not())
					.returning(nation.node())
					.build());
	}

	/** Keys of the nations that have a decision that stands. */
	private Expression deciding(Node request) {
		Guarded decision = this.weave.follow(request, "ConsentRequest", "decisions");
		Guarded revocation = this.weave.follow(decision.node(), "ConsentDecision", "revokedBy");
		Guarded by = this.weave.follow(decision.node(), "ConsentDecision", "nation");
		Condition stands = this.weave.value(decision.node(), "ConsentDecision", "kind")
			.isNotEqualTo(Cypher.literalOf("REVOKED"))
			.and(Cypher.exists(revocation.match(SEEN).returning(revocation.node()).build()).not());
		return Cypher.collect(by.matchAfter(decision.match(stands), SEEN).returning(by.node().property(KEY)).build());
	}

	private Expression leaders(Node milestone) {
		return led(milestone, "leadNation").concat(led(milestone, "leadContractor"));
	}

	private Expression led(Node milestone, String field) {
		Guarded workPackage = this.weave.follow(milestone, "Milestone", "workPackage");
		Guarded leader = this.weave.follow(workPackage.node(), "WorkPackage", field);
		return Cypher.collect(leader.matchAfter(workPackage.match(SEEN), SEEN).returning(leader.node()).build());
	}

}
