/**
 * The manual: written at each build to {@code target/manual}, from the README, the
 * chapters, the decisions, the schema and the code.
 */
@NullMarked
package org.jointregistry.manual;

import org.jspecify.annotations.NullMarked;
