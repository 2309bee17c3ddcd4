package org.jointregistry.reference;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.samskivert.mustache.Mustache;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;

import org.springframework.core.io.ClassPathResource;

/**
 * The pages of the reference. Each is written when it is first asked for, and kept.
 */
final class SchemaReference {

	private static final String INDEX = "index";

	private static final String ERRORS = "errors";

	private static final String DIRECTIVES = "directives";

	private static final String INTROSPECTION = "__";

	private final GraphQLSchema schema;

	private final Map<String, GraphQLNamedType> types = new LinkedHashMap<>();

	private final Mustache.Compiler templates = Mustache.compiler().withLoader(SchemaReference::template);

	private final Map<String, String> pages = new ConcurrentHashMap<>();

	SchemaReference(GraphQLSchema schema) {
		this.schema = schema;
		schema.getAllTypesAsList()
			.stream()
			.filter((type) -> !type.getName().startsWith(INTROSPECTION))
			.forEach((type) -> this.types.put(type.getName(), type));
	}

	/**
	 * A page.
	 * @param name its name, which is that of a type or one of the others
	 * @return the page in HTML; empty where there is none of that name
	 */
	Optional<String> find(String name) {
		boolean known = this.types.containsKey(name) || List.of(INDEX, ERRORS, DIRECTIVES).contains(name);
		return known ? Optional.of(this.pages.computeIfAbsent(name, this::written)) : Optional.empty();
	}

	private String written(String name) {
		return switch (name) {
			case INDEX -> written(INDEX, IndexPage.of(List.copyOf(this.types.values())));
			case ERRORS -> written(ERRORS, ErrorPage.ofAll());
			case DIRECTIVES -> written(DIRECTIVES, DirectivePage.of(this.schema));
			default -> written("type", TypePage.of(Objects.requireNonNull(this.types.get(name)), this.schema));
		};
	}

	private String written(String template, Object page) {
		return this.templates.loadTemplate(template).execute(page);
	}

	private static Reader template(String name) throws IOException {
		return new InputStreamReader(new ClassPathResource("reference/" + name + ".mustache").getInputStream(),
				StandardCharsets.UTF_8);
	}

}
