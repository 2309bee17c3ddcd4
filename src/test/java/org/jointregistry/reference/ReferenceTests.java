package org.jointregistry.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.http.AnswerStatus;
import org.jointregistry.shared.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reference tells all of the schema and every error code, and its links lead
 * somewhere. The build leaves it in {@code target/manual/reference}.
 */
@RegistryTest
class ReferenceTests {

	private static final Path FOLDER = Path.of("target", "manual", "reference");

	private static final Pattern ANCHOR = Pattern.compile("id=\"([^\"]*)\"");

	private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

	@Autowired
	private RegistryClient registry;

	@Autowired
	private GraphQlSource source;

	private Answer page(String name) {
		return this.registry.anonymous().get("/reference/" + name);
	}

	/** Follows links from the first page until there are no more. */
	private Map<String, String> pages() throws IOException {
		Map<String, String> pages = new HashMap<>();
		List<String> open = new ArrayList<>(List.of("index.html"));
		while (!open.isEmpty()) {
			String name = open.removeLast();
			if (!pages.containsKey(name)) {
				Answer answer = page(name);
				assertThat(answer.status()).as(name).isEqualTo(200);
				pages.put(name, answer.text());
				found(LINK, answer.text()).map((link) -> link.replaceFirst("#.*", ""))
					.filter((link) -> !link.isEmpty())
					.forEach(open::add);
			}
		}
		return pages;
	}

	private static Stream<String> found(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((match) -> match.group(1));
	}

	private static Set<String> anchors(String page) {
		return found(ANCHOR, page).collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void everyTypeHasAPageAndEveryPartAnAnchorAndNoLinkIsDead() throws IOException {
		Map<String, String> pages = pages();
		for (GraphQLNamedType type : this.source.schema().getAllTypesAsList()) {
			if (!type.getName().startsWith("__")) {
				assertThat(anchors(pages.getOrDefault(type.getName() + ".html", ""))).as(type.getName())
					.contains(type.getName())
					.containsAll(parts(type));
				assertThat(anchors(pages.getOrDefault("index.html", ""))).contains(type.getName());
			}
		}
		pages.forEach((name, text) -> found(LINK, text).filter((link) -> link.contains("#"))
			.forEach((link) -> assertLeadsSomewhere(name, link, pages)));
		write(pages);
	}

	private static void assertLeadsSomewhere(String from, String link, Map<String, String> pages) {
		String page = link.replaceFirst("#.*", "");
		assertThat(anchors(pages.getOrDefault(page.isEmpty() ? from : page, ""))).as("%s in %s", link, from)
			.contains(link.replaceFirst(".*#", ""));
	}

	private static List<String> parts(GraphQLNamedType type) {
		return switch (type) {
			case GraphQLFieldsContainer one ->
				one.getFieldDefinitions().stream().flatMap(ReferenceTests::withArguments).toList();
			case GraphQLInputObjectType one -> names(one.getFieldDefinitions());
			case GraphQLEnumType one -> names(one.getValues());
			default -> List.of();
		};
	}

	private static Stream<String> withArguments(GraphQLFieldDefinition field) {
		return Stream.concat(Stream.of(field.getName()),
				field.getArguments().stream().map((argument) -> field.getName() + "." + argument.getName()));
	}

	private static List<String> names(List<? extends GraphQLNamedSchemaElement> parts) {
		return parts.stream().map(GraphQLNamedSchemaElement::getName).toList();
	}

	private static void write(Map<String, String> pages) throws IOException {
		Files.createDirectories(FOLDER);
		for (Map.Entry<String, String> page : pages.entrySet()) {
			Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyCodeIsToldWithItsStatus(ErrorCode code) {
		String text = page("errors.html").text();
		String section = text.substring(text.indexOf("<section id=\"" + code + "\">"));
		assertThat(section.substring(0, section.indexOf("</section>")))
			.contains("<p>" + AnswerStatus.of(code).value() + "</p>")
			.contains(code.meaning().replace("'", "&#39;"));
	}

	@Test
	void mutationSaysWhoMayAskIt() {
		String text = page("Mutation.html").text();
		String pledge = text.substring(text.indexOf("<section id=\"contributionPledge\">"));
		assertThat(pledge.substring(0, pledge.indexOf("</section>"))).contains("May be asked by",
				"Role.html#NATIONAL_DELEGATE", "ContributionPledgeInput.html");
	}

	@Test
	void deprecationDefaultAndTextAreWrittenOut() {
		GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
				type Query {
				  "Old & <worn>, of `this`. More."
				  old(first: [Int!] = [1, 2]): Int @deprecated(reason: "until 2027-01-31: use new")
				}
				"""));
		assertThat(new SchemaReference(schema).find("Query").orElseThrow()).contains("Old &amp; &lt;worn&gt;, of")
			.contains("<code>this</code>. More.")
			.contains("<strong>Deprecated</strong> until 2027-01-31: use new")
			.contains("<code>[<a href=\"Int.html\">Int</a>!]</code> <code>= [1, 2]</code>");
	}

	@Test
	void whatIsNoTypeHasNoPage() {
		assertThat(page("Nothing.html").status()).isEqualTo(404);
		assertThat(page("__Schema.html").status()).isEqualTo(404);
		assertThat(page("../graphql").status()).isIn(400, 401);
	}

	@Test
	void whereTheSchemaMayNotBeAskedForThereAreNoPages() {
		ApplicationContextRunner context = new ApplicationContextRunner()
			.withBean(GraphQlSource.class, () -> this.source)
			.withUserConfiguration(ReferencePages.class);
		context.run((open) -> assertThat(isServed(open)).isTrue());
		for (String no : List.of("false", "off", "no", "0")) {
			context.withPropertyValues("registry.document.introspection=" + no)
				.run((closed) -> assertThat(isServed(closed)).as(no).isFalse());
		}
	}

	private static boolean isServed(ApplicationContext context) {
		ServerRequest request = ServerRequest.create(new MockHttpServletRequest("GET", "/reference/index.html"),
				List.of());
		return context.getBean(RouterFunction.class).route(request).isPresent();
	}

}
