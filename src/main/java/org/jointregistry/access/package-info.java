/**
 * The access policy: who a viewer is, to whom a record is released, and the rule that
 * compares the two.
 * <p>
 * A viewer holds audience tokens such as {@code nation:DEU} or {@code partner:EFA}; a
 * record is released to tokens; whoever holds one of them sees it. A record's tokens are
 * derived by {@link org.jointregistry.access.Release} alone and stored with it; a
 * viewer's are computed from the access token and today's graph, in the statement that
 * answers. Sentences are those of the access policy.
 * <p>
 * By what a nation or an organization holds a token is said once, in {@code Holding}. A
 * viewer's tokens follow from it, and so does the answer to who may see a record
 * ({@link org.jointregistry.access.RecordAudience}).
 * <p>
 * Reads take a rule's condition into their statement, writes ask it first. Nothing is
 * filtered after the database.
 */
@ApplicationModule(displayName = "Access", allowedDependencies = { "shared" })
@NullMarked
package org.jointregistry.access;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
