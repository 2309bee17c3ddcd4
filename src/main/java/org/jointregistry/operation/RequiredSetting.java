package org.jointregistry.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * A setting that has no sensible default: a guess would reach the wrong server, or let in
 * whom no one trusts.
 */
enum RequiredSetting {

	/** Whose access tokens are trusted. */
	ISSUER("the issuer of access tokens",
			"spring.security.oauth2.resourceserver.jwt.issuer-uri to your identity provider's issuer "
					+ "(or jwk-set-uri or public-key-location beside it, and audiences to the name of this service)",
			List.of("spring.security.oauth2.resourceserver.jwt.issuer-uri",
					"spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
					"spring.security.oauth2.resourceserver.jwt.public-key-location")),

	/** Where the graph is. */
	DATABASE("the address of Neo4j", "spring.neo4j.uri, such as neo4j+s://graph.example.org:7687",
			List.of("spring.neo4j.uri")),

	/** As whom the graph is used. */
	DATABASE_USER("the user of Neo4j",
			"spring.neo4j.authentication.username and spring.neo4j.authentication.password (or kerberos-ticket)",
			List.of("spring.neo4j.authentication.username", "spring.neo4j.authentication.kerberos-ticket"));

	private final String meaning;

	private final String action;

	private final List<String> properties;

	RequiredSetting(String meaning, String action, List<String> properties) {
		this.meaning = meaning;
		this.action = action;
		this.properties = properties;
	}

	/**
	 * What the setting is, for people.
	 * @return a few words
	 */
	String meaning() {
		return this.meaning;
	}

	/**
	 * What to set.
	 * @return the names of the properties, to follow the word "Set"
	 */
	String action() {
		return this.action;
	}

	/**
	 * The same as a name in the environment.
	 * @return the variable that stands for the first of the properties
	 */
	String variable() {
		return this.properties.getFirst().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

	boolean isMissingFrom(Environment environment) {
		return this.properties.stream().map(environment::getProperty).noneMatch(RequiredSetting::isSet);
	}

	private static boolean isSet(@Nullable String value) {
		return value != null && !value.isBlank();
	}

	static List<RequiredSetting> missingFrom(Environment environment) {
		return Arrays.stream(values()).filter((setting) -> setting.isMissingFrom(environment)).toList();
	}

}
