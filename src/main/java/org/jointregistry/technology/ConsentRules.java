package org.jointregistry.technology;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Judgements;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.technology.ConsentClaims.Claim;

/**
 * A request asks whom rights and regimes name, but for the nation that it would go to. A
 * nation that is asked decides once, and takes that back before it decides anew. Nations
 * that are asked see the request and their own decisions (sentence 7), so that a refusal
 * tells them nothing.
 */
@Component
class ConsentRules implements Rule {

	private static final String ASK = "consentRequestAdd";

	private static final String DECIDE = "consentDecide";

	private static final String REVOKE = "consentRevoke";

	private static final String NATION = "nation";

	private static final String NATIONS = "nations";

	private static final String DECISION = "consentDecision";

	private static final String REVOKED = "REVOKED";

	private static final List<String> CARRIED = List.of("marking", "figuresMarking", "releasableTo",
			"industryReleasable", "originator", "fictional");

	private static final String FIND = """
			MATCH (decision:ConsentDecision {key: $key})-[:DECIDES]->(request:ConsentRequest)
			RETURN properties(decision) AS facts, request.key AS request,
			  EXISTS { (decision)<-[:REVOKES]-() } AS revoked,
			  [(decision)-[:DECIDED_BY]->(nation) | nation.key] AS nations
			""";

	private final Judgements judgements;

	ConsentRules(Judgements judgements) {
		this.judgements = judgements;
	}

	@Override
	public Set<String> mutations() {
		return Set.of(ASK, DECIDE, REVOKE);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			switch (writing.name()) {
				case ASK -> ask(writing, entry);
				case DECIDE -> decide(writing, entry);
				default -> revoke(writing, entry);
			}
		}
	}

	private void ask(Writing writing, Entry entry) {
		NodeRef to = entry.getNamed("to");
		writing.refuseIf(to.equals(entry.getNamed("from")), entry, Refusals.SAME_PARTY, "to");
		Set<String> nations = asked(writing, entry, to);
		List<NodeRef> named = entry.listNamed(NATIONS);
		writing.refuseIf(nations.isEmpty() && named.isEmpty(), entry, Refusals.NOBODY_ASKED, NATIONS);
		named.forEach((nation) -> nations.remove(nation.key()));
		entry.link(NATIONS, nations.stream().map((code) -> new NodeRef("Nation", code)).toList());
	}

	private Set<String> asked(Writing writing, Entry entry, NodeRef to) {
		String technology = entry.findNamed("technology").map(NodeRef::key).orElse(null);
		return this.judgements
			.ask(writing.transaction(), writing.viewer(),
					(weave) -> NeededConsents.of(technology, entry.getNamed("program").key(), entry.text("regime"),
							List.of(new GlobalId(to.label(), to.key())), weave))
			.asked()
			.stream()
			.map(Claim::code)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static void decide(Writing writing, Entry entry) {
		String nation = entry.getNamed(NATION).key();
		ConsentFile file = ConsentFile.hold(writing, entry.getNamed("consentRequest"));
		writing.refuseIf(!file.asked().contains(nation), entry, Refusals.NOT_ASKED, NATION);
		writing.refuseIf(file.isDecidedBy(nation), entry, Refusals.ALREADY_DECIDED, NATION);
		boolean conditional = "CONSENTED_WITH_CONDITIONS".equals(entry.text("kind"));
		writing.refuseIf(conditional == (entry.value("conditions") == null), entry, Refusals.CONDITIONS_REQUIRED,
				"conditions");
		entry.set("originator", nation);
		entry.link("program", List.of(file.program()));
	}

	private static void revoke(Writing writing, Entry entry) {
		Map<String, Object> key = Map.of("key", entry.getNamed(DECISION).key());
		NodeRef request = new NodeRef("ConsentRequest",
				writing.transaction().run(FIND, key).single().get("request").asString());
		ConsentFile file = ConsentFile.hold(writing, request);
		Record decision = writing.transaction().run(FIND, key).single();
		writing.refuseIf(decision.get("revoked").asBoolean(), entry, Refusals.ALREADY_REVOKED, DECISION);
		Map<String, Object> facts = decision.get("facts").asMap();
		writing.refuseIf(REVOKED.equals(facts.get("kind")), entry, Refusals.NOT_REVOCABLE, DECISION);
		DecisionDay.requireAfter(writing, entry, facts.get("decided"));
		CARRIED.forEach((fact) -> entry.set(fact, facts.get(fact)));
		entry.set("kind", REVOKED);
		entry.link("request", List.of(request));
		entry.link("program", List.of(file.program()));
		entry.link(NATION,
				decision.get(NATIONS)
					.asList(Value::asString)
					.stream()
					.map((code) -> new NodeRef("Nation", code))
					.toList());
	}

	/** Reasons to refuse a request for consent or a decision on one. */
	private enum Refusals implements RefusalCode {

		ALREADY_DECIDED("The nation has decided already; it takes that back before it decides anew"),
		ALREADY_REVOKED("The decision is taken back already"),
		CONDITIONS_REQUIRED("CONSENTED_WITH_CONDITIONS needs conditions, and no other decision has any"),
		NOBODY_ASKED("No nation is asked: none follows from rights and regimes, so name one"),
		NOT_ASKED("The request does not ask the nation"),
		NOT_REVOCABLE("What takes back a decision is not taken back: decide anew"),
		SAME_PARTY("It is passed on from one party to another");

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
