/**
 * Technology: rights in it, its transfers, the licences and consents that they take, and
 * the ways that it may flow.
 * <p>
 * IP rights are edges from their holder to the technology. What industry declares or asks
 * for waits for a manager of the program. No technology flows by a transfer before
 * licence and consents: {@link org.jointregistry.technology.Flowing} says when it does;
 * {@link org.jointregistry.technology.FlowFindings} finds imported ones. Whose consent it
 * takes, {@link org.jointregistry.technology.NeededConsents} says to rules and to the
 * insight alike. All of it is written by the {@code recording} module; the rules here say
 * what must hold beyond what the schema says. Insights are computed from what the viewer
 * sees, by statements that {@link org.jointregistry.read.Weaving} guards; plain reads do
 * not come here.
 */
@ApplicationModule(displayName = "Technology", allowedDependencies = { "access", "read", "recording", "shared" })
@NullMarked
package org.jointregistry.technology;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
