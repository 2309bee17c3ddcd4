package org.jointregistry.access;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the access token says. What the graph says of the viewer's nation and
 * organization is not here: it is read in the statement that answers.
 *
 * @param subject the person or client
 * @param roles at least one role
 * @param nation ISO 3166 alpha-3 code; null without a national role
 * @param organization key of a contractor, institution or hub; null without the role
 * INDUSTRY
 * @param programs keys of the programs managed; empty without the role PROGRAM_MANAGER
 * @param supposed whether an auditor, who is the subject, asks as such a viewer would;
 * false where the token itself says all of this
 */
public record Viewer(String subject, Set<Role> roles, @Nullable String nation, @Nullable String organization,
		Set<String> programs, boolean supposed) {

	public Viewer {
		roles = Set.copyOf(roles);
		programs = Set.copyOf(programs);
		nation = isNational(roles) ? nation : null;
		organization = roles.contains(Role.INDUSTRY) ? organization : null;
		programs = roles.contains(Role.PROGRAM_MANAGER) ? programs : Set.of();
		if (roles.isEmpty() || (isNational(roles) && nation == null)
				|| (roles.contains(Role.INDUSTRY) && organization == null)
				|| (roles.contains(Role.PROGRAM_MANAGER) && programs.isEmpty())) {
			throw new IllegalArgumentException("A role, and the claim that each role needs, are required");
		}
	}

	/**
	 * A viewer that the token itself speaks for.
	 * @param subject the person or client
	 * @param roles at least one role
	 * @param nation ISO 3166 alpha-3 code; null without a national role
	 * @param organization key of a contractor, institution or hub; null without the role
	 * INDUSTRY
	 * @param programs keys of the programs managed; empty without the role
	 * PROGRAM_MANAGER
	 * @throws IllegalArgumentException if there is no role, or none of the values that a
	 * role needs
	 */
	public Viewer(String subject, Set<Role> roles, @Nullable String nation, @Nullable String organization,
			Set<String> programs) {
		this(subject, roles, nation, organization, programs, false);
	}

	private static boolean isNational(Set<Role> roles) {
		return roles.contains(Role.NATIONAL_VIEWER) || roles.contains(Role.NATIONAL_DELEGATE);
	}

	/**
	 * Whether the viewer holds a role.
	 * @param role the role
	 * @return true where the access token gives it
	 */
	public boolean is(Role role) {
		return this.roles.contains(role);
	}

	/**
	 * The viewer as an auditor supposes one: sees the same, and shares nothing with the
	 * real one, such as cursors.
	 * @return the same viewer, supposed
	 */
	public Viewer asSupposed() {
		return new Viewer(this.subject, this.roles, this.nation, this.organization, this.programs, true);
	}

	/**
	 * Whether the viewer manages a program.
	 * @param program the program's key
	 * @return true for a program manager whose token names it
	 */
	public boolean manages(String program) {
		return this.programs.contains(program);
	}

	/**
	 * What of the viewer shapes a statement.
	 * @return the kind
	 */
	public ViewerKind kind() {
		return ViewerKind.of(this.roles);
	}

	/**
	 * The tokens that the viewer holds whatever the graph says.
	 * @return the tokens, sorted
	 */
	List<String> ownTokens() {
		SortedSet<String> tokens = new TreeSet<>();
		tokens.add(Audience.PUBLIC);
		if (this.nation != null) {
			tokens.add(Audience.nation(this.nation));
		}
		if (this.organization != null) {
			tokens.add(Audience.organization(this.organization));
		}
		this.programs.stream().map(Audience::office).forEach(tokens::add);
		return List.copyOf(tokens);
	}

}
