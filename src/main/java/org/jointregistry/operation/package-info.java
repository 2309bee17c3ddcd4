/**
 * What whoever runs the registry meets first: the settings that it cannot start without,
 * and those that it does not start with.
 */
@ApplicationModule(displayName = "Operation", allowedDependencies = {})
@NullMarked
package org.jointregistry.operation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
