package org.jointregistry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the field of a {@link RegistryTest} with its {@link Staged} records: they are
 * made from the driver and the {@link RegistryClient}, set before each test, and taken
 * away after it.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnStage {

}
