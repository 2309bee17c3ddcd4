package org.jointregistry.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.StringValue;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is deprecated says until when it is there, and what to use instead.
 */
class DeprecationTests {

	private static final ParserOptions LONG = ParserOptions.getDefaultSdlParserOptions();

	private static final Pattern REASON = Pattern
		.compile("until ([0-9]{4}-[0-9]{2}-[0-9]{2}): use ([A-Za-z]\\w*(?:[.][A-Za-z]\\w*)?)");

	private static final String SAMPLE = "type Query { old: Int @deprecated(reason: \"%s\") new: Int } type B { c: D }";

	@Test
	void whatIsDeprecatedSaysUntilWhenAndWhatToUse() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("schema"))) {
			assertThat(faults(files.map(DeprecationTests::text).collect(Collectors.joining("\n")))).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "until 2027-12-31: use new", "until 2027-12-31: use B.c", "until 2027-12-31: use B" })
	void reasonThatIsWholeIsTaken(String reason) {
		assertThat(faults(SAMPLE.formatted(reason))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "No longer supported", "use new", "until 2027-12-31", "until 2027-13-31: use new",
			"until 2027-12: use new", "until 2027-12-31: use nothing", "until 2027-12-31: use B.nothing",
			"until 2027-12-31: use old", "Until 2027-12-31: use new" })
	void reasonThatIsNotWholeIsFound(String reason) {
		assertThat(faults(SAMPLE.formatted(reason))).hasSize(1);
	}

	@Test
	void reasonThatIsLeftOutIsFound() {
		assertThat(faults("enum E { A @deprecated B }")).hasSize(1);
		assertThat(faults("input I { a: Int @deprecated b: Int } extend type T { f(x: Int @deprecated): Int }"))
			.hasSize(2);
	}

	private static List<String> faults(String sdl) {
		Document document = new Parser()
			.parseDocument(ParserEnvironment.newParserEnvironment().document(sdl).parserOptions(LONG).build());
		List<String> faults = new ArrayList<>();
		document.getDefinitions().forEach((definition) -> collect(definition, List.of(), document, faults));
		return faults;
	}

	private static void collect(Node<?> node, List<? extends Node<?>> siblings, Document document,
			List<String> faults) {
		if (node instanceof DirectivesContainer<?> marked) {
			for (Directive deprecated : marked.getDirectives("deprecated")) {
				if (!isWhole(deprecated, node, siblings, document)) {
					faults.add(((NamedNode<?>) node).getName());
				}
			}
		}
		List<Node<?>> parts = new ArrayList<>();
		node.getChildren().forEach((part) -> parts.add((Node<?>) part));
		parts.forEach((part) -> collect(part, parts, document, faults));
	}

	private static boolean isWhole(Directive deprecated, Node<?> node, List<? extends Node<?>> siblings,
			Document document) {
		Matcher reason = REASON.matcher(Optional.ofNullable(deprecated.getArgument("reason"))
			.map((argument) -> ((StringValue) argument.getValue()).getValue())
			.orElse(""));
		if (!reason.matches() || !isDay(reason.group(1))) {
			return false;
		}
		String use = reason.group(2);
		List<Node<?>> others = new ArrayList<>(siblings);
		others.remove(node);
		return names(others).anyMatch(use::equals) || coordinates(document).anyMatch(use::equals);
	}

	private static boolean isDay(String text) {
		try {
			return !LocalDate.parse(text).isBefore(LocalDate.EPOCH);
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static Stream<String> names(List<? extends Node<?>> nodes) {
		return nodes.stream().filter(NamedNode.class::isInstance).map((node) -> ((NamedNode<?>) node).getName());
	}

	/** Every type, and every part of one behind the type's name. */
	private static Stream<String> coordinates(Document document) {
		return document.getDefinitionsOfType(TypeDefinition.class).stream().flatMap((type) -> {
			List<Node<?>> parts = new ArrayList<>();
			((Node<?>) type).getChildren().forEach((part) -> parts.add((Node<?>) part));
			return Stream.concat(Stream.of(type.getName()), names(parts).map((part) -> type.getName() + "." + part));
		});
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
