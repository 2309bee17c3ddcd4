package org.jointregistry.exporting;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.jointregistry.importing.Column;
import org.jointregistry.importing.RegistryFormats;
import org.jointregistry.read.NodeType;
import org.jointregistry.read.Property;
import org.jointregistry.read.Relation;
import org.jointregistry.shared.ExactDecimal;

/**
 * Stored values as cells have them.
 */
final class CellValues {

	private static final String RELEASABLE_TO = "releasableTo";

	private CellValues() {
	}

	/**
	 * The field that a column has in common with those of all records.
	 * @param column such as {@code figures_marking}
	 * @return such as {@code figuresMarking}
	 */
	static String commonField(Column column) {
		String[] words = column.name().split("_");
		StringBuilder field = new StringBuilder(words[0]);
		for (int i = 1; i < words.length; i++) {
			field.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
		}
		return field.toString();
	}

	/**
	 * A stored value.
	 * @param property what it is
	 * @param stored the value; may be null
	 * @return the cell's
	 */
	static @Nullable Object of(Property property, @Nullable Object stored) {
		return switch (property.scalar()) {
			case "Decimal", "Percent", "MoneyAmount" ->
				(stored instanceof Long number) ? ExactDecimal.fromStored(number).toPlainString() : null;
			default -> property.name().equals(RELEASABLE_TO) ? released(stored) : stored;
		};
	}

	/**
	 * The audiences of a record as cells name them.
	 * @param stored such as {@code nation:DEU}; may be null
	 * @return such as {@code NATION:DEU}
	 */
	static @Nullable Object released(@Nullable Object stored) {
		return (stored instanceof List<?> tokens) ? tokens.stream().map(String::valueOf).map((token) -> {
			int colon = token.indexOf(':');
			return token.substring(0, colon).toUpperCase(Locale.ROOT) + token.substring(colon);
		}).toList() : null;
	}

	/**
	 * What a relation leads to.
	 * @param relation which
	 * @param target the type at its end
	 * @param found label and key of each record there; may have one several times
	 * @return the keys; null where there is none
	 */
	static @Nullable Object of(Relation relation, NodeType target, @Nullable Object found) {
		SortedSet<String> named = new TreeSet<>();
		if (found instanceof List<?> nodes) {
			nodes.forEach((node) -> named.add(named(target, (List<?>) node)));
		}
		return relation.many() ? List.copyOf(named) : named.stream().findFirst().orElse(null);
	}

	/**
	 * A record as a cell names it.
	 * @param target the type that the cell may name
	 * @param node the record's label and key
	 * @return the key, after the type where that is an interface
	 */
	static String named(NodeType target, List<?> node) {
		String key = String.valueOf(node.getLast());
		if (!target.isAbstract()) {
			return key;
		}
		return target.concretes()
			.stream()
			.filter((type) -> type.label().equals(node.getFirst()))
			.map((type) -> RegistryFormats.named(type.type(), key))
			.findFirst()
			.orElseThrow();
	}

}
