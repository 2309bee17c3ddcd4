package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import graphql.language.Type;
import org.jointregistry.importing.Draft.Reference;
import org.jspecify.annotations.Nullable;
import org.jointregistry.recording.NodeRef;

/**
 * A row while it is read: its cells, what is wrong with them, and the nodes that they
 * name.
 */
final class RowContext {

	private static final Map<String, String> PREFIXES = Map.of("NATION", "Nation", "COMMUNITY", "Community", "PROGRAM",
			"Program", "CONTRACTOR", "Contractor", "INSTITUTION", "Institution", "HUB", "InnovationHub", "ROLE",
			"PartyRole");

	private final SchemaMap schema;

	private final long line;

	private final Cells cells;

	private final Set<Finding> findings = new LinkedHashSet<>();

	private final List<Reference> references = new ArrayList<>();

	RowContext(SchemaMap schema, long line, Cells cells) {
		this.schema = schema;
		this.line = line;
		this.cells = cells;
	}

	/**
	 * What stands before the key of a record that may be of several types.
	 * @param type name of its object type
	 * @return such as {@code NATION}
	 * @throws IllegalArgumentException if no cell names a record of that type so
	 */
	static String prefix(String type) {
		return PREFIXES.entrySet()
			.stream()
			.filter((prefix) -> prefix.getValue().equals(type))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(type));
	}

	Cells cells() {
		return this.cells;
	}

	long line() {
		return this.line;
	}

	Set<Finding> findings() {
		return this.findings;
	}

	List<Reference> references() {
		return this.references;
	}

	/**
	 * Reads a cell.
	 * @param type the type of the field that it fills
	 * @param column the cell's column
	 * @param millions whether a number counts millions
	 * @return the value as it is stored; null where it is blank or unreadable, which is
	 * then a finding
	 */
	@Nullable Object value(Type<?> type, String column, boolean millions) {
		try {
			return new CellReader(this.schema).read(type, this.cells.text(column), millions);
		}
		catch (UnreadableCell ex) {
			reject(ex.code(), column, ex.reason());
			return null;
		}
	}

	/**
	 * A node that a cell names, by its key or, where there may be several types, as in
	 * {@code NATION:GBR}.
	 * @param type name of the type asked for: an object type or an interface
	 * @param column the cell's column
	 * @param text what the cell says
	 * @return the node; empty where there can be none, which is then a finding
	 */
	Optional<NodeRef> reference(String type, String column, String text) {
		Optional<NodeRef> node = this.schema.isInterface(type) ? typed(type, text)
				: Optional.of(new NodeRef(this.schema.label(type), text));
		node.ifPresentOrElse((found) -> this.references.add(new Reference(found, this.cells.origin(column))),
				() -> reject(FindingCode.UNKNOWN_REFERENCE, column, "'" + text + "' names no " + type));
		return node;
	}

	private Optional<NodeRef> typed(String asked, String text) {
		int colon = text.indexOf(':');
		String type = (colon > 0) ? PREFIXES.get(text.substring(0, colon)) : null;
		if (type == null || !this.schema.isA(type, asked)) {
			return Optional.empty();
		}
		String key = text.substring(colon + 1);
		if (type.equals("PartyRole")) {
			this.cells.imply(type, key, Map.of("name", inWords(key)));
		}
		return Optional.of(new NodeRef(this.schema.label(type), key));
	}

	private static String inWords(String role) {
		return role.substring(0, Math.min(1, role.length()))
				+ role.substring(Math.min(1, role.length())).toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	void reject(FindingCode code, String column, String reason) {
		this.findings.add(Finding.rejected(code, this.line, this.cells.origin(column), reason));
	}

}
