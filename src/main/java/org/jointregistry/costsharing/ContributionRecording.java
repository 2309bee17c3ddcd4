package org.jointregistry.costsharing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.TransactionContext;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

import org.jointregistry.access.Viewer;
import org.jointregistry.audit.AuditTrail;
import org.jointregistry.audit.Change;
import org.jointregistry.recording.Command;
import org.jointregistry.recording.Commands;
import org.jointregistry.recording.Precedent;
import org.jointregistry.recording.Writes;

/**
 * Records contributions to programs.
 */
@Service
class ContributionRecording {

	private static final String RECORD = "contributionRecord";

	private final Writes writes;

	private final Commands commands;

	private final Contributions contributions;

	private final AuditTrail audit;

	private final JsonMapper json;

	ContributionRecording(Writes writes, Commands commands, Contributions contributions, AuditTrail audit,
			JsonMapper json) {
		this.writes = writes;
		this.commands = commands;
		this.contributions = contributions;
		this.audit = audit;
		this.json = json;
	}

	/**
	 * Records a contribution, with its audit entry and its idempotency key, or nothing.
	 * <p>
	 * A refusal is an answer, not an exception: it changes nothing and says all that is
	 * wrong. Of several requests with the same key and input one records, and all get its
	 * answer, at once or years later.
	 * @param input what to record
	 * @param viewer who records
	 * @return {@link Recording.Recorded}, or the reasons for the refusal
	 * @throws org.jointregistry.shared.RegistryException with {@code NOT_FOUND} if the
	 * viewer does not see the program, the contributor or the agreement, with
	 * {@code FORBIDDEN} if the viewer does not manage the program
	 */
	Recording record(ContributionRecordInput input, Viewer viewer) {
		String meaning = this.json.writeValueAsString(Map.of(RECORD, input.canonical()));
		Command command = Command.of(viewer.subject(), input.idempotencyKey(), meaning);
		return this.writes.inTransaction((transaction) -> record(transaction, command, input, viewer));
	}

	private Recording record(TransactionContext transaction, Command command, ContributionRecordInput input,
			Viewer viewer) {
		return switch (this.commands.precedentOf(transaction, command)) {
			case Precedent.None none -> judge(transaction, command, input, viewer);
			case Precedent.Same same -> new Recording.Recorded(same.answer());
			case Precedent.Other other -> reused();
		};
	}

	private Recording judge(TransactionContext transaction, Command command, ContributionRecordInput input,
			Viewer viewer) {
		Parties parties = new RecordingPolicy(viewer, transaction).permitted(input);
		List<ContributionError> broken = new ArrayList<>(InputRules.brokenBy(input));
		broken.addAll(PartnerRules.brokenBy(transaction, parties, input));
		if (!broken.isEmpty()) {
			return new Recording.Refused(broken);
		}
		Contribution contribution = Contribution.of(parties, input, Instant.now(Clock.systemUTC()));
		return switch (this.commands.keep(transaction, command, contribution.key(), contribution.recordedAt())) {
			case Precedent.None none -> add(transaction, contribution, viewer);
			case Precedent.Same same -> new Recording.Recorded(same.answer());
			case Precedent.Other other -> reused();
		};
	}

	private Recording add(TransactionContext transaction, Contribution contribution, Viewer viewer) {
		this.contributions.add(transaction, contribution);
		this.audit.add(transaction, viewer, new Change(contribution.recordedAt(), RECORD, "Contribution",
				contribution.key(), null, contribution.facts()));
		return new Recording.Recorded(contribution.key());
	}

	private static Recording reused() {
		return new Recording.Refused(List.of(ContributionErrorCode.IDEMPOTENCY_KEY_REUSED.at("idempotencyKey")));
	}

}
