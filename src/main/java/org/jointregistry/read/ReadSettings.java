package org.jointregistry.read;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the read engine.
 *
 * @param timeout how long one statement may take
 * @param cursorKey 32 bytes in base64, the same on every replica; null for a key that is
 * made at the start, so that cursors end with the process
 * @param plans how many compiled statements are kept
 * @param cost what an operation may cost at most
 */
@ConfigurationProperties("registry.read")
record ReadSettings(@DefaultValue("10s") Duration timeout, @Nullable String cursorKey, @DefaultValue("2000") int plans,
		@DefaultValue("1000000") long cost) {

}
