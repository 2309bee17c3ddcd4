package org.jointregistry.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What README.md has its readers do, and what it says that they get.
 * <p>
 * A comment such as {@code <!-- as viewer-deu -->} above a block says who asks; a block
 * of JSON is the answer to the block before it, or, where it has such a comment itself,
 * to the last query as that client asks it.
 */
final class Readme {

	private static final Path FILE = Path.of("README.md");

	private static final Pattern BLOCK = Pattern
		.compile("(?:<!-- as (?<client>[a-z0-9-]+) -->\n)?```(?<language>[a-z]+)\n(?<text>.*?)\n```\n", Pattern.DOTALL);

	private final String text;

	private Readme(String text) {
		this.text = text;
	}

	static Readme read() throws IOException {
		return new Readme(Files.readString(FILE));
	}

	/**
	 * The queries with their answers.
	 * @return one for each answer in JSON to a query
	 */
	List<Exchange> exchanges() {
		List<Exchange> exchanges = new ArrayList<>();
		Block asked = null;
		for (Block block : blocks()) {
			if (block.language().equals("json") && asked != null && asked.language().equals("graphql")) {
				String client = (block.client() != null) ? block.client() : asked.client();
				exchanges.add(new Exchange(Objects.requireNonNull(client), asked.text(), block.text()));
			}
			else {
				asked = block;
			}
		}
		return exchanges;
	}

	/**
	 * The blocks of shell commands that ask the running registry.
	 * @return those with {@code curl}, each with its answer
	 */
	List<Exchange> requests() {
		List<Exchange> requests = new ArrayList<>();
		List<Block> blocks = blocks();
		for (int i = 0; i < blocks.size() - 1; i++) {
			if (blocks.get(i).language().equals("sh") && blocks.get(i).text().contains("curl ")) {
				requests.add(new Exchange("sh", blocks.get(i).text(), blocks.get(i + 1).text()));
			}
		}
		return requests;
	}

	/**
	 * The other shell commands.
	 * @return one line each
	 */
	List<String> commands() {
		return blocks().stream()
			.filter((block) -> block.language().equals("sh") && !block.text().contains("curl "))
			.flatMap((block) -> block.text().replaceAll("\\\\\n *", "").lines())
			.toList();
	}

	List<Block> blocks() {
		return BLOCK.matcher(this.text)
			.results()
			.map((match) -> new Block(match.group("client"), match.group("language"), match.group("text")))
			.toList();
	}

	/**
	 * The words in code at the start of the rows of the table under a heading.
	 * @param header of the table's first column
	 * @return the words, without their backticks
	 */
	List<String> firstColumn(String header) {
		return table(header).flatMap((row) -> code(row.split("\\|")[1])).toList();
	}

	private Stream<String> table(String header) {
		return this.text.lines()
			.dropWhile((line) -> !line.startsWith("| " + header + " |"))
			.skip(2)
			.takeWhile((line) -> line.startsWith("|"));
	}

	private static Stream<String> code(String cell) {
		Matcher words = Pattern.compile("`([^`]+)`").matcher(cell);
		return words.results().map((word) -> word.group(1));
	}

	/**
	 * A fenced block.
	 *
	 * @param client who asks; null where it does not say
	 * @param language of the block
	 * @param text its lines
	 */
	record Block(@Nullable String client, String language, String text) {

	}

}
