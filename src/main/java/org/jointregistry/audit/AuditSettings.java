package org.jointregistry.audit;

import java.util.Base64;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the audit trail.
 *
 * @param key at least 32 bytes in base64, the same on every replica and from the first
 * entry on; null for chains that are not keyed
 */
@ConfigurationProperties("registry.audit")
record AuditSettings(@Nullable String key) {

	private static final int FEWEST_BYTES = 32;

	AuditSettings {
		if (key != null && Base64.getDecoder().decode(key).length < FEWEST_BYTES) {
			throw new IllegalArgumentException("registry.audit.key must be at least 32 bytes in base64");
		}
	}

}
