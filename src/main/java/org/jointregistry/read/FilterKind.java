package org.jointregistry.read;

/**
 * How values of a scalar may be asked for, and how they are stored.
 */
enum FilterKind {

	/** Text, compared by UTF-16 code units. */
	STRING("StringFilter"),

	/** Whole numbers. */
	INT("IntFilter"),

	/** Exact decimals, stored as ten-thousandths. */
	DECIMAL("DecimalFilter"),

	/** Dates as precisely as they are known. */
	PARTIAL_DATE("PartialDateFilter"),

	/** Instants. */
	DATE_TIME("DateTimeFilter"),

	/** True or false. */
	BOOLEAN("BooleanFilter"),

	/** Currencies, by code. */
	CURRENCY("CurrencyCodeFilter"),

	/** One of the names that an enum declares. */
	ENUM("");

	private final String filter;

	FilterKind(String filter) {
		this.filter = filter;
	}

	/**
	 * The kind of a scalar or an enum.
	 * @param scalar its name in the schema
	 * @param model the mapping, which knows the enums
	 * @return the kind
	 * @throws IllegalStateException for a scalar that has no stored form
	 */
	static FilterKind of(String scalar, GraphModel model) {
		return switch (scalar) {
			case "String" -> STRING;
			case "Int" -> INT;
			case "Boolean" -> BOOLEAN;
			case "Decimal", "Percent", "MoneyAmount" -> DECIMAL;
			case "PartialDate" -> PARTIAL_DATE;
			case "DateTime" -> DATE_TIME;
			case "CurrencyCode" -> CURRENCY;
			default -> {
				if (!model.isEnum(scalar)) {
					throw new IllegalStateException("No stored form of the scalar " + scalar);
				}
				yield ENUM;
			}
		};
	}

	String filterType(String scalar) {
		return (this == ENUM) ? scalar + "Filter" : this.filter;
	}

}
