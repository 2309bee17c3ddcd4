package org.jointregistry.operation;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * A setting by which whoever is on the way, or knows what everybody knows, could read or
 * forge what the registry holds.
 */
enum UnsafeSetting {

	/** The password is one that software comes with, or its example. */
	KNOWN_PASSWORD("the password of Neo4j is one that everybody knows",
			"spring.neo4j.authentication.password to one that nobody else has",
			(environment) -> Known.PASSWORDS
				.contains(String.valueOf(environment.getProperty("spring.neo4j.authentication.password")))),

	/** What is stored goes over the network as it is. */
	PLAIN_DATABASE("Neo4j is asked over the network without encryption",
			"spring.neo4j.uri to one that begins with neo4j+s:// or bolt+s://", UnsafeSetting::isPlainDatabase),

	/** Whoever is on the way can stand in for the database. */
	TRUSTED_BY_ALL("the certificate of Neo4j is not checked",
			"spring.neo4j.uri to one that begins with neo4j+s:// or bolt+s://, and leave "
					+ "spring.neo4j.security.trust-strategy and hostname-verification-enabled as they come",
			UnsafeSetting::isUnchecked),

	/** Whoever is on the way can give out keys of their own, and be any viewer. */
	PLAIN_ISSUER("the keys of access tokens are fetched over the network without encryption",
			"spring.security.oauth2.resourceserver.jwt.issuer-uri, or jwk-set-uri beside it, to one that begins with "
					+ "https://",
			UnsafeSetting::isKeyFetchedPlain);

	private final String meaning;

	private final String action;

	private final Predicate<Environment> unsafe;

	UnsafeSetting(String meaning, String action, Predicate<Environment> unsafe) {
		this.meaning = meaning;
		this.action = action;
		this.unsafe = unsafe;
	}

	/**
	 * What is unsafe, for people.
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

	static List<UnsafeSetting> foundIn(Environment environment) {
		return Arrays.stream(values()).filter((setting) -> setting.unsafe.test(environment)).toList();
	}

	private static boolean isPlainDatabase(Environment environment) {
		URI database = address(environment, Known.DATABASE);
		return database != null && Set.of("bolt", "neo4j").contains(scheme(database)) && !isTunnel(database)
				&& !environment.getProperty("spring.neo4j.security.encrypted", Boolean.class, false);
	}

	private static boolean isUnchecked(Environment environment) {
		URI database = address(environment, Known.DATABASE);
		if (database == null || isTunnel(database)) {
			return false;
		}
		String strategy = environment.getProperty("spring.neo4j.security.trust-strategy", "");
		return scheme(database).endsWith("+ssc")
				|| strategy.replaceAll("[-_]", "").equalsIgnoreCase("TRUSTALLCERTIFICATES")
				|| !environment.getProperty("spring.neo4j.security.hostname-verification-enabled", Boolean.class, true);
	}

	/** Of the three, the first that is set says where keys come from. */
	private static boolean isKeyFetchedPlain(Environment environment) {
		return Known.KEYS.stream()
			.map((property) -> address(environment, property))
			.filter(Objects::nonNull)
			.findFirst()
			.filter((address) -> scheme(address).equals("http") && !isOfThisMachine(address))
			.isPresent();
	}

	private static String scheme(URI address) {
		return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
	}

	private static @Nullable URI address(Environment environment, String property) {
		String value = environment.getProperty(property, "");
		return value.isBlank() ? null : URI.create(value);
	}

	/** By neo4j:// the driver would go on to the addresses that the members tell. */
	private static boolean isTunnel(URI database) {
		return scheme(database).startsWith("bolt") && isOfThisMachine(database);
	}

	private static boolean isOfThisMachine(URI address) {
		String host = String.valueOf(address.getHost());
		return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
	}

	/** Names and words that constants of the enum cannot hold before themselves. */
	private static final class Known {

		static final String DATABASE = "spring.neo4j.uri";

		static final List<String> KEYS = List.of("spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
				"spring.security.oauth2.resourceserver.jwt.public-key-location",
				"spring.security.oauth2.resourceserver.jwt.issuer-uri");

		static final Set<String> PASSWORDS = Set.of("", "neo4j", "password", "secret", "changeit", "admin",
				"registry-local");

	}

}
