package org.jointregistry.costsharing;

import java.util.List;

/**
 * One thing that is wrong with an input.
 *
 * @param code for programs
 * @param message for people
 * @param field names of the input's fields down to the wrong one
 */
record ContributionError(ContributionErrorCode code, String message, List<String> field) {

}
