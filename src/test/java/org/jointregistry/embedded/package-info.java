/**
 * The registry as it runs on a developer's machine and in tests: an embedded Neo4j and an
 * authorization server with demo clients, in one process. None of this is packaged.
 */
@NullMarked
package org.jointregistry.embedded;

import org.jspecify.annotations.NullMarked;
