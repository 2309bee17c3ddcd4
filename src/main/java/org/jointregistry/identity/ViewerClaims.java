package org.jointregistry.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a viewer from claims: those of an access token, or those that an auditor supposes
 * a viewer's token to have. A claim of another form than the policy's counts as absent.
 */
final class ViewerClaims {

	private static final Pattern NATION = Pattern.compile("[A-Z]{3}");

	private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");

	private ViewerClaims() {
	}

	/**
	 * The viewer that claims speak of.
	 * @param claims by name, those of a token whose signature and times were checked
	 * @return the viewer; empty where there is no known role, or a claim is missing that
	 * one of the roles needs
	 */
	static Optional<Viewer> findViewer(Map<String, ?> claims) {
		String subject = text(claims.get("sub"));
		if (subject == null || subject.isBlank()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new Viewer(subject, roles(claims), key(claims, "nation", NATION),
					key(claims, "organization", KEY), programs(claims)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The roles that claims name.
	 * @param claims by name
	 * @return the roles that there are; empty for all others
	 */
	static Set<Role> roles(Map<String, ?> claims) {
		Set<String> named = texts(claims, "roles").collect(Collectors.toSet());
		Set<Role> roles = EnumSet.noneOf(Role.class);
		Arrays.stream(Role.values()).filter((role) -> named.contains(role.name())).forEach(roles::add);
		return roles;
	}

	private static Set<String> programs(Map<String, ?> claims) {
		return texts(claims, "programs").filter(KEY.asMatchPredicate()).collect(Collectors.toSet());
	}

	private static @Nullable String key(Map<String, ?> claims, String claim, Pattern form) {
		String value = text(claims.get(claim));
		return (value != null && form.matcher(value).matches()) ? value : null;
	}

	/**
	 * The texts of a claim that is a list.
	 * @param claims by name
	 * @param claim the claim's name
	 * @return its texts; none where it is no list
	 */
	static Stream<String> texts(Map<String, ?> claims, String claim) {
		return (claims.get(claim) instanceof Collection<?> values)
				? values.stream().filter(String.class::isInstance).map(String.class::cast) : Stream.empty();
	}

	private static @Nullable String text(@Nullable Object claim) {
		return (claim instanceof String text) ? text : null;
	}

}
