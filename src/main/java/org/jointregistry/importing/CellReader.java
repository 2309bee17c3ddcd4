package org.jointregistry.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import graphql.language.Type;
import graphql.schema.idl.TypeInfo;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.PartialDates;
import org.jspecify.annotations.Nullable;

/**
 * Turns the text of a cell into the value that the graph stores, by the schema's type of
 * the field that it fills.
 */
final class CellReader {

	private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final String ESCAPED = ";\\";

	private final SchemaMap schema;

	CellReader(SchemaMap schema) {
		this.schema = schema;
	}

	/**
	 * Reads a cell.
	 * @param type the type of the field that it fills
	 * @param text the cell's text; null for a blank cell
	 * @param millions whether a number counts millions
	 * @return the value as it is stored; null for a blank cell
	 * @throws UnreadableCell if the text is no value of the type, or is blank and may not
	 * be
	 */
	@Nullable Object read(Type<?> type, @Nullable String text, boolean millions) throws UnreadableCell {
		TypeInfo info = TypeInfo.typeInfo(type);
		TypeInfo bare = info.isNonNull() ? info.unwrapOne() : info;
		if (bare.isList()) {
			return (text == null && !info.isNonNull()) ? null : readList(info.getName(), text);
		}
		if (text == null) {
			if (info.isNonNull()) {
				throw new UnreadableCell(FindingCode.MISSING_VALUE, "A value is needed");
			}
			return null;
		}
		return readOne(info.getName(), text, millions);
	}

	private List<Object> readList(String type, @Nullable String text) throws UnreadableCell {
		List<Object> values = new ArrayList<>();
		for (String part : split(text)) {
			values.add(readOne(type, part, false));
		}
		return values;
	}

	/**
	 * The values of a cell that may hold several. A backslash before a semicolon or a
	 * backslash has it stand for itself.
	 * @param text the cell's text; null for a blank cell
	 * @return the texts between semicolons, without those that are blank
	 */
	static List<String> split(@Nullable String text) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		String rest = (text != null) ? text : "";
		for (int i = 0; i < rest.length(); i++) {
			char read = rest.charAt(i);
			if (read == '\\' && i + 1 < rest.length() && ESCAPED.indexOf(rest.charAt(i + 1)) >= 0) {
				part.append(rest.charAt(++i));
			}
			else if (read == ';') {
				parts.add(part.toString());
				part.setLength(0);
			}
			else {
				part.append(read);
			}
		}
		parts.add(part.toString());
		return parts.stream().map(String::strip).filter((value) -> !value.isEmpty()).toList();
	}

	/**
	 * The cell that holds several values.
	 * @param values none blank
	 * @return the text that {@link #split} reads
	 */
	static String join(List<String> values) {
		return values.stream()
			.map((value) -> value.replace("\\", "\\\\").replace(";", "\\;"))
			.collect(Collectors.joining(";"));
	}

	private Object readOne(String type, String text, boolean millions) throws UnreadableCell {
		return switch (type) {
			case "String", "ID" -> text;
			case "Int" -> integer(text);
			case "Boolean" -> yesOrNo(text);
			case "PartialDate" -> date(text);
			case "CurrencyCode" -> currency(text);
			case "Decimal" -> stored(text, number(text));
			case "Percent" -> percent(text);
			case "MoneyAmount" -> money(text, millions ? number(text).multiply(MILLION) : number(text));
			default -> choice(type, text);
		};
	}

	private static Long integer(String text) throws UnreadableCell {
		if (!text.matches("-?[0-9]{1,9}")) {
			throw new UnreadableCell(FindingCode.BAD_NUMBER, text, "is not a whole number of at most 9 digits");
		}
		return Long.valueOf(text);
	}

	private static Boolean yesOrNo(String text) throws UnreadableCell {
		return switch (text) {
			case "Y" -> true;
			case "N" -> false;
			default -> throw new UnreadableCell(FindingCode.UNKNOWN_ENUM, text, "is neither Y nor N");
		};
	}

	private static String date(String text) throws UnreadableCell {
		try {
			return PartialDates.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableCell(FindingCode.BAD_DATE, text, String.valueOf(ex.getMessage()));
		}
	}

	private static String currency(String text) throws UnreadableCell {
		try {
			return Currency.getInstance(text).getCurrencyCode();
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableCell(FindingCode.UNKNOWN_CURRENCY, text, "is not a currency of ISO 4217");
		}
	}

	private static BigDecimal number(String text) throws UnreadableCell {
		if (!text.matches("[+-]?[0-9]{1,40}([.][0-9]{1,40})?")) {
			throw new UnreadableCell(FindingCode.BAD_NUMBER, text, "is not a decimal number such as 126.25");
		}
		return new BigDecimal(text);
	}

	private static Long percent(String text) throws UnreadableCell {
		BigDecimal share = number(text);
		if (share.signum() < 0 || share.compareTo(HUNDRED) > 0) {
			throw new UnreadableCell(FindingCode.OUT_OF_RANGE, text, "is not a share from 0 to 100 percent");
		}
		return stored(text, share);
	}

	private static Long money(String text, BigDecimal amount) throws UnreadableCell {
		if (amount.signum() <= 0) {
			throw new UnreadableCell(FindingCode.OUT_OF_RANGE, text, "is not an amount greater than 0");
		}
		return stored(text, amount);
	}

	private static Long stored(String text, BigDecimal number) throws UnreadableCell {
		try {
			return ExactDecimal.toStored(number);
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableCell(FindingCode.OUT_OF_RANGE, text, String.valueOf(ex.getMessage()));
		}
	}

	private String choice(String type, String text) throws UnreadableCell {
		String value = text.toUpperCase(Locale.ROOT).replace("PROGRAMME", "PROGRAM");
		if (!this.schema.enumValues(type).contains(value)) {
			throw new UnreadableCell(FindingCode.UNKNOWN_ENUM, text, "is no " + type);
		}
		return value;
	}

}
