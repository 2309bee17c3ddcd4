/**
 * The graph database: its versioned constraints and indexes, applied before anything
 * reads or writes, and what every transaction has in common.
 */
@ApplicationModule(displayName = "Graph", allowedDependencies = "shared")
@NullMarked
package org.jointregistry.graph;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
