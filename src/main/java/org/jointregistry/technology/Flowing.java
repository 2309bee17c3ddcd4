package org.jointregistry.technology;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * When technology flows by a transfer: where its kind moves something, and its status
 * says that it does so or did.
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
	 * @param transfer the name of the transfer's node in a statement
	 * @return a condition in Cypher
	 */
	static String condition(String transfer) {
		return "%1$s.kind IN [%2$s] AND %1$s.status IN [%3$s]".formatted(transfer, texts(KINDS), texts(STATUSES));
	}

	private static String texts(List<String> names) {
		return names.stream().collect(Collectors.joining("', '", "'", "'"));
	}

}
