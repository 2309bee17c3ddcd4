package org.jointregistry.industry;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What is owed by an offset and what is credited of it, in one currency.
 *
 * @param value what is owed in all; null where unknown
 * @param fulfilled what is credited; null where nothing is
 * @param released when the rest was let off; null where it was not
 */
public record OffsetBalance(@Nullable BigDecimal value, @Nullable BigDecimal fulfilled, @Nullable String released) {

	/**
	 * Where the offset stands, {@code OffsetState} in the schema.
	 * @return OPEN where it is not known that all is credited
	 */
	public String state() {
		if (this.value != null && this.fulfilled != null && this.fulfilled.compareTo(this.value) >= 0) {
			return "FULFILLED";
		}
		return (this.released != null) ? "RELEASED" : "OPEN";
	}

}
