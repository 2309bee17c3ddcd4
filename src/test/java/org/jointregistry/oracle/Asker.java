package org.jointregistry.oracle;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A viewer, by the claims of the access token.
 *
 * @param subject the person
 * @param roles names of roles
 * @param nation code; may be given without a national role, and then counts for nothing
 * @param organization key; may be given without INDUSTRY, and then counts for nothing
 * @param programs keys of programs; may be given without PROGRAM_MANAGER, and then count
 * for nothing
 */
record Asker(String subject, Set<String> roles, @Nullable String nation, @Nullable String organization,
		Set<String> programs) {

	boolean is(String role) {
		return this.roles.contains(role);
	}

	boolean isNational() {
		return is("NATIONAL_VIEWER") || is("NATIONAL_DELEGATE");
	}

}
