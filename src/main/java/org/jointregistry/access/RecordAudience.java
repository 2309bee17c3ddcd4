package org.jointregistry.access;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Viewers who see a record today, as their access tokens describe them, and why they do.
 *
 * @param roles any of which the viewers have
 * @param nation code of the viewers' nation; null where they may be of any or of none
 * @param organization key of the viewers' organization; null where it is of no matter
 * @param program key of a program that the viewers manage; null where it is of no matter
 * @param grounds at least one, by sentence
 */
public record RecordAudience(List<Role> roles, @Nullable String nation, @Nullable String organization,
		@Nullable String program, List<RecordGround> grounds) {

}
