/**
 * The graph database: its versioned constraints and indexes, applied before anything
 * reads or writes.
 */
@ApplicationModule(displayName = "Graph", allowedDependencies = {})
@NullMarked
package org.jointregistry.graph;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
