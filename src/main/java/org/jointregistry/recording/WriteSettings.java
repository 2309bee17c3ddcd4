package org.jointregistry.recording;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of writes.
 *
 * @param timeout how long one attempt at a transaction may take
 */
@ConfigurationProperties("registry.write")
record WriteSettings(@DefaultValue("10s") Duration timeout) {

}
