package org.jointregistry.operation;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The registry does not start where a setting gives away what it holds, and warns of
 * those that may.
 */
@ExtendWith(OutputCaptureExtension.class)
class SafeSettingsTests {

	private static final String PASSWORD = "spring.neo4j.authentication.password=";

	private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri=";

	private static final String KEYS = "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=";

	private static final String AUDIENCE = "spring.security.oauth2.resourceserver.jwt.audiences=registry";

	private static final String KEY = "spring.security.oauth2.resourceserver.jwt.public-key-location=";

	private final ApplicationContextRunner start = new ApplicationContextRunner().withBean(SafeSettings.class)
		.withPropertyValues(PASSWORD + "iephai4Thoo8", "spring.neo4j.uri=neo4j+s://graph.example.org",
				ISSUER + "https://idp.example.org", AUDIENCE, "server.ssl.bundle=web");

	@Test
	void withSafeSettingsItStartsAndWarnsOfNothing(CapturedOutput output) {
		this.start.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("SafeSettings");
	}

	@ParameterizedTest
	@ValueSource(strings = { "neo4j", "password", "registry-local", "" })
	void knownPasswordIsRefused(String password) {
		assertRefused(this.start.withPropertyValues(PASSWORD + password), UnsafeSetting.KNOWN_PASSWORD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bolt://graph.example.org", "neo4j://10.1.2.3:7687", "bolt://neo4j:7687",
			"BOLT://graph.example.org", "neo4j://localhost" })
	void databaseOnTheNetworkIsEncrypted(String uri) {
		ApplicationContextRunner plain = this.start.withPropertyValues("spring.neo4j.uri=" + uri);
		assertRefused(plain, UnsafeSetting.PLAIN_DATABASE);
		assertStarts(plain.withPropertyValues("spring.neo4j.security.encrypted=true"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bolt://localhost:7687", "bolt://127.0.0.1", "bolt://[::1]:7687", "bolt+ssc://localhost" })
	void databaseOnThisMachineNeedNotBe(String uri) {
		assertStarts(this.start.withPropertyValues("spring.neo4j.uri=" + uri));
	}

	@ParameterizedTest
	@CsvSource({ "spring.neo4j.uri=neo4j+ssc://graph.example.org",
			"spring.neo4j.security.trust-strategy=TRUST_ALL_CERTIFICATES",
			"spring.neo4j.security.trust-strategy=trust-all-certificates",
			"spring.neo4j.security.hostname-verification-enabled=false" })
	void certificateOfTheDatabaseIsChecked(String setting) {
		assertRefused(this.start.withPropertyValues(setting), UnsafeSetting.TRUSTED_BY_ALL);
	}

	@Test
	void keysOfTokensAreFetchedByHttps() {
		assertRefused(this.start.withPropertyValues(ISSUER + "http://idp.example.org"), UnsafeSetting.PLAIN_ISSUER);
		assertRefused(this.start.withPropertyValues(KEYS + "http://keycloak:8080/certs"), UnsafeSetting.PLAIN_ISSUER);
		assertRefused(this.start.withPropertyValues(KEY + "http://keys.example.org/k.pem"), UnsafeSetting.PLAIN_ISSUER);
		assertStarts(this.start.withPropertyValues(ISSUER + "http://localhost:8081/realms/registry"));
		assertStarts(this.start.withPropertyValues(ISSUER + "http://idp.intern", KEYS + "https://idp.intern/certs"));
	}

	@Test
	void everythingUnsafeIsNamedAtOnce() {
		assertThat(refusal(this.start.withPropertyValues(PASSWORD + "neo4j", "spring.neo4j.uri=bolt://graph")))
			.contains(UnsafeSetting.KNOWN_PASSWORD.meaning(), UnsafeSetting.PLAIN_DATABASE.meaning(),
					"registry.operation.demonstration=true");
	}

	@Test
	void demonstrationStartsAllTheSameAndSaysSo(CapturedOutput output) {
		assertStarts(this.start.withPropertyValues(PASSWORD + "neo4j", "registry.operation.demonstration=true"));
		assertThat(output).contains("For demonstration only: " + UnsafeSetting.KNOWN_PASSWORD.meaning());
	}

	@ParameterizedTest
	@CsvSource({ "spring.security.oauth2.resourceserver.jwt.audiences=, ANY_AUDIENCE",
			"server.ssl.bundle=, PLAIN_REQUESTS", "logging.level.org.neo4j=DEBUG, VALUES_IN_LOG",
			"logging.level.org.neo4j.driver=trace, VALUES_IN_LOG", "logging.level.root=debug, VALUES_IN_LOG" })
	void questionableSettingIsWarnedOf(String setting, QuestionableSetting warning, CapturedOutput output) {
		assertStarts(this.start.withPropertyValues(setting));
		assertThat(output).contains(warning.warning());
	}

	@Test
	void registryWithItsOwnDatabaseIsNotWarned(CapturedOutput output) {
		assertStarts(new ApplicationContextRunner().withBean(SafeSettings.class)
			.withPropertyValues(PASSWORD + "made-at-the-start"));
		assertThat(output).doesNotContain("SafeSettings");
	}

	@Test
	void refusalIsAnalyzed() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {
			}))).hasAtLeastOneElementOfType(UnsafeSettingsAnalyzer.class);
	}

	private static void assertStarts(ApplicationContextRunner start) {
		start.run((context) -> assertThat(context).hasNotFailed());
	}

	private static void assertRefused(ApplicationContextRunner start, UnsafeSetting setting) {
		assertThat(refusal(start)).contains(setting.meaning(), "Set " + setting.action());
	}

	private static String refusal(ApplicationContextRunner start) {
		String[] text = new String[1];
		start.run((context) -> {
			Throwable failure = context.getStartupFailure();
			assertThat(failure).isInstanceOf(UnsafeSettingsException.class);
			var analysis = Objects
				.requireNonNull(new UnsafeSettingsAnalyzer().analyze(Objects.requireNonNull(failure)));
			text[0] = analysis.getDescription() + "\n" + analysis.getAction();
		});
		return text[0];
	}

}
