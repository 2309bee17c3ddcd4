package org.jointregistry.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

/**
 * What a client selects of a node that an insight's answer holds, under each alias.
 */
public final class Projection {

	private final CypherCompiler compiler;

	private final List<String> aliases;

	private final List<SelectionPlanner.Planned> planned;

	Projection(CypherCompiler compiler, List<String> aliases, List<SelectionPlanner.Planned> planned) {
		this.compiler = compiler;
		this.aliases = aliases;
		this.planned = planned;
	}

	/**
	 * What the statement returns for a node.
	 * @param node a node that the viewer sees
	 * @return a list
	 */
	public Expression of(Node node) {
		List<Expression> selections = new ArrayList<>();
		this.planned.forEach((each) -> selections.add(this.compiler.selected(each.plan(), node)));
		return Cypher.listOf(selections);
	}

	/**
	 * The node as graphql-java reads it.
	 * @param returned what the statement returned for it
	 * @return the node
	 */
	public FoundNode read(@Nullable Object returned) {
		List<?> values = (List<?>) Objects.requireNonNull(returned);
		Map<String, Row> rows = new LinkedHashMap<>();
		for (int index = 0; index < this.planned.size(); index++) {
			Row row = this.planned.get(index).shape().row(values.get(index));
			if (row != null) {
				rows.put(this.aliases.get(index), row);
			}
		}
		return new FoundNode(rows);
	}

}
