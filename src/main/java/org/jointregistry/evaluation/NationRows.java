package org.jointregistry.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;

import org.jointregistry.costsharing.NationalSums.Held;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * Rows of a statement behind {@code partnerBalance}, each of which begins with a nation.
 */
final class NationRows {

	/** Names of the fields down to each nation. */
	static final String EACH = "nations/nation";

	/** Names of the fields down to a nation that is named alone. */
	static final String LARGEST = "dimensions/largest";

	/** Where a row goes on after the nation. */
	static final int MORE = 3;

	private final Projection each;

	private final Projection largest;

	NationRows(Weaving weave) {
		this.each = weave.projection("Nation", EACH);
		this.largest = weave.projection("Nation", LARGEST);
	}

	/**
	 * A list of rows.
	 * @param found what was matched
	 * @param nation the nation of each match
	 * @param more what a row holds besides
	 * @return the list
	 */
	Expression rows(OngoingReadingWithWhere found, Node nation, List<Expression> more) {
		List<Expression> row = new ArrayList<>(
				List.of(nation.property("key"), this.each.of(nation), this.largest.of(nation)));
		row.addAll(more);
		return Cypher.collect(found.returning(Cypher.listOf(row)).build());
	}

	/**
	 * Reads a list of rows, and makes their nations known.
	 * @param returned the lists of the statement
	 * @param place which of them, from 0
	 * @param portions where the nations are made known
	 * @return the rows
	 */
	List<List<?>> read(@Nullable Object returned, int place, Portions portions) {
		List<List<?>> rows = new ArrayList<>();
		for (Object one : (List<?>) ((List<?>) Objects.requireNonNull(returned)).get(place)) {
			List<?> row = (List<?>) one;
			portions.know(key(row), () -> new Held(this.each.read(row.get(1)), this.largest.read(row.get(2))));
			rows.add(row);
		}
		return rows;
	}

	static String key(List<?> row) {
		return (String) row.getFirst();
	}

}
