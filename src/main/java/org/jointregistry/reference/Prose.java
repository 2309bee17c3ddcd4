package org.jointregistry.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A description of the schema: paragraphs, with names between backticks.
 *
 * @param paragraphs none where nothing is described
 */
record Prose(List<Paragraph> paragraphs) {

	static Prose of(@Nullable String description) {
		String text = (description != null) ? description : "";
		return new Prose(Stream.of(text.split("\\R\\s*\\R"))
			.filter((paragraph) -> !paragraph.isBlank())
			.map(Paragraph::of)
			.toList());
	}

	/**
	 * What stands before the first full stop.
	 * @param description what it begins
	 * @return one sentence
	 */
	static Prose summary(@Nullable String description) {
		String text = (description != null) ? description.replaceAll("\\s+", " ") : "";
		int end = text.indexOf(". ");
		return of((end < 0) ? text : text.substring(0, end + 1));
	}

	/**
	 * A paragraph.
	 *
	 * @param runs its parts in their order
	 */
	record Paragraph(List<Run> runs) {

		private static Paragraph of(String text) {
			List<Run> runs = new ArrayList<>();
			for (String part : text.split("`", -1)) {
				runs.add(new Run(part, runs.size() % 2 == 1));
			}
			return new Paragraph(runs);
		}

	}

	/**
	 * A part of a paragraph.
	 *
	 * @param text as it is read
	 * @param code whether it is a name or a value
	 */
	record Run(String text, boolean code) {

	}

}
