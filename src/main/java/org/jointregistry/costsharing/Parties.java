package org.jointregistry.costsharing;

import org.jspecify.annotations.Nullable;

/**
 * What a contribution is between: records that the viewer sees.
 *
 * @param program key of the program that it goes to
 * @param contributor who contributes
 * @param agreement key of the agreement that it is made under; null where there is none
 */
record Parties(String program, Contributor contributor, @Nullable String agreement) {

}
