package org.jointregistry.read;

import java.util.Map;

import graphql.execution.ResultPath;
import org.jspecify.annotations.Nullable;

/**
 * A node in the answer of an insight: what each of the fields that hold it selects.
 */
public final class FoundNode {

	private final Map<String, Row> rows;

	FoundNode(Map<String, Row> rows) {
		this.rows = rows;
	}

	/**
	 * The node as one field selects it.
	 * @param path of the field in the answer
	 * @return the row
	 */
	@Nullable Row row(ResultPath path) {
		StringBuilder aliases = new StringBuilder();
		path.toList()
			.stream()
			.skip(1)
			.filter(String.class::isInstance)
			.forEach((alias) -> aliases.append('/').append(alias));
		return this.rows.get(aliases.toString());
	}

}
