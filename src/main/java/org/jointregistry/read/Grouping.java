package org.jointregistry.read;

import java.util.Locale;
import java.util.Set;

/**
 * Which fields lists are grouped by, and which are summed and compared within groups.
 */
final class Grouping {

	/** Each element has its own, so that no two are in one group. */
	private static final String UNIQUE = "key";

	private static final Set<String> NUMBERS = Set.of("Decimal", "Percent", "MoneyAmount");

	private static final Set<String> ORDERED = Set.of("Int", "PartialDate", "DateTime");

	private Grouping() {
	}

	static boolean isKey(MappedField field) {
		return switch (field) {
			case Property property -> !property.list() && !property.name().equals(UNIQUE);
			case Relation relation -> !relation.many();
		};
	}

	static boolean isNumber(MappedField field) {
		return field instanceof Property property && !property.list() && NUMBERS.contains(property.scalar());
	}

	static boolean isBounded(MappedField field) {
		return isNumber(field)
				|| field instanceof Property property && !property.list() && ORDERED.contains(property.scalar());
	}

	/**
	 * The enum value that stands for a field.
	 * @param field such as {@code priceYear}
	 * @return such as {@code PRICE_YEAR}
	 */
	static String constant(MappedField field) {
		return field.name().replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toUpperCase(Locale.ROOT);
	}

}
