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
 * A {@link org.jointregistry.importing.PublishedFile}, such as those of the European
 * Defence Fund, has no keys of the registry. Its rows say rows of the registry's own
 * formats, and {@link org.jointregistry.importing.Matching} finds which records they are
 * about; what is doubtful a registrar decides.
 * <p>
 * The ways in are {@link org.jointregistry.importing.Importing} for the files that come
 * with the registry, and {@code /import} for those that a registrar sends, in the formats
 * of the first or in the registry's own
 * ({@link org.jointregistry.importing.RegistryFormats}), which {@code /export} writes.
 */
@ApplicationModule(displayName = "Importing",
		allowedDependencies = { "access", "api", "audit", "graph", "http", "identity", "industry", "program",
				"recording", "shared", "technology" })
@NullMarked
package org.jointregistry.importing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
