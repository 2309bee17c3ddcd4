package org.jointregistry.costsharing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Writing;

/**
 * An entry of the ledger that a later one names.
 *
 * @param key its key
 * @param facts its values as the graph stores them
 * @param programs keys of the programs that it went to
 * @param parties who contributed
 * @param agreements keys of the agreements that it was made under
 * @param reversed whether another takes it back or takes its place
 * @param verified whether another verifies it, and is not taken back itself
 */
record EntryOnRecord(String key, Map<String, Object> facts, List<String> programs, List<NodeRef> parties,
		List<String> agreements, boolean reversed, boolean verified) {

	private static final List<String> CARRIED = List.of("form", "amount", "currency", "priceYear", "phase", "period",
			"valueDate", "resource", "quantity", "unit", "marking", "figuresMarking", "releasableTo",
			"industryReleasable", "originator", "fictional");

	private static final String FIND = """
			UNWIND $keys AS key
			MATCH (entry:Contribution {key: key})
			RETURN key, properties(entry) AS facts, [(entry)-[:TOWARDS]->(p) | p.key] AS programs,
			  [(entry)<-[:CONTRIBUTES]-(party) | [labels(party)[0], party.key]] AS parties,
			  [(entry)-[:MADE_UNDER]->(a) | a.key] AS agreements,
			  EXISTS { (entry)<-[:REVERSES|SUPERSEDES]-() } AS reversed,
			  EXISTS { (entry)<-[:VERIFIES]-(by) WHERE NOT EXISTS { (by)<-[:REVERSES]-() } } AS verified
			""";

	/**
	 * The entries that a mutation names, as they stand now, with the accounts that they
	 * count in: held until the transaction ends, so that nobody names, releases or pays
	 * them meanwhile.
	 * @param writing the mutation
	 * @param field the input's field that names them
	 * @return by key
	 */
	static Map<String, EntryOnRecord> hold(Writing writing, String field) {
		Set<String> keys = new TreeSet<>();
		writing.entries().forEach((entry) -> keys.add(entry.getNamed(field).key()));
		writing.lock(find(writing.transaction(), keys).values()
			.stream()
			.flatMap((entry) -> entry.accounts().stream())
			.map(Account::lock)
			.toList());
		writing.hold(keys.stream().map((key) -> new NodeRef("Contribution", key)).toList());
		return find(writing.transaction(), keys);
	}

	private static Map<String, EntryOnRecord> find(TransactionContext transaction, Collection<String> keys) {
		return transaction.run(FIND, Map.of("keys", List.copyOf(keys)))
			.stream()
			.map(EntryOnRecord::of)
			.collect(Collectors.toMap(EntryOnRecord::key, (entry) -> entry));
	}

	private static EntryOnRecord of(Record row) {
		return new EntryOnRecord(row.get("key").asString(), row.get("facts").asMap(),
				row.get("programs").asList(Value::asString),
				row.get("parties").asList((party) -> new NodeRef(party.get(0).asString(), party.get(1).asString())),
				row.get("agreements").asList(Value::asString), row.get("reversed").asBoolean(),
				row.get("verified").asBoolean());
	}

	String kind() {
		return String.valueOf(this.facts.get("kind"));
	}

	@Nullable Object fact(String name) {
		return this.facts.get(name);
	}

	/**
	 * The accounts that it counts in.
	 * @return one for each program and party
	 */
	List<Account> accounts() {
		List<Account> accounts = new ArrayList<>();
		this.programs.forEach((program) -> this.parties.forEach((party) -> accounts.add(new Account(program, party))));
		return accounts;
	}

	/**
	 * Has an entry that names this one say the same of what, whose and whither, and be
	 * shown to the same.
	 * @param entry the later entry
	 * @param kind its kind
	 */
	void carryOver(Entry entry, String kind) {
		entry.set("kind", kind);
		CARRIED.forEach((fact) -> entry.set(fact, this.facts.get(fact)));
		entry.link("programs", this.programs.stream().map((key) -> new NodeRef("Program", key)).toList());
		entry.link("contributors", this.parties);
		entry.link("agreement", this.agreements.stream().map((key) -> new NodeRef("Agreement", key)).toList());
	}

}
