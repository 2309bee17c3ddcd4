package org.jointregistry.oracle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the values of a document: each second one becomes a variable, and so does each
 * part of a value that asks for it. A value that is asked for again may be the same
 * variable.
 */
final class ValueWriter {

	private static final JsonMapper JSON = new JsonMapper();

	private final StringJoiner declared = new StringJoiner(", ", "(", ")").setEmptyValue("");

	private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();

	private final Map<Request.Variable, String> known = new LinkedHashMap<>();

	private final boolean literally;

	private int count;

	/**
	 * A writer.
	 * @param literally whether nothing becomes a variable
	 */
	ValueWriter(boolean literally) {
		this.literally = literally;
	}

	/**
	 * A value of an argument.
	 * @param type as a variable is declared
	 * @param value texts, numbers, names, lists and maps; null where a condition is null
	 * @return as it stands in the document
	 */
	String value(String type, Object value) {
		return (this.count++ % 2 == 0 || this.literally) ? literal(value) : variable(new Request.Variable(type, value));
	}

	/** The declarations of all variables, in brackets; empty without. */
	String declarations() {
		return this.declared.toString();
	}

	Map<String, @Nullable Object> variables() {
		return this.variables;
	}

	private String variable(Request.Variable variable) {
		return "$" + this.known.computeIfAbsent(variable, (added) -> {
			String name = HostileNames.at(this.variables.size());
			this.variables.put(name, plain(added.value()));
			this.declared.add("$%s: %s".formatted(name, added.type()));
			return name;
		});
	}

	private String literal(@Nullable Object value) {
		return switch (value) {
			case null -> "null";
			case Request.Name name -> name.value();
			case Request.Variable variable -> this.literally ? literal(variable.value()) : variable(variable);
			case Map<?, ?> map -> {
				StringJoiner fields = new StringJoiner(", ", "{", "}");
				map.forEach((key, element) -> fields.add(key + ": " + literal(element)));
				yield fields.toString();
			}
			case Collection<?> list -> {
				StringJoiner elements = new StringJoiner(", ", "[", "]");
				list.forEach((element) -> elements.add(literal(element)));
				yield elements.toString();
			}
			default -> JSON.writeValueAsString(value);
		};
	}

	private static @Nullable Object plain(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case Request.Name name -> name.value();
			case Request.Variable variable -> plain(variable.value());
			case Map<?, ?> map -> {
				Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
				map.forEach((key, element) -> plain.put(key, plain(element)));
				yield plain;
			}
			case Collection<?> list -> list.stream().map(ValueWriter::plain).toList();
			default -> value;
		};
	}

}
