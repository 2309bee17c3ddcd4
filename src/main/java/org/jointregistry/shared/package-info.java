/**
 * What every module speaks in: exact decimals, partial dates, ids, texts, words and the
 * codes of errors. Nothing here knows of the graph, of a viewer or of a request.
 */
@ApplicationModule(displayName = "Shared", allowedDependencies = {})
@NullMarked
package org.jointregistry.shared;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
