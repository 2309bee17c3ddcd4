/**
 * Importing: CSV files of curated, fictional or uploaded data become records of the
 * graph, and what could not be read is told.
 * <p>
 * A {@link org.jointregistry.importing.FileFormat} says which column of a file fills
 * which field; what the field is, a fact of a type or a relationship, says the schema
 * ({@link org.jointregistry.importing.SchemaMap}). A file is written in one transaction
 * together with its findings and its own record, so that it is there whole or not at all,
 * and is never loaded twice.
 * <p>
 * The way in is {@link org.jointregistry.importing.Importing}.
 */
@ApplicationModule(displayName = "Importing",
		allowedDependencies = { "access", "graph", "industry", "program", "recording", "shared", "technology" })
@NullMarked
package org.jointregistry.importing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
