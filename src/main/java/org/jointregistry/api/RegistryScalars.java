package org.jointregistry.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;

import graphql.schema.idl.RuntimeWiring;

import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.PartialDates;

/**
 * The scalars of the schema, each parsed into a value type with all its bounds checked.
 */
@Component
class RegistryScalars implements RuntimeWiringConfigurer {

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	@Override
	public void configure(RuntimeWiring.Builder wiring) {
		wiring.scalar(TextScalar.ofNumber("Decimal", ExactDecimal::parse, RegistryScalars::plain))
			.scalar(TextScalar.ofNumber("Percent", RegistryScalars::percent, RegistryScalars::plain))
			.scalar(TextScalar.ofNumber("MoneyAmount", RegistryScalars::amount, RegistryScalars::plain))
			.scalar(TextScalar.of("PartialDate", PartialDates::parse, Object::toString))
			.scalar(TextScalar.of("DateTime", RegistryScalars::instant, RegistryScalars::written))
			.scalar(TextScalar.of("CurrencyCode", RegistryScalars::currency, Object::toString));
	}

	private static String plain(Object number) {
		return ((BigDecimal) number).toPlainString();
	}

	private static BigDecimal percent(String text) {
		BigDecimal percent = ExactDecimal.parse(text);
		if (percent.signum() < 0 || percent.compareTo(WHOLE) > 0) {
			throw new IllegalArgumentException("is no share from 0 to 100 percent");
		}
		return percent;
	}

	private static BigDecimal amount(String text) {
		BigDecimal amount = ExactDecimal.parse(text);
		if (amount.signum() <= 0) {
			throw new IllegalArgumentException("is not greater than 0");
		}
		return amount;
	}

	private static OffsetDateTime instant(String text) {
		try {
			return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("is no instant such as 2026-01-31T09:30:00Z", ex);
		}
	}

	private static String written(Object instant) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format((OffsetDateTime) instant);
	}

	private static String currency(String code) {
		try {
			return Currency.getInstance(code).getCurrencyCode();
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("is no currency code of ISO 4217", ex);
		}
	}

}
