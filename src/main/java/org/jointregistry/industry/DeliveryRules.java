package org.jointregistry.industry;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Marking;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * What an organization says that it delivered waits until a manager of the program
 * confirms or refuses it (sentence 18), another person than the one who declared it
 * (sentence 20), and is decided once. Until then nobody sees it but the organization and
 * the managers.
 */
@Component
class DeliveryRules implements Rule {

	private static final String DECLARE = "workShareDeliveryDeclare";

	private static final String CONFIRM = "workShareDeliveryConfirm";

	private static final String DELIVERY = "workShareDelivery";

	private static final String STATUS = "status";

	private static final String DECLARED = "DECLARED";

	private static final String WORK = """
			MATCH (share:WorkShare {key: $key})
			RETURN [(share)-[:PART_OF_WORK]->(x) | x.key] AS programs,
			  [(share)-[:PERFORMED_BY]->(x) | x.key] AS contractors,
			  [(share)-[:RESEARCHED_BY]->(x) | x.key] AS institutions
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(DECLARE, CONFIRM, "workShareDeliveryRefuse");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			if (writing.name().equals(DECLARE)) {
				declare(writing, entry);
			}
			else {
				decide(writing, entry);
			}
		}
	}

	private static void declare(Writing writing, Entry entry) {
		Record work = writing.transaction().run(WORK, Map.of("key", entry.getNamed("workShare").key())).single();
		entry.link("program", nodes("Program", work.get("programs")));
		entry.link("contractor", nodes("Contractor", work.get("contractors")));
		entry.link("institution", nodes("Institution", work.get("institutions")));
		entry.set(STATUS, DECLARED);
		entry.set("marking", Marking.ORIGINATOR.name());
	}

	private static List<NodeRef> nodes(String label, Value keys) {
		return keys.asList((key) -> new NodeRef(label, key.asString()));
	}

	private static void decide(Writing writing, Entry entry) {
		Map<String, Object> declared = writing.current(entry);
		boolean confirm = writing.name().equals(CONFIRM);
		if (confirm) {
			writing.requireAnother(declared.get("recordedBy"), "Whoever declared a delivery does not confirm it");
		}
		writing.refuseIf(!DECLARED.equals(declared.get(STATUS)), entry, Refusals.DELIVERY_DECIDED, DELIVERY);
		entry.set(STATUS, confirm ? "CONFIRMED" : "REFUSED");
	}

	/** Reasons to refuse a delivery, or a decision of one. */
	private enum Refusals implements RefusalCode {

		DELIVERY_DECIDED("The delivery was confirmed or refused already");

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
