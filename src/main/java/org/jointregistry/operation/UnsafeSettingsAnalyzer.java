package org.jointregistry.operation;

import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which setting is unsafe and what to set.
 */
class UnsafeSettingsAnalyzer extends AbstractFailureAnalyzer<UnsafeSettingsException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, UnsafeSettingsException cause) {
		String unsafe = cause.unsafe().stream().map(UnsafeSetting::meaning).collect(Collectors.joining(", "));
		String actions = cause.unsafe()
			.stream()
			.map((setting) -> "  - Set " + setting.action())
			.collect(Collectors.joining("\n"));
		return new FailureAnalysis("The registry does not start: " + unsafe + ".", actions
				+ "\n\nTo demonstrate the registry with invented data, where nobody else is on the network, set "
				+ "registry.operation.demonstration=true", cause);
	}

}
