package org.jointregistry.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A chapter of the manual.
 * <p>
 * A block of GraphQL says in its attribute {@code viewer} which demo client asks; each
 * block of JSON below it is the answer, where it names a viewer itself to that one.
 *
 * @param name of its file
 * @param text as it is written
 */
public record Chapter(String name, String text) {

	private static final Path DIRECTORY = Path.of("src/docs/chapters");

	private static final Pattern BLOCK = Pattern.compile(
			"\\[source,(?<language>[a-z]+)(?:,viewer=(?<viewer>[a-z0-9-]+))?\\]\n----\n(?<text>.*?)\n----\n",
			Pattern.DOTALL);

	private static final Pattern HEADING = Pattern.compile("(?m)^== (.+)$");

	/**
	 * The chapters.
	 * @return in the order of their names
	 * @throws IOException if they cannot be read
	 */
	public static List<Chapter> all() throws IOException {
		List<Chapter> chapters = new ArrayList<>();
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			for (Path file : files.sorted().toList()) {
				chapters.add(new Chapter(file.getFileName().toString(), Files.readString(file)));
			}
		}
		return chapters;
	}

	/**
	 * The queries with their answers.
	 * @return one for each answer
	 */
	List<Exchange> exchanges() {
		List<Exchange> exchanges = new ArrayList<>();
		String viewer = "";
		String asked = "";
		Matcher block = BLOCK.matcher(this.text);
		while (block.find()) {
			String named = block.group("viewer");
			viewer = (named != null) ? named : viewer;
			if (block.group("language").equals("graphql")) {
				asked = block.group("text");
			}
			else {
				exchanges.add(new Exchange(viewer, asked, block.group("text")));
			}
		}
		return exchanges;
	}

	/**
	 * The text with more below each query.
	 * @param below says what, of the client that asks and of what it asks
	 * @return AsciiDoc
	 */
	public String with(BinaryOperator<String> below) {
		StringBuilder text = new StringBuilder();
		String viewer = "";
		int written = 0;
		Matcher block = BLOCK.matcher(this.text);
		while (block.find()) {
			String named = block.group("viewer");
			viewer = (named != null) ? named : viewer;
			text.append(this.text, written, block.end());
			written = block.end();
			if (block.group("language").equals("graphql")) {
				text.append(below.apply(viewer, block.group("text")));
			}
		}
		return text.append(this.text, written, this.text.length()).toString();
	}

	/**
	 * The sections.
	 * @return their headings
	 */
	List<String> sections() {
		return HEADING.matcher(this.text).results().map((heading) -> heading.group(1)).toList();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
