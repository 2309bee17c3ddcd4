package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PropertyContainer;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * Compiles the groups of a connection. A value that the viewer does not see is null here
 * as elsewhere: it is in no sum, and its element is in the group of what is unknown.
 */
final class GroupCompiler {

	private final CypherCompiler compiler;

	private final GraphModel model;

	private int names;

	GroupCompiler(CypherCompiler compiler, GraphModel model) {
		this.compiler = compiler;
		this.model = model;
	}

	/**
	 * What the statement returns for groups.
	 * @param of the pattern of the elements
	 * @param filter which of them
	 * @param groups what is asked
	 * @return a list of groups
	 */
	Expression groups(Guarded of, Condition filter, Plan.Groups groups) {
		List<SymbolicName> keys = groups.by().stream().map((by) -> name("g")).toList();
		List<SymbolicName> values = groups.measures().stream().map((measure) -> name("v")).toList();
		SymbolicName count = name("c");
		List<SymbolicName> results = groups.measures().stream().map((measure) -> name("m")).toList();
		List<IdentifiableElement> read = new ArrayList<>();
		List<IdentifiableElement> made = new ArrayList<>();
		for (int index = 0; index < keys.size(); index++) {
			read.add(key(groups.by().get(index), of).as(keys.get(index)));
			made.add(keys.get(index));
		}
		made.add(Cypher.count(Cypher.asterisk()).as(count));
		for (int index = 0; index < values.size(); index++) {
			Plan.Measure measure = groups.measures().get(index);
			read.add(value(measure, of).as(values.get(index)));
			made.add(made(measure.function(), values.get(index)).as(results.get(index)));
		}
		List<Expression> group = new ArrayList<>();
		for (int index = 0; index < keys.size(); index++) {
			group.add(shown(groups.by().get(index), keys.get(index)));
		}
		group.add(count);
		group.addAll(results);
		return Cypher.collect(elements(of, filter, read).with(made)
			.orderBy(sort(groups.by(), keys, count))
			.limit(Cypher.parameter(groups.limit()))
			.returning(Cypher.listOf(group))
			.build());
	}

	private static ExposesWith elements(Guarded of, Condition filter, List<IdentifiableElement> read) {
		ExposesWith found = of.once(filter);
		return read.isEmpty() ? found : found.with(read);
	}

	private SymbolicName name(String prefix) {
		return Cypher.name(prefix + this.names++);
	}

	private Expression key(Plan.GroupBy by, Guarded of) {
		return switch (by) {
			case Plan.ByValue value -> OrderCompiler.comparable(
					this.compiler.guard().value(container(value.scope(), of), value.property()), value.property());
			case Plan.ByNode node -> {
				Guarded hop = this.compiler.guard()
					.hop(of.node(), node.relation(), this.model.node(node.relation().target()));
				yield Cypher.head(Cypher.collect(hop.match(Cypher.noCondition()).returning(hop.node()).build()));
			}
		};
	}

	private Expression value(Plan.Measure measure, Guarded of) {
		PropertyContainer container = container(measure.scope(), of);
		Expression value = this.compiler.guard().value(container, measure.property());
		String currency = measure.property().currency();
		return (currency != null) ? Cypher.caseExpression()
			.when(this.compiler.guard().values().stored(container, currency).isNotNull())
			.then(value) : value;
	}

	private static PropertyContainer container(Plan.Scope scope, Guarded of) {
		return switch (scope) {
			case NODE -> of.node();
			case EDGE -> of.edge();
		};
	}

	private static Expression made(Plan.Function function, SymbolicName value) {
		return switch (function) {
			case KNOWN -> Cypher.count(value);
			case SUM -> Weaving.sum(value);
			case MIN -> Cypher.min(value);
			case MAX -> Cypher.max(value);
		};
	}

	private Expression shown(Plan.GroupBy by, SymbolicName key) {
		return switch (by) {
			case Plan.ByValue value -> key;
			case Plan.ByNode node -> {
				Node common = this.compiler.guard().known(key);
				List<Expression> selections = node.nodes()
					.stream()
					.map((selected) -> this.compiler.selected(selected, common))
					.toList();
				yield Cypher.caseExpression().when(key.isNotNull()).then(Cypher.listOf(selections));
			}
		};
	}

	private List<SortItem> sort(List<Plan.GroupBy> by, List<SymbolicName> keys, SymbolicName count) {
		List<SortItem> sort = new ArrayList<>();
		for (int index = 0; index < keys.size(); index++) {
			switch (by.get(index)) {
				case Plan.ByValue value -> sort.add(keys.get(index).ascending());
				case Plan.ByNode node -> {
					Node common = this.compiler.guard().known(keys.get(index));
					sort.add(OrderCompiler.computed(common.property("key")).ascending());
					sort.add(Cypher.head(Cypher.labels(common)).ascending());
				}
			}
		}
		return sort.isEmpty() ? List.of(count.ascending()) : sort;
	}

}
