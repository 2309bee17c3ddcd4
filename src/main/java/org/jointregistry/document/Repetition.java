package org.jointregistry.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.SelectionSet;

/**
 * Finds documents that ask for the same field again and again, under aliases or word by
 * word. What such a document costs the database is priced; this bounds what it costs
 * before that, and how long its answer is.
 */
final class Repetition {

	/** Most fields of one name in one selection. */
	static final int MOST = 100;

	private Repetition() {
	}

	/**
	 * Whether a selection of the document has a field too often.
	 * @param document a valid document
	 * @return true if one does
	 */
	static boolean isFound(Document document) {
		return document.getDefinitions().stream().anyMatch(Repetition::isFound);
	}

	private static boolean isFound(Node<?> node) {
		return (node instanceof SelectionSet selection && repeats(selection))
				|| children(node).stream().anyMatch(Repetition::isFound);
	}

	@SuppressWarnings("rawtypes")
	private static List<Node> children(Node<?> node) {
		return node.getChildren();
	}

	private static boolean repeats(SelectionSet selection) {
		Map<String, Integer> times = new HashMap<>();
		selection.getSelectionsOfType(Field.class).forEach((field) -> times.merge(field.getName(), 1, Integer::sum));
		return times.values().stream().anyMatch((number) -> number > MOST);
	}

}
