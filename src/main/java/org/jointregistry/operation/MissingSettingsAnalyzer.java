package org.jointregistry.operation;

import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which setting is missing and what to set.
 */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettingsException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, MissingSettingsException cause) {
		String missing = cause.missing().stream().map(RequiredSetting::meaning).collect(Collectors.joining(", "));
		String actions = cause.missing()
			.stream()
			.map((setting) -> "  - Set " + setting.action() + "; in the environment: " + setting.variable())
			.collect(Collectors.joining("\n"));
		return new FailureAnalysis("The registry was not told: " + missing + ".",
				actions + "\n\nFor a registry that needs no settings, on a developer's machine, run "
						+ "./mvnw spring-boot:test-run",
				cause);
	}

}
