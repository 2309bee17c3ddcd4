package org.jointregistry.audit;

import java.util.List;

import org.jointregistry.graph.Gate;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Lets auditors check the audit trail.
 */
@Controller
class AuditController {

	private static final int MOST = 10_000;

	private static final int SENTENCE = 10;

	private static final ChainPosition START = new ChainPosition(0, 0);

	private final AuditVerifying verifying;

	AuditController(AuditVerifying verifying) {
		this.verifying = verifying;
	}

	@QueryMapping
	AuditVerification auditVerify(@Argument @Nullable ChainPosition after, @Argument int first,
			@ContextValue Viewer viewer) {
		if (!viewer.is(Role.AUDITOR)) {
			throw new RegistryException(ErrorCode.FORBIDDEN, "Only an auditor verifies the audit trail", SENTENCE,
					List.of());
		}
		if (first < 1 || first > MOST) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"From 1 to %d entries are checked at once; %d were asked for".formatted(MOST, first));
		}
		ChainPosition start = (after != null) ? after : START;
		if (start.chain() < 0 || start.chain() >= Gate.STRIPES || start.sequence() < 0) {
			throw new RegistryException(ErrorCode.BAD_INPUT, "There is no such place in the audit trail");
		}
		return this.verifying.verify(start, first);
	}

}
