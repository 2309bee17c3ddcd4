package org.jointregistry.telemetry;

import java.time.Duration;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is told to whoever runs the registry.
 *
 * @param slowOperation how long an operation may take before it is logged
 * @param viewerKey 32 bytes or more in base64, the same on every replica, by which
 * viewers are told apart in logs; null for a key that is made at the start
 */
@ConfigurationProperties("registry.telemetry")
record TelemetrySettings(@DefaultValue("2s") Duration slowOperation, @Nullable String viewerKey) {

	private static final int KEY_BYTES = 32;

	TelemetrySettings {
		if (viewerKey != null && Base64.getDecoder().decode(viewerKey).length < KEY_BYTES) {
			throw new IllegalArgumentException("registry.telemetry.viewer-key must be 32 bytes or more");
		}
	}

}
