package org.jointregistry.recording;

import java.util.List;
import java.util.Map;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts to decide what rows of published files are about.
 */
final class ImportAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			CREATE (:ImportMatch {key: 'FX-REC-MATCH', subject: 'FX-REC-SUBJECT', name: 'Works', identifiers: [],
			  ground: 'NEAR_NAME', state: 'OPEN', file: 'organizations.csv', version: 1, recordedAt: datetime()})
			""";

	private static final Map<String, Object> INPUT = Map.of("importMatch", Stage.id("ImportMatch", "FX-REC-MATCH"),
			"version", 1, "reason", "It is so");

	private static final List<String> REGISTRAR = List.of("registrar");

	private ImportAttempts() {
	}

	static List<Attempt> all() {
		return List.of(new Attempt("importMatchConfirm", INPUT, REGISTRAR),
				new Attempt("importMatchReject", INPUT, REGISTRAR));
	}

}
