package org.jointregistry.recording;

import java.util.List;

import org.jointregistry.access.Role;

/**
 * Who may do what a mutation does.
 *
 * @param role the role that it takes
 * @param over the input's field, then the relationships to follow to what the role must
 * be over; empty where it is over everything
 */
record Permit(Role role, List<String> over) {

}
