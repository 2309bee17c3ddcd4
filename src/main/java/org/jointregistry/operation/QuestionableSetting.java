package org.jointregistry.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.core.env.Environment;

/**
 * A setting that is right in some places and a hole in others.
 */
enum QuestionableSetting {

	/** Another service's token may do. */
	ANY_AUDIENCE(
			"Tokens that the issuer made for other services are taken too: set "
					+ "spring.security.oauth2.resourceserver.jwt.audiences to the name of this one",
			(environment) -> isSet(environment, "spring.security.oauth2.resourceserver.jwt.issuer-uri")
					&& !isSet(environment, "spring.security.oauth2.resourceserver.jwt.audiences")
					&& !isSet(environment, "spring.security.oauth2.resourceserver.jwt.audiences[0]")),

	/** Tokens and answers may go over the network as they are. */
	PLAIN_REQUESTS(
			"Requests are taken without encryption: set server.ssl.bundle, or have a proxy take them, and set "
					+ "server.forward-headers-strategy=native",
			(environment) -> isSet(environment, "spring.neo4j.uri") && !isSet(environment, "server.ssl.bundle")
					&& !isSet(environment, "server.ssl.certificate") && !isSet(environment, "server.ssl.key-store")
					&& !isSet(environment, "server.forward-headers-strategy") && !isSet(environment, "server.address")),

	/** The driver writes values of statements into the log. */
	VALUES_IN_LOG("The log of the database's driver holds values: set logging.level.org.neo4j (and root) to info",
			(environment) -> Stream.of("root", "org", "org.neo4j", "org.neo4j.driver")
				.map((logger) -> environment.getProperty("logging.level." + logger, "").toLowerCase(Locale.ROOT))
				.anyMatch(Set.of("debug", "trace")::contains));

	private final String warning;

	private final Predicate<Environment> found;

	QuestionableSetting(String warning, Predicate<Environment> found) {
		this.warning = warning;
		this.found = found;
	}

	/**
	 * What to think of.
	 * @return a sentence
	 */
	String warning() {
		return this.warning;
	}

	static List<QuestionableSetting> foundIn(Environment environment) {
		return Arrays.stream(values()).filter((setting) -> setting.found.test(environment)).toList();
	}

	private static boolean isSet(Environment environment, String property) {
		return !environment.getProperty(property, "").isBlank();
	}

}
