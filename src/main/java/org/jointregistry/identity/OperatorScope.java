package org.jointregistry.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jointregistry.access.Role;

/**
 * Who may ask how the registry is doing: metrics count what all viewers ask, and so would
 * tell one of them of what others do and see (sentence 13). A token with the scope of
 * operators is therefore none where it also gives a role, but for an auditor's, who sees
 * every record.
 */
final class OperatorScope {

	/** The scope, as it stands in the claim {@code scope}. */
	static final String NAME = "registry:operate";

	private static final Set<Role> ALLOWED = Set.of(Role.AUDITOR);

	private OperatorScope() {
	}

	/**
	 * Whether claims are an operator's.
	 * @param claims by name, those of a token whose signature and times were checked
	 * @return false also for an operator who is a viewer besides
	 */
	static boolean isHeld(Map<String, ?> claims) {
		return scopes(claims).anyMatch(NAME::equals) && ALLOWED.containsAll(ViewerClaims.roles(claims));
	}

	private static Stream<String> scopes(Map<String, ?> claims) {
		return (claims.get("scope") instanceof String scopes) ? Arrays.stream(scopes.split(" "))
				: ViewerClaims.texts(claims, "scope");
	}

}
