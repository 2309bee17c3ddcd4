package org.jointregistry.read;

import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.ReleaseStore;

/**
 * Compiles filters to conditions. A condition is null in the database's sense where a
 * value is; a negation takes that for false, so that {@code not} means exactly what the
 * filter leaves out.
 */
final class FilterCompiler {

	private final GraphModel model;

	private final Guard guard;

	FilterCompiler(GraphModel model, Guard guard) {
		this.model = model;
		this.guard = guard;
	}

	/**
	 * The condition that a filter makes.
	 * @param filter what is asked
	 * @param of the pattern that it is asked of
	 * @return no condition for a filter that holds of everything
	 */
	Condition condition(Filter filter, Guarded of) {
		return switch (filter) {
			case Filter.All all -> all(all.filters(), of);
			case Filter.Any any -> any(any.filters(), of);
			case Filter.Not not -> negated(condition(not.filter(), of));
			case Filter.Compare compare -> compare(compare, of);
			case Filter.KeyBound bound -> bound(bound, of);
			case Filter.Identity identity -> identity(identity, of);
			case Filter.Search search -> search(search, of);
			case Filter.Related related -> related(related, of);
		};
	}

	private Condition all(List<Filter> filters, Guarded of) {
		Condition all = Cypher.noCondition();
		for (Filter filter : filters) {
			all = all.and(condition(filter, of));
		}
		return all;
	}

	private Condition any(List<Filter> filters, Guarded of) {
		Condition any = Cypher.isFalse();
		for (Filter filter : filters) {
			any = any.or(whole(condition(filter, of)));
		}
		return any;
	}

	private static Condition negated(Condition condition) {
		return Cypher.coalesce(whole(condition), Cypher.literalFalse()).asCondition().not();
	}

	private static Condition whole(Condition condition) {
		return Cypher.isTrue().and(condition);
	}

	private Condition compare(Filter.Compare compare, Guarded of) {
		Expression stored = this.guard.value((compare.scope() == Plan.Scope.EDGE) ? of.edge() : of.node(),
				compare.property());
		boolean dated = compare.property().scalar().equals("PartialDate") && compare.operator().isBound();
		Expression bounded = compare.operator().isBound() ? OrderCompiler.comparable(stored, compare.property())
				: stored;
		Expression value = dated ? firstDay(stored) : bounded;
		Parameter<Object> asked = Cypher.parameter(compare.parameter());
		return switch (compare.operator()) {
			case EQ -> value.isEqualTo(asked);
			case IN -> value.in(asked);
			case LT -> value.lt(asked);
			case LTE -> value.lte(asked);
			case GT -> value.gt(asked);
			case GTE -> value.gte(asked);
			case CONTAINS -> Cypher.toLower(value).contains(asked);
			case STARTSWITH -> Cypher.toLower(value).startsWith(asked);
			case ISNULL -> asked.asCondition().and(value.isNull()).or(asked.asCondition().not().and(value.isNotNull()));
			case INCLUDES -> asked.in(value);
		};
	}

	private static Condition bound(Filter.KeyBound bound, Guarded of) {
		Parameter<Object> asked = Cypher.parameter(bound.parameter());
		return switch (bound.operator()) {
			case LT -> of.key().lt(asked);
			case LTE -> of.key().lte(asked);
			case GT -> of.key().gt(asked);
			case GTE -> of.key().gte(asked);
			default -> throw new IllegalArgumentException(bound.operator() + " is no bound");
		};
	}

	private static Expression firstDay(Expression date) {
		return Cypher.left(date.concat(Cypher.literalOf(StoredValue.FIRST_DAY)),
				Cypher.literalOf(StoredValue.FULL_DATE));
	}

	private static Condition identity(Filter.Identity identity, Guarded of) {
		Expression key = of.node().property("key");
		Condition known = key.in(Cypher.parameter(identity.keys()));
		return (identity.typed() == null) ? known
				: known.and(Cypher.head(of.node().labels())
					.concat(Cypher.literalOf(":"))
					.concat(key)
					.in(Cypher.parameter(identity.typed())));
	}

	private Condition search(Filter.Search search, Guarded of) {
		SymbolicName asked = Cypher.name("asked");
		SymbolicName word = Cypher.name("word");
		Condition begins = Cypher.any(word)
			.in(this.guard.values().stored(of.node(), ReleaseStore.WORDS))
			.where(word.startsWith(asked));
		return Cypher.all(asked).in(Cypher.parameter(search.words())).where(begins);
	}

	private Condition related(Filter.Related related, Guarded of) {
		Guarded hop = this.guard.related(of.node(), related.relation(), this.model.node(related.relation().target()));
		Condition asked = condition(related.filter(), hop);
		return switch (related.quantifier()) {
			case SOME -> Cypher.exists(found(hop, asked));
			case NONE -> Cypher.exists(found(hop, asked)).not();
			case EVERY -> Cypher.exists(found(hop, negated(asked))).not();
		};
	}

	private static Statement found(Guarded hop, Condition asked) {
		return hop.match(asked).returning(hop.node()).build();
	}

}
