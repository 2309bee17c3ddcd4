package org.jointregistry.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Values as JSON has them.
 */
final class Written {

	private Written() {
	}

	static @Nullable Object of(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case BigDecimal number -> number.stripTrailingZeros().toPlainString();
			case Instant instant -> instant.toString();
			case Collection<?> list -> list.stream().map(Written::of).toList();
			default -> value;
		};
	}

}
