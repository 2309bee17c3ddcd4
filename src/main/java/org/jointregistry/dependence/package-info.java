/**
 * Dependence: what rests on one nation, one contractor or one owner, and what is
 * connected by one organization.
 * <p>
 * There is nothing here that is written: insights are computed from what the viewer sees
 * of work, contracts, rights and ownership, by statements that
 * {@link org.jointregistry.read.Weaving} guards. A contractor's nation is that of its
 * seat; who owns and controls it, and since when, is told by chains of ownership and
 * changes of control, beside it.
 */
@ApplicationModule(displayName = "Dependence", allowedDependencies = { "access", "read", "shared" })
@NullMarked
package org.jointregistry.dependence;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
