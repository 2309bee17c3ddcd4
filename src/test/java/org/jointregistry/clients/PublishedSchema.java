package org.jointregistry.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.AstPrinter;
import org.jointregistry.RegistryClient;
import org.jointregistry.access.Role;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole schema as clients see it, by introspection with every role there is.
 */
final class PublishedSchema {

	/** Where the build leaves it. */
	static final Path FILE = Path.of("target", "schema.graphql");

	private static final Pattern INLINE = Pattern.compile("(?m)(^ *|[(,] ?)\"([^\"].*)\"$");

	private PublishedSchema() {
	}

	/**
	 * Asks for the schema and writes it to {@link #FILE}.
	 * @param registry a registry that runs
	 * @return what was written
	 * @throws UncheckedIOException if it cannot be written
	 */
	@SuppressWarnings("unchecked")
	static String write(RegistryClient registry) {
		List<String> roles = Stream.of(Role.values()).map(Role::name).toList();
		Map<String, Object> answer = new JsonMapper()
			.convertValue(registry
				.claiming((claims) -> claims.claim("roles", roles)
					.claim("nation", "DEU")
					.claim("organization", "LEONARDO")
					.claim("programs", List.of("EFA")))
				.query(IntrospectionQuery.INTROSPECTION_QUERY)
				.data(), Map.class);
		String printed = AstPrinter.printAst(new IntrospectionResultToSchema().createSchemaDefinition(answer));
		String schema = INLINE.matcher(printed).replaceAll(PublishedSchema::asBlock);
		try {
			Files.writeString(FILE, schema);
			return schema;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Descriptions of one line in the form that the others have. */
	private static String asBlock(MatchResult inline) {
		String text = inline.group(2).replace("\\\"", "\"").replace("\\\\", "\\");
		return Matcher.quoteReplacement("%s\"\"\"%s\"\"\"".formatted(inline.group(1), text));
	}

}
