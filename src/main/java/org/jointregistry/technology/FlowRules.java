package org.jointregistry.technology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;

import org.springframework.stereotype.Component;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;
import org.jointregistry.access.Sight;
import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Judgements;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.CypherText;
import org.jointregistry.technology.ConsentClaims.Claim;

/**
 * No technology flows before licence and consents. What a refusal tells follows from the
 * licences, requests and decisions of the program, all of which its manager sees
 * (sentence 8), from regimes, which everyone sees, and from what this manager sees of
 * rights and derivations.
 */
@Component
class FlowRules implements Rule {

	/** What of an input may have technology flow, or flow under something else. */
	private static final List<String> DECIDING = List.of("kind", "regime", "status", "decided", "licences",
			"consentRequest");

	private static final String NEEDS_LICENCE = """
			OPTIONAL MATCH (regime:ControlRegime {key: $regime})
			RETURN coalesce(regime.licenceRequired, true) AS found
			""";

	private static final String LICENSED = """
			RETURN EXISTS {
			  MATCH (licence:ExportLicence)-[:LICENSED_FOR]->(:Program {key: $program})
			  WHERE licence.key IN $licences AND %s
			} AS found
			""".formatted(CypherText.of(licenceCounts((fact) -> Cypher.property("licence", fact),
			Cypher.parameter("regime"), Cypher.parameter("date"))));

	private final Judgements judgements;

	FlowRules(Judgements judgements) {
		this.judgements = judgements;
	}

	@Override
	public Set<String> mutations() {
		return Set.of("transferAdd", "transferRevise", "transferDecide");
	}

	@Override
	public void judge(Writing writing) {
		Sight sight = new Sight(writing.transaction(), writing.viewer());
		for (Entry entry : writing.entries()) {
			if (DECIDING.stream().anyMatch(entry::says) && flows(writing, entry)) {
				PlannedTransfer transfer = PlannedTransfer.of(writing, entry, sight);
				writing.refuseIf(!isLicensed(writing, transfer), entry, Refusals.LICENCE_MISSING, "licences");
				writing.refuseIf(!isConsentedTo(writing, transfer, sight), entry, Refusals.CONSENT_MISSING,
						"consentRequest");
			}
		}
	}

	/**
	 * The condition that a licence counts for its program.
	 * @param fact gives a fact of the licence by its name
	 * @param regime the regime that technology flows under
	 * @param day the day that it flows on
	 * @return the condition
	 */
	static Condition licenceCounts(Function<String, Expression> fact, Expression regime, Expression day) {
		Expression from = fact.apply("validFrom");
		Expression until = fact.apply("validUntil");
		return fact.apply("state")
			.isEqualTo(Cypher.literalOf("ISSUED"))
			.and(fact.apply("regime").isEqualTo(regime))
			.and(from.isNull().or(from.lte(day)))
			.and(until.isNull().or(until.gt(day)));
	}

	/**
	 * Matches the licences of a transfer that count for it: those of its program.
	 * @param licence follows the transfer's licences
	 * @param transfer a node that is matched already
	 * @param regime the regime that technology flows under
	 * @param day the day that it flows on
	 * @param weave what the statement is built from
	 * @return a reading in which the licence is known
	 */
	static OngoingReadingWithWhere counting(Guarded licence, Node transfer, Expression regime, Expression day,
			Weaving weave) {
		Guarded program = weave.follow(licence.node(), "ExportLicence", "program");
		Guarded under = weave.follow(transfer, "Transfer", "program");
		Condition counts = licenceCounts((name) -> weave.value(licence.node(), "ExportLicence", name), regime, day);
		Condition same = Cypher
			.exists(under.match(under.node().property("key").isEqualTo(program.node().property("key")))
				.returning(under.node())
				.build());
		return program.matchAfter(licence.match(counts), same);
	}

	private static boolean flows(Writing writing, Entry entry) {
		return Flowing.is((String) writing.afterwards(entry, "kind"), (String) writing.afterwards(entry, "status"));
	}

	private static boolean isLicensed(Writing writing, PlannedTransfer transfer) {
		String regime = transfer.regime();
		if (regime == null || !writing.finds(NEEDS_LICENCE, Map.of("regime", regime))) {
			return true;
		}
		writing.hold(transfer.licences());
		List<String> licences = transfer.licences().stream().map(NodeRef::key).toList();
		return writing.finds(LICENSED, Map.of("licences", licences, "regime", regime, "program",
				transfer.program().key(), "date", transfer.date()));
	}

	private boolean isConsentedTo(Writing writing, PlannedTransfer transfer, Sight sight) {
		Optional<ConsentFile> file = transfer.request().map((request) -> ConsentFile.hold(writing, request));
		Set<String> asked = file.map(ConsentFile::asked).orElse(Set.of());
		return file.stream().allMatch((consents) -> consents.covers(transfer, sight))
				&& needed(writing, transfer).stream().map(Claim::code).allMatch(asked::contains);
	}

	private List<Claim> needed(Writing writing, PlannedTransfer transfer) {
		String technology = transfer.technology().stream().map(NodeRef::key).findFirst().orElse(null);
		List<GlobalId> to = transfer.to().stream().map((party) -> new GlobalId(party.label(), party.key())).toList();
		return this.judgements
			.ask(writing.transaction(), writing.viewer(),
					(weave) -> NeededConsents.of(technology, transfer.program().key(), transfer.regime(), to, weave))
			.needed();
	}

	/** Reasons to refuse that technology flows. */
	private enum Refusals implements RefusalCode {

		CONSENT_MISSING("Every nation that is asked or has to be consents before technology flows"),
		LICENCE_MISSING("Under this regime technology flows under a licence that is valid on the transfer's date");

		private final String message;

		Refusals(String message) {
			this.message = message;
		}

		@Override
		public String message() {
			return this.message;
		}

	}

}
