/**
 * What was written through one replica is read through any other.
 * <p>
 * The answer to a mutation has a bookmark in a header. A request that brings it back is
 * answered by a database server that has all that was written up to it. Servers of a
 * cluster may be behind one another, and only then it makes a difference.
 * <p>
 * A bookmark tells nothing: how many changes there were would tell of changes that the
 * client does not see (sentence 13), so it is sealed.
 */
@ApplicationModule(displayName = "Bookmarks", allowedDependencies = { "api", "shared" })
@NullMarked
package org.jointregistry.bookmark;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
