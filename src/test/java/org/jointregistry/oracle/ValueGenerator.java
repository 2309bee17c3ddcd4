package org.jointregistry.oracle;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/**
 * Values of every scalar, few enough to meet each other and odd enough to hurt.
 */
final class ValueGenerator {

	private static final List<String> TEXTS = List.of("Alpha", "alpha", "ALPHA beta", "Beta", "Béta", "Ärger", "zulu",
			"", " ", "MATCH (n) DETACH DELETE n", "`viewer`", "it's \"quoted\"", "\u202Etfel-ot-thgir \u05D0\u05D1",
			"$token", "n0", "\\", "a\nb", "\uD83D\uDE00", "\uFF5E", "\uFF5E\uD83D\uDE00", "} RETURN 1 //", "null",
			"Müller Straße", "Łódź-Øresund", "Ægir İstanbul", "ılgaz Þór", "Ελλάς ΟΔΟΣ", "Київ 2", "שָׁלוֹם", "ガイド がく",
			"한글", "\uFB01\u00ADn\u200Dal\u200Bx²", "E\u0301 d’Or", "x".repeat(10_000));

	/** Texts to search for, beside those that are there and their beginnings. */
	private static final List<String> SEARCHES = List.of("", " ", "-", "\u0301", "muller", "STRASSE mull", "lodz",
			"oresund lodz", "aegir", "istanbul", "ISTANBUL", "Ilgaz thor", "οδος", "ΕΛΛΆΣ", "київ", "שלום", "かく", "カイト",
			"하", "final X2", "e or d", "al al", "beta alpha", "x".repeat(100), "x".repeat(150), "b a",
			"\uD83D\uDE00 a");

	private static final int LONGEST_SEARCH = 200;

	private static final List<String> DATES = List.of("1999-12-31", "2019", "2019-07", "2019-07-17", "2026-01-01",
			"2027", "2030-01", "2031-05-06");

	private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());

	/** Dates around today, as precisely as they may be known. */
	private static final List<String> PRESENT = List.of(TODAY.toString(), TODAY.toString(),
			TODAY.minusDays(1).toString(), TODAY.plusDays(1).toString(), TODAY.toString().substring(0, 7),
			TODAY.toString().substring(0, 4), TODAY.plusMonths(1).toString().substring(0, 7),
			TODAY.plusYears(1).toString().substring(0, 4));

	private static final List<String> NUMBERS = List.of("0.0001", "1", "12.5", "37.5", "99.9999", "100");

	private static final List<String> CURRENCIES = List.of("EUR", "USD", "SEK");

	private static final int MOST_DISTINCT = 6;

	private final Random random;

	private final Sdl sdl;

	ValueGenerator(Sdl sdl, Random random) {
		this.sdl = sdl;
		this.random = random;
	}

	/**
	 * A value for a field, null now and then where it may be.
	 * @param field of which type
	 * @return the value as graphs in memory hold it
	 */
	@Nullable Object value(Sdl.Field field) {
		if (!field.required() && chance(30)) {
			return null;
		}
		return field.list() ? texts() : scalar(field.scalar());
	}

	/**
	 * A value of a scalar or an enum.
	 * @param scalar its name
	 * @return the value
	 */
	Object scalar(String scalar) {
		return switch (scalar) {
			case "String" -> text();
			case "Int" -> one(List.of(0, 1, 1, 2, 2019, 2020, -1));
			case "Boolean" -> this.random.nextBoolean();
			case "Decimal", "Percent", "MoneyAmount" -> new BigDecimal(one(NUMBERS));
			case "PartialDate" -> one(chance(40) ? PRESENT : DATES);
			case "DateTime" -> Instant.parse("2025-0%d-01T10:00:00Z".formatted(1 + this.random.nextInt(MOST_DISTINCT)));
			case "CurrencyCode" -> one(CURRENCIES);
			default -> one(this.sdl.enums().getOrDefault(scalar, List.of()));
		};
	}

	String text() {
		return chance(1) ? TEXTS.getLast() : TEXTS.get(this.random.nextInt(TEXTS.size() - 1));
	}

	/** A text to search for. */
	String search() {
		if (chance(40)) {
			return one(SEARCHES);
		}
		String text = text();
		int characters = Math.min(LONGEST_SEARCH, text.codePointCount(0, text.length()));
		String begin = text.substring(0, text.offsetByCodePoints(0, chance(50) ? characters : upTo(characters)));
		return chance(30) ? begin.toUpperCase(Locale.ROOT) : begin;
	}

	List<String> texts() {
		List<String> texts = new ArrayList<>();
		for (int count = this.random.nextInt(3); count > 0; count--) {
			texts.add(text());
		}
		return texts;
	}

	<T> T one(List<T> of) {
		return of.get(this.random.nextInt(of.size()));
	}

	/** Some of the elements, in their order. */
	<T> List<T> some(List<T> of, int percent) {
		return of.stream().filter((element) -> chance(percent)).toList();
	}

	boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	int upTo(int most) {
		return this.random.nextInt(most + 1);
	}

}
