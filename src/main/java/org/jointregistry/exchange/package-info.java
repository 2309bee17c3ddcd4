/**
 * Exchange: arrangements by which nations share intelligence, other information and
 * technology, and operations that their cooperation supports; never what is shared.
 * <p>
 * The mutations are declared in {@code schema/exchange.graphqls} and
 * {@code schema/supported-operation.graphqls} and done by the {@code recording} module;
 * reads are compiled from the same files and do not come here. That the parts of a nation
 * in one of them do not overlap in time holds with all such times, in the {@code program}
 * module.
 */
@ApplicationModule(displayName = "Exchange", allowedDependencies = { "access", "program", "recording" })
@NullMarked
package org.jointregistry.exchange;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
