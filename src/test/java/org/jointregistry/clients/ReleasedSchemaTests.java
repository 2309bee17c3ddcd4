package org.jointregistry.clients;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.parser.ParserOptions;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffCategory;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients were given they keep: a change that breaks them is named, by the field or
 * type that it is of, in a record of decisions.
 */
@RegistryTest
class ReleasedSchemaTests {

	private static final Path RELEASED = Path.of("src", "test", "resources", "released", "schema.graphql");

	private static final Path RECORDS = Path.of("src", "docs", "decisions");

	private static final ParserOptions LONG = ParserOptions.getDefaultSdlParserOptions()
		.transform((options) -> options.maxCharacters(Integer.MAX_VALUE)
			.maxTokens(Integer.MAX_VALUE)
			.maxWhitespaceTokens(Integer.MAX_VALUE));

	@Autowired
	private RegistryClient registry;

	@Test
	void whatBreaksClientsIsNamedInARecord() throws IOException {
		String published = PublishedSchema.write(this.registry);
		String records = records();
		assertThat(breaking(Files.readString(RELEASED), published))
			.allSatisfy((change) -> assertThat(records).contains("`" + placeOf(change) + "`"));
	}

	@Test
	void whatBreaksClientsIsFound() {
		String before = "type Query { a(x: Int): Int b: B } enum B { C D } ";
		assertThat(breaking(before, "type Query { a(x: Int): Int b: B c: Int } enum B { C D E }")).isEmpty();
		assertThat(breaking(before, "type Query { a(x: Int): Int } enum B { C D }")).isNotEmpty();
		assertThat(breaking(before, "type Query { a(x: Int!): Int b: B } enum B { C D }")).isNotEmpty();
		assertThat(breaking(before, "type Query { a: Int b: B } enum B { C D }")).isNotEmpty();
		assertThat(breaking(before, "type Query { a(x: Int): String b: B } enum B { C D }")).isNotEmpty();
		assertThat(breaking(before, "type Query { a(x: Int): Int b: B } enum B { C }")).isNotEmpty();
		String input = "type Query { a(x: X): Int } input X { y: Int %s }";
		assertThat(breaking(input.formatted(""), input.formatted("z: Int! = 1"))).isEmpty();
		assertThat(breaking(input.formatted(""), input.formatted("z: Int!"))).isNotEmpty();
	}

	private static List<DiffEvent> breaking(String before, String after) {
		CapturingReporter found = new CapturingReporter();
		GraphQLSchema now = schema(after);
		new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromIntrospection(schema(before), now), found);
		return found.getBreakages().stream().filter((change) -> !isFilled(change, now)).toList();
	}

	/** A field that must be there and has a default may be left out. */
	private static boolean isFilled(DiffEvent change, GraphQLSchema now) {
		return change.getCategory() == DiffCategory.STRICTER && change.getFieldName() != null
				&& now.getType(change.getTypeName()) instanceof GraphQLInputObjectType input
				&& input.getField(change.getFieldName()) != null
				&& input.getField(change.getFieldName()).hasSetDefaultValue();
	}

	private static GraphQLSchema schema(String text) {
		return UnExecutableSchemaGenerator
			.makeUnExecutableSchema(new SchemaParser().parse(new StringReader(text), LONG));
	}

	private static String placeOf(DiffEvent change) {
		return (change.getFieldName() != null) ? change.getTypeName() + "." + change.getFieldName()
				: change.getTypeName();
	}

	private static String records() throws IOException {
		try (Stream<Path> files = Files.list(RECORDS)) {
			return files.map(ReleasedSchemaTests::read).collect(Collectors.joining("\n"));
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
