package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * What an entry states holds together, whatever the graph says: kind, form and amount,
 * quantity and unit, and the parts of a conversion. A currency without an amount is told
 * of every record.
 */
@Component
@Order(1)
class StatementRules implements Rule {

	private static final Set<String> COUNTED = Set.of("PEOPLE", "FACILITIES");

	private static final BigDecimal CENT = new BigDecimal("0.01");

	@Override
	public Set<String> mutations() {
		return Mutations.STATING;
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			if (writing.name().equals(Mutations.PLEDGE)) {
				entry.set("kind", Mutations.kind(entry));
			}
			money(writing, entry);
			inKind(writing, entry);
			conversion(writing, entry);
		}
	}

	private static void money(Writing writing, Entry entry) {
		boolean stated = has(entry, "amount");
		boolean cash = isCash(entry);
		writing.refuseIf(!agree(Mutations.kind(entry), cash), entry, LedgerRefusal.KIND_AND_FORM_DISAGREE, "form");
		boolean asked = !has(entry, "currency") && (cash || has(entry, "priceYear"));
		writing.refuseIf(!stated && asked, entry, LedgerRefusal.AMOUNT_REQUIRED, "amount");
		writing.refuseIf(stated && !cash && !has(entry, "valuationBasis"), entry,
				LedgerRefusal.VALUATION_BASIS_REQUIRED, "valuationBasis");
	}

	private static boolean agree(String kind, boolean cash) {
		return switch (kind) {
			case "PAID" -> cash;
			case "DELIVERED" -> !cash;
			default -> true;
		};
	}

	private static void inKind(Writing writing, Entry entry) {
		String resource = entry.text("resource");
		boolean told = resource != null || has(entry, "quantity") || has(entry, "unit");
		writing.refuseIf(isCash(entry) && told, entry, LedgerRefusal.IN_KIND_ONLY, "form");
		writing.refuseIf(resource != null && COUNTED.contains(resource) && !has(entry, "quantity"), entry,
				LedgerRefusal.QUANTITY_REQUIRED, "quantity");
		writing.refuseIf(has(entry, "quantity") != has(entry, "unit"), entry, LedgerRefusal.UNIT_REQUIRED, "unit");
		writing.refuseIf(isNothing(entry, "quantity"), entry, LedgerRefusal.OUT_OF_RANGE, "quantity");
	}

	private static void conversion(Writing writing, Entry entry) {
		long told = Stream.of("originalAmount", "originalCurrency", "rate", "rateDate")
			.filter((field) -> has(entry, field))
			.count();
		writing.refuseIf(told > 0 && told < 4, entry, LedgerRefusal.CONVERSION_INCOMPLETE, "originalAmount");
		BigDecimal amount = entry.decimal("amount");
		writing.refuseIf(told == 4 && !isConverted(amount, entry.decimal("originalAmount"), entry.decimal("rate")),
				entry, LedgerRefusal.CONVERSION_WRONG, "amount");
		writing.refuseIf(isNothing(entry, "rate"), entry, LedgerRefusal.OUT_OF_RANGE, "rate");
	}

	private static boolean isConverted(@Nullable BigDecimal amount, @Nullable BigDecimal original,
			@Nullable BigDecimal rate) {
		return amount != null && original != null && rate != null
				&& original.multiply(rate)
					.setScale(2, RoundingMode.HALF_UP)
					.subtract(amount)
					.abs()
					.compareTo(CENT) <= 0;
	}

	private static boolean isCash(Entry entry) {
		return "CASH".equals(entry.text("form"));
	}

	private static boolean isNothing(Entry entry, String field) {
		BigDecimal number = entry.decimal(field);
		return number != null && number.signum() <= 0;
	}

	private static boolean has(Entry entry, String field) {
		return entry.value(field) != null;
	}

}
