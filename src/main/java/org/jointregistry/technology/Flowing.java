package org.jointregistry.technology;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * When technology flows by a transfer: where its kind moves something, and its status
 * says that it does so or did; and on which day.
 */
final class Flowing {

	/** All but consents and rules. */
	private static final List<String> KINDS = List.of("DELIVERY_AND_WORK", "EQUIPMENT", "EXPORT", "INFORMATION",
			"MANUFACTURING_DATA", "TECHNICAL_DATA", "TECHNOLOGY");

	private static final List<String> STATUSES = List.of("BLOCKED_THEN_RELEASED", "COMPLETED", "IN_FORCE",
			"PARTLY_DISPUTED", "REDUCED");

	private Flowing() {
	}

	/**
	 * Whether technology flows.
	 * @param kind the transfer's kind; null where it is to be taken away
	 * @param status where it stands; null where that is to be taken away
	 * @return true where both say so
	 */
	static boolean is(@Nullable String kind, @Nullable String status) {
		return kind != null && KINDS.contains(kind) && status != null && STATUSES.contains(status);
	}

	/**
	 * The condition that technology flows.
	 * @param fact gives a fact of the transfer by its name
	 * @return the condition
	 */
	static Condition condition(Function<String, Expression> fact) {
		return fact.apply("kind").in(texts(KINDS)).and(fact.apply("status").in(texts(STATUSES)));
	}

	/**
	 * The first day of a date, a year or a month counting from its first day.
	 * @param date as precisely as it is known
	 * @return the day; null in the database's sense with the date
	 */
	static Expression firstDay(Expression date) {
		return date
			.add(Cypher.substring(Cypher.literalOf("-01-01"), Cypher.size(date).subtract(Cypher.literalOf(4)), null));
	}

	private static Expression texts(List<String> names) {
		return Cypher.listOf(names.stream().map((name) -> (Expression) Cypher.literalOf(name)).toList());
	}

}
