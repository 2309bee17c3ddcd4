package org.jointregistry.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an auditor asks a document as another viewer would, and how the two answers are
 * compared: cursors are each one's own, so only their order of appearance counts.
 */
final class AsSeenBy {

	static final Asker AUDITOR = new Asker("an auditor", Set.of("AUDITOR"), null, null, Set.of());

	private static final Pattern OPERATION = Pattern.compile("^query (\\w+)(?:\\((.*)\\))? \\{");

	/** No cursor is shorter: it has a nonce, a tag and values. */
	private static final Pattern CURSOR = Pattern.compile("\"[A-Za-z0-9_-]{40,}\"");

	private static final String DECLARED = "$asRoles: [Role!]!, $asNation: String, $asOrganization: String, "
			+ "$asPrograms: [String!]";

	private static final String DIRECTIVE = "@asSeenBy(roles: $asRoles, nation: $asNation, "
			+ "organization: $asOrganization, programs: $asPrograms)";

	private AsSeenBy() {
	}

	/**
	 * A document as an auditor asks it.
	 * @param document of one query, whose first line is the operation's
	 * @param asker the viewer supposed
	 * @return the document with nothing moved but on its first line
	 */
	static DocumentWriter.Document document(DocumentWriter.Document document, Asker asker) {
		Matcher operation = OPERATION.matcher(document.text());
		if (!operation.find()) {
			throw new IllegalArgumentException("No query: " + document.text());
		}
		String declared = (operation.group(2) != null) ? operation.group(2) + ", " + DECLARED : DECLARED;
		String text = "query %s(%s) %s {%s".formatted(operation.group(1), declared, DIRECTIVE,
				document.text().substring(operation.end()));
		Map<String, Object> variables = new LinkedHashMap<>(document.variables());
		variables.put("asRoles", List.copyOf(asker.roles()));
		variables.put("asPrograms", List.copyOf(asker.programs()));
		if (asker.nation() != null) {
			variables.put("asNation", asker.nation());
		}
		if (asker.organization() != null) {
			variables.put("asOrganization", asker.organization());
		}
		return new DocumentWriter.Document(text, variables);
	}

	/**
	 * An answer with each cursor, and each other text that might be one, as its place
	 * among them.
	 * @param answer the whole answer
	 * @return the answer without the text of any cursor
	 */
	static String withoutCursors(String answer) {
		Map<String, Integer> places = new LinkedHashMap<>();
		return CURSOR.matcher(answer)
			.replaceAll((found) -> String.valueOf(places.computeIfAbsent(found.group(), (text) -> places.size())));
	}

}
