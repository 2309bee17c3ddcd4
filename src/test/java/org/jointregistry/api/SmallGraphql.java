package org.jointregistry.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetcher;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

/**
 * The API's own parts around a schema of a few fields, without HTTP and without a graph.
 */
public class SmallGraphql {

	private static final String SCHEMA = """
			scalar PartialDate
			scalar DateTime
			scalar Decimal
			scalar Percent
			scalar MoneyAmount
			scalar CurrencyCode
			enum Colour { RED BLUE }
			input Thing { share: Percent!, size: Int }
			type Query {
			  decimal(value: Decimal): Decimal
			  percent(value: Percent): Percent
			  money(value: MoneyAmount): MoneyAmount
			  date(value: PartialDate): PartialDate
			  currency(value: CurrencyCode): CurrencyCode
			  instant(value: DateTime): DateTime
			  things(things: [Thing!]!, colour: Colour): Int
			  fails: Int
			  needed: Int!
			}
			""";

	private final WebGraphQlHandler handler;

	/**
	 * A GraphQL of its own.
	 * @param fails what the field {@code fails} does
	 * @param interceptors besides those that every request has
	 */
	public SmallGraphql(DataFetcher<?> fails, WebGraphQlInterceptor... interceptors) {
		GraphQlSource.SchemaResourceBuilder builder = GraphQlSource.schemaResourceBuilder()
			.schemaResources(new ByteArrayResource(SCHEMA.getBytes(StandardCharsets.UTF_8)))
			.configureRuntimeWiring(new RegistryScalars())
			.configureRuntimeWiring((wiring) -> wiring.type("Query", (query) -> {
				List.of("decimal", "percent", "money", "date", "currency", "instant")
					.forEach((name) -> query.dataFetcher(name, (field) -> field.getArgument("value")));
				return query.dataFetcher("fails", fails);
			}))
			.exceptionResolvers(List.of(new Failures()));
		this.handler = WebGraphQlHandler.builder(new DefaultExecutionGraphQlService(builder.build()))
			.interceptors(List.of(new CodedErrors()))
			.interceptors(List.of(interceptors))
			.build();
	}

	/**
	 * Asks a document.
	 * @param document in GraphQL
	 * @return the answer
	 */
	public WebGraphQlResponse ask(String document) {
		return ask(document, Map.of());
	}

	WebGraphQlResponse ask(String document, Map<String, Object> variables) {
		WebGraphQlRequest request = new WebGraphQlRequest(URI.create("/graphql"), new HttpHeaders(),
				new LinkedMultiValueMap<>(), null, Map.of(RequestIds.ATTRIBUTE, "request-1"),
				Map.of("query", document, "variables", variables), "1", Locale.ENGLISH);
		return Objects.requireNonNull(this.handler.handleRequest(request).block());
	}

}
