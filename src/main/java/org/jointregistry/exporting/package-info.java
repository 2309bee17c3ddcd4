/**
 * Exporting: what a viewer sees, in the registry's own files, from which the registry can
 * be filled anew.
 * <p>
 * A {@link org.jointregistry.importing.FileFormat} says what stands in a file. Records
 * are read page by page in the order of their keys, each page with the conditions of the
 * access policy woven in: an export takes no more memory than a page, whatever there is.
 */
@ApplicationModule(displayName = "Exporting",
		allowedDependencies = { "access", "api", "http", "identity", "importing", "limit", "read", "shared" })
@NullMarked
package org.jointregistry.exporting;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
