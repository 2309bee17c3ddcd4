package org.jointregistry.document;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Which documents are answered.
 *
 * @param manifests files of the documents that are known by their hash, as GraphQL Code
 * Generator, Relay and Apollo write them
 * @param trustedOnly whether no others are answered
 * @param introspection whether the schema may be asked for
 */
@ConfigurationProperties("registry.document")
record DocumentSettings(@DefaultValue List<Resource> manifests, @DefaultValue("false") boolean trustedOnly,
		@DefaultValue("true") boolean introspection) {

	DocumentSettings {
		if (trustedOnly && manifests.isEmpty()) {
			throw new IllegalArgumentException(
					"registry.document.trusted-only needs registry.document.manifests: no document would be answered");
		}
	}

}
