package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.AliasedExpression;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingAndWith;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * A pattern together with the condition under which the viewer sees all of it. Only a
 * {@link Guard} makes one, and only from one is anything matched: a pattern without its
 * condition cannot be written.
 */
public final class Guarded {

	private final PatternElement pattern;

	private final Node node;

	private final @Nullable Relationship edge;

	private final Condition visible;

	private final Way way;

	Guarded(PatternElement pattern, Node node, @Nullable Relationship edge, Condition visible) {
		this(pattern, node, edge, visible, new Way.Direct());
	}

	private Guarded(PatternElement pattern, Node node, @Nullable Relationship edge, Condition visible, Way way) {
		this.pattern = pattern;
		this.node = node;
		this.edge = edge;
		this.visible = visible;
		this.way = way;
	}

	/**
	 * A pattern of one node that is found by those entries of an index that are the
	 * viewer's.
	 * @param node the node
	 * @param entries the relationships that lead to it
	 * @param further what must hold of an entry besides
	 * @return the pattern
	 */
	static Guarded byEntry(Node node, Way.Entries entries, Condition further) {
		return new Guarded(entries.relationship(), node, null, entries.holds().and(further), entries);
	}

	/**
	 * A pattern of one node of several types.
	 * @param node the node
	 * @param kinds patterns of the node, one for each type
	 * @param visible that the node is of one of the types, and seen
	 * @return the pattern
	 */
	static Guarded byKind(Node node, List<Guarded> kinds, Condition visible) {
		return new Guarded(node, node, null, visible, new Way.Kinds(kinds));
	}

	/**
	 * The same pattern of one node, found by the index on its key.
	 * @return the pattern
	 */
	Guarded foundByKey() {
		return new Guarded(this.pattern, this.node, this.edge, this.visible, new Way.ByKey());
	}

	/**
	 * The same pattern of one node, found by the index on its key among keys that each
	 * condition gives that it is matched with.
	 * @return the pattern
	 */
	Guarded foundByGivenKeys() {
		return new Guarded(this.pattern, this.node, this.edge, this.visible, new Way.ByGivenKeys());
	}

	/**
	 * The first nodes by key, with those that follow from what must hold besides. Each is
	 * found once.
	 * @param further makes the condition that must hold besides, anew for each reading
	 * @param cursor bounds of the key
	 * @param backwards whether from the end
	 * @param limit how many at most
	 * @return a reading in which {@link #node()} and {@link #foundKey()} are known
	 * @throws IllegalStateException if no index finds the nodes in that order
	 */
	ExposesWith firstByKey(Supplier<Condition> further, Function<Expression, Condition> cursor, boolean backwards,
			Expression limit) {
		return switch (this.way) {
			case Way.ByKey _ -> keyed().where(this.visible.and(cursor.apply(key())).and(further.get()));
			case Way.Kinds kinds -> Cypher.call(Cypher.unionAll(kinds.patterns()
				.stream()
				.map((kind) -> kind.first(kind.keyed(), List.of(), cursor, further.get(), backwards, limit))
				.<Statement>map((first) -> first.returning(this.node).build())
				.toList())).with(this.node);
			case Way.Entries entries when entries.scopes().loops().isEmpty() ->
				first(entries, cursor, further.get(), backwards, limit).with(this.node, keyName());
			case Way.Entries entries -> {
				Statement first = first(entries, cursor, further.get(), backwards, Cypher.literalOf(1))
					.returning(keyName())
					.build();
				Statement page = first(entries, cursor, further.get(), backwards, limit)
					.returning(this.node.getRequiredSymbolicName(), keyName())
					.build();
				yield entries.nearest(first, keyName(), backwards, limit)
					.call(page, Cypher.asterisk())
					.withDistinct(this.node.getRequiredSymbolicName(), keyName());
			}
			case Way.Direct _, Way.ByGivenKeys _ ->
				throw new IllegalStateException("Nodes that no index gives in the order of their keys");
		};
	}

	/**
	 * Nodes with keys within bounds: whether there are any, the first that is found
	 * tells.
	 * @param further makes the condition that must hold besides, anew for each reading
	 * @param bounds of the key
	 * @return a reading in which {@link #node()} is known
	 * @throws IllegalStateException if no index finds the nodes in that order
	 */
	ExposesWith anyByKey(Supplier<Condition> further, Function<Expression, Condition> bounds) {
		return (this.way instanceof Way.Entries) ? match(bounds.apply(key()).and(further.get()))
				: firstByKey(further, bounds, false, Cypher.literalOf(1));
	}

	/**
	 * The first nodes of one scope.
	 */
	private OngoingReadingAndWith first(Way.Entries entries, Function<Expression, Condition> cursor, Condition further,
			boolean backwards, Expression limit) {
		List<AliasedExpression> before = entries.index()
			.before()
			.stream()
			.map((name) -> entries.relationship().property(name).as(name))
			.toList();
		return first(entries.first(), before, cursor, further, backwards, limit);
	}

	/**
	 * The first nodes of one range of an index.
	 */
	private OngoingReadingAndWith first(OngoingReadingWithoutWhere reading, List<AliasedExpression> before,
			Function<Expression, Condition> cursor, Condition further, boolean backwards, Expression limit) {
		List<IdentifiableElement> carried = new ArrayList<>(List.of(this.node));
		carried.addAll(before);
		carried.add(key().as(keyName()));
		List<SortItem> order = Stream.concat(before.stream().map(AliasedExpression::asName), Stream.of(keyName()))
			.map((place) -> backwards ? place.descending() : place.ascending())
			.toList();
		return reading.where(this.visible.and(cursor.apply(key())).and(further))
			.with(carried)
			.orderBy(order)
			.limit(limit);
	}

	/**
	 * Matches the node by the index on its key, which is named, so that it compares keys
	 * whatever the planner thinks of the database's size.
	 */
	private OngoingReadingWithoutWhere keyed() {
		return Cypher.match(this.pattern).usingIndexSeek(this.node.property("key"));
	}

	/**
	 * Matches the pattern where the viewer sees it.
	 * @param further what must hold besides
	 * @return a reading to go on from
	 */
	public OngoingReadingWithWhere match(Condition further) {
		return switch (this.way) {
			case Way.Direct _, Way.Kinds _ -> matched(further);
			case Way.ByGivenKeys _ -> keyed().where(this.visible.and(further));
			case Way.ByKey _ -> keyed().where(this.visible.and(key().gte(Cypher.literalOf(""))).and(further));
			case Way.Entries entries -> entries.match(this.visible, further);
		};
	}

	/**
	 * Matches the pattern where the viewer sees it, with each node of a pattern of one
	 * node once, however many releases it is found by.
	 * @param further what must hold besides
	 * @return a reading to go on from
	 */
	public ExposesWith once(Condition further) {
		return repeats() ? match(further).withDistinct(this.node) : match(further);
	}

	/**
	 * Matches the pattern to count it: how many nodes of a label there are, the database
	 * knows.
	 * @param further what must hold besides
	 * @return a reading to go on from
	 */
	OngoingReadingWithWhere matchToCount(Condition further) {
		boolean known = this.way instanceof Way.ByKey && further == Cypher.noCondition();
		return known ? matched(further) : match(further);
	}

	private OngoingReadingWithWhere matched(Condition further) {
		return Cypher.match(this.pattern).where(this.visible.and(further));
	}

	/**
	 * Matches the pattern where the viewer sees it, after what was matched before.
	 * @param before a reading whose nodes the pattern may start from
	 * @param further what must hold besides
	 * @return a reading to go on from
	 * @throws IllegalStateException if nodes are found by entries of an index
	 */
	public OngoingReadingWithWhere matchAfter(ExposesMatch before, Condition further) {
		if (repeats()) {
			throw new IllegalStateException("A pattern that is found by entries starts a reading");
		}
		return before.match(this.pattern).where(this.visible.and(further));
	}

	/**
	 * Whether the pattern may be matched several times with the same node.
	 * @return true where nodes are found by entries of an index
	 */
	boolean repeats() {
		return this.way instanceof Way.Entries;
	}

	/**
	 * Whether an index finds the nodes in the order of their keys.
	 * @return true if {@link #firstByKey} may be asked
	 */
	boolean isByKey() {
		return switch (this.way) {
			case Way.ByKey _, Way.Kinds _ -> true;
			case Way.Entries entries -> entries.index().isByKey();
			case Way.Direct _, Way.ByGivenKeys _ -> false;
		};
	}

	/**
	 * The node's key, as the index holds it by which the pattern is found.
	 * @return a stored text
	 */
	Expression key() {
		return ((this.way instanceof Way.Entries entries) ? entries.relationship() : this.node).property("key");
	}

	/**
	 * The node's key in a reading of the first by key.
	 * @return a stored text
	 */
	Expression foundKey() {
		return (this.way instanceof Way.Entries) ? keyName() : key();
	}

	private SymbolicName keyName() {
		return Cypher.name(this.node.getRequiredSymbolicName().getValue() + "Key");
	}

	/**
	 * The node that the pattern leads to.
	 * @return a named node
	 */
	public Node node() {
		return this.node;
	}

	/**
	 * The relationship that leads to the node.
	 * @return a named relationship
	 * @throws IllegalStateException if the pattern is a node alone
	 */
	public Relationship edge() {
		if (this.edge == null) {
			throw new IllegalStateException("A pattern of one node has no edge");
		}
		return this.edge;
	}

}
