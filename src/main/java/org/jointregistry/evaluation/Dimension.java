package org.jointregistry.evaluation;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * What nations have parts of.
 *
 * @param kind what it is
 * @param currency of money; null for what is none
 * @param stated whether money is of all currencies, as stated in one
 * @param body key of the body that votes are on; null for every other kind
 */
record Dimension(BalanceKind kind, @Nullable String currency, boolean stated,
		@Nullable String body) implements Comparable<Dimension> {

	private static final Comparator<Dimension> ORDER = Comparator.comparing(Dimension::kind)
		.thenComparing(Dimension::stated)
		.thenComparing((dimension) -> String.valueOf(dimension.currency()))
		.thenComparing((dimension) -> String.valueOf(dimension.body()));

	static Dimension of(BalanceKind kind) {
		return new Dimension(kind, null, false, null);
	}

	@Override
	public int compareTo(Dimension other) {
		return ORDER.compare(this, other);
	}

}
