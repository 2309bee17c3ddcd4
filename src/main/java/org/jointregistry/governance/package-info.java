/**
 * Governance: the bodies that steer programs, and what they decide.
 * <p>
 * A decision that is proposed awaits the votes of the nations with a seat on its body
 * that day. A {@link org.jointregistry.governance.Ballot} is held by one writer at a time
 * and alone says what becomes of the decision, by the body's
 * {@link org.jointregistry.governance.DecisionRule}: at the vote after which no other can
 * change the outcome, or when a manager closes it. Weights are whole numbers of votes.
 * <p>
 * The mutations are declared in {@code schema/governance-recording.graphqls} and done by
 * the {@code recording} module; reads are compiled from
 * {@code schema/governance.graphqls} and do not come here. What waits for whom, votes and
 * what is overdue, is computed by {@link org.jointregistry.governance.PendingQuestion}
 * from what the viewer sees.
 */
@ApplicationModule(displayName = "Governance", allowedDependencies = { "access", "read", "recording", "shared" })
@NullMarked
package org.jointregistry.governance;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
