package org.jointregistry.access;

import java.util.Set;

/**
 * What of a viewer shapes a statement: the kinds of roles held, without the nation,
 * organization or programs, which are parameters. Viewers of one kind share compiled
 * statements.
 *
 * @param registrar holds REGISTRAR
 * @param auditor holds AUDITOR
 * @param national holds one of the two national roles
 * @param industry holds INDUSTRY
 */
public record ViewerKind(boolean registrar, boolean auditor, boolean national, boolean industry) {

	static ViewerKind of(Set<Role> roles) {
		boolean national = false;
		boolean registrar = false;
		boolean auditor = false;
		boolean industry = false;
		for (Role role : roles) {
			switch (role) {
				case REGISTRAR -> registrar = true;
				case AUDITOR -> auditor = true;
				case NATIONAL_VIEWER, NATIONAL_DELEGATE -> national = true;
				case INDUSTRY -> industry = true;
				case PROGRAM_MANAGER -> {
					// Programs managed are tokens that the access token itself gives
				}
			}
		}
		return new ViewerKind(registrar, auditor, national, industry);
	}

	/**
	 * Whether such a viewer sees every record (sentence 10).
	 * @return true for registrars and auditors
	 */
	public boolean seesEveryRecord() {
		return this.registrar || this.auditor;
	}

}
