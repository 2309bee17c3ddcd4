package org.jointregistry;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/**
 * Modules use of each other what their package-info allows, and nothing more.
 */
class ModularityTests {

	@Test
	void modulesKeepTheirBounds() {
		ApplicationModules.of(JointRegistry.class).verify();
	}

}
