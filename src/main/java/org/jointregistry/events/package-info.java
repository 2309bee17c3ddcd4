/**
 * Events: whoever subscribes is told of changes of records, from the audit trail, which
 * is the outbox.
 * <p>
 * {@code Feed} follows the trail, once in each replica and only while someone subscribes;
 * {@code Subscriptions} gives each subscriber its own stream of it. Every change is
 * judged for every subscriber by the read engine, at the moment when it is told: a record
 * that the subscriber does not see gives no event, and nothing else that would tell of
 * it. Where a subscriber stands is sealed in the cursor of each event, so that a stream
 * goes on from there on any replica, without loss and without doubles.
 */
@ApplicationModule(displayName = "Events", allowedDependencies = { "access", "audit", "read", "shared" })
@NullMarked
package org.jointregistry.events;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
