package org.jointregistry.operation;

import java.net.URI;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged registry says what it was not told.
 */
class RequiredSettingsTests {

	private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.org";

	private static final String DATABASE = "spring.neo4j.uri=neo4j://graph.example.org";

	private final WebApplicationContextRunner start = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(Neo4jAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class))
		.withBean(RequiredSettings.class);

	@Test
	void withoutSettingsEachMissingOneIsNamed() {
		assertThat(analysis(this.start)).contains("the issuer of access tokens", "the address of Neo4j",
				"the user of Neo4j", "Set spring.security.oauth2.resourceserver.jwt.issuer-uri", "Set spring.neo4j.uri",
				"SPRING_NEO4J_URI", "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI");
	}

	@Test
	void onlyWhatIsMissingIsNamed() {
		assertThat(analysis(this.start.withPropertyValues(ISSUER, DATABASE))).contains("the user of Neo4j")
			.doesNotContain("the issuer", "the address");
	}

	@Test
	void emptySettingIsMissing() {
		assertThat(analysis(this.start.withPropertyValues(ISSUER, DATABASE, "spring.neo4j.authentication.username=")))
			.contains("the user of Neo4j");
	}

	@Test
	void withAllSettingsItStarts() {
		this.start.withPropertyValues(ISSUER, DATABASE, "spring.neo4j.authentication.username=registry")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void issuerAndDatabaseMayComeAsBeans() {
		this.start.withBean(JwtDecoder.class, () -> (token) -> {
			throw new UnsupportedOperationException(token);
		})
			.withBean("database", Neo4jConnectionDetails.class, RequiredSettingsTests::database)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static Neo4jConnectionDetails database() {
		return new Neo4jConnectionDetails() {

			@Override
			public URI getUri() {
				return URI.create("bolt://127.0.0.1:1");
			}

		};
	}

	private static String analysis(WebApplicationContextRunner start) {
		String[] text = new String[1];
		start.run((context) -> {
			Throwable failure = context.getStartupFailure();
			assertThat(failure).isInstanceOf(MissingSettingsException.class);
			var analysis = Objects
				.requireNonNull(new MissingSettingsAnalyzer().analyze(Objects.requireNonNull(failure)));
			text[0] = analysis.getDescription() + "\n" + analysis.getAction();
		});
		return text[0];
	}

}
