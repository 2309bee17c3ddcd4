package org.jointregistry.events;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of subscriptions.
 *
 * @param interval how long the replica waits between two looks for changes
 * @param subscriptions how many there are at once on the replica
 * @param subscriptionsOfClient how many of one client there are at once on the replica
 * @param buffer how many changes wait for a subscriber before it is too slow
 * @param readers how many changes are judged at once, each with a connection to Neo4j
 */
@ConfigurationProperties("registry.events")
record EventSettings(@DefaultValue("250ms") Duration interval, @DefaultValue("1000") int subscriptions,
		@DefaultValue("20") int subscriptionsOfClient, @DefaultValue("1000") int buffer,
		@DefaultValue("8") int readers) {

}
