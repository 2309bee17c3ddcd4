package org.jointregistry.recording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

import org.jointregistry.access.Viewer;
import org.jointregistry.read.GraphModel;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.jointregistry.shared.TimeOrderedId;

/**
 * A mutation on its way: what is to be written, by whom, in which transaction, and what
 * is wrong with it.
 */
public final class Writing {

	/** Setting a value that is there locks a node. */
	private static final String HOLD = """
			UNWIND $keys AS key
			MATCH (record:%s {key: key})
			SET record.version = coalesce(record.version, 1)
			""";

	private static final int FOUR_EYES = 20;

	private final TransactionContext transaction;

	private final Viewer viewer;

	private final Mutation mutation;

	private final List<Entry> entries;

	private final Instant at;

	private final List<Refusal> refusals = new ArrayList<>();

	private Map<String, Map<String, Object>> current = Map.of();

	private final Consequences consequences = new Consequences();

	Writing(TransactionContext transaction, Viewer viewer, Mutation mutation, List<Entry> entries, Instant at) {
		this.transaction = transaction;
		this.viewer = viewer;
		this.mutation = mutation;
		this.entries = entries;
		this.at = at;
	}

	/**
	 * The name of the mutation.
	 * @return as in the schema
	 */
	public String name() {
		return this.mutation.name();
	}

	/**
	 * What is to be written.
	 * @return the records, in the order of the input
	 */
	public List<Entry> entries() {
		return this.entries;
	}

	/**
	 * The transaction that writes.
	 * @return to ask what the graph says
	 */
	public TransactionContext transaction() {
		return this.transaction;
	}

	/**
	 * Who writes.
	 * @return the viewer
	 */
	public Viewer viewer() {
		return this.viewer;
	}

	/**
	 * When it is written.
	 * @return the same for all of it
	 */
	public Instant at() {
		return this.at;
	}

	/**
	 * The day of it.
	 * @return in UTC
	 */
	public String today() {
		return LocalDate.ofInstant(this.at, ZoneOffset.UTC).toString();
	}

	/**
	 * Whether a date is still to come. One that is known to the year or the month has
	 * come with its first day.
	 * @param date a partial date; null where unknown
	 * @return whether it is later than today; false where unknown
	 */
	public boolean isToCome(@Nullable String date) {
		return date != null && date.compareTo(today()) > 0;
	}

	/**
	 * Asks the graph a question of yes or no.
	 * @param question a statement that returns one row with {@code found}
	 * @param parameters of the statement
	 * @return the answer
	 */
	public boolean finds(String question, Map<String, ? extends @Nullable Object> parameters) {
		return this.transaction.run(question, new HashMap<>(parameters)).single().get("found").asBoolean();
	}

	/**
	 * Requires four eyes (sentence 20).
	 * @param author the subject of whoever recorded what is judged now; null where
	 * unknown
	 * @param otherwise what to say where that is the one who writes
	 * @throws RegistryException with {@code FORBIDDEN} if it is the same person
	 */
	public void requireAnother(@Nullable Object author, String otherwise) {
		if (this.viewer.subject().equals(author)) {
			throw new RegistryException(ErrorCode.FORBIDDEN, otherwise, FOUR_EYES, List.of());
		}
	}

	/**
	 * What an entry changes, as it is now. Nobody else changes it until the transaction
	 * ends.
	 * @param entry the entry
	 * @return values as the graph stores them, by name; empty for what is new
	 */
	public Map<String, Object> current(Entry entry) {
		return this.current.getOrDefault(entry.key(), Map.of());
	}

	/**
	 * What the record or the relationship of an entry will have in a field.
	 * @param entry the entry
	 * @param field the field's name in the input and in the graph
	 * @return what the input says, as the scalar parsed it, or else what is there, as the
	 * graph stores it; null where it will have nothing
	 */
	public @Nullable Object afterwards(Entry entry, String field) {
		return entry.says(field) ? entry.value(field) : current(entry).get(field);
	}

	/**
	 * Waits for other writers that hold one of these names, and holds them until the
	 * transaction ends. What is asked of the graph afterwards is as those left it. A rule
	 * of what is new, or whose names follow from what the graph says, calls it once, and
	 * rules that hold names of several kinds are in one order, so that no two writers
	 * wait for each other; other names are those of {@link Rule#locks(Writing)}.
	 * @param names of what must not change meanwhile
	 */
	public void lock(Collection<String> names) {
		Locks.hold(this.transaction, names);
	}

	/**
	 * Waits for other writers that change one of these records or hold it, and holds them
	 * until the transaction ends, in one order. What is asked of the graph afterwards is
	 * as those left it.
	 * @param records there or not
	 */
	public void hold(Collection<NodeRef> records) {
		records.stream()
			.collect(Collectors.groupingBy(NodeRef::label, TreeMap::new,
					Collectors.mapping(NodeRef::key, Collectors.toCollection(TreeSet::new))))
			.forEach((label, keys) -> this.transaction.run(HOLD.formatted(label), Map.of("keys", List.copyOf(keys)))
				.consume());
	}

	/**
	 * Makes a record that the input does not say and that follows from it: it is written
	 * after the entries, in their transaction, with an entry in the audit trail. Where
	 * the input is refused, it is not written.
	 * @param type the name of the record's type
	 * @param prefix what its key begins with
	 * @return the record, with nothing but its key, to be completed by
	 * {@link Entry#set(String, Object)} and {@link Entry#link(String, List)}
	 */
	public Entry follow(String type, String prefix) {
		return this.consequences.add(type, prefix + "-" + TimeOrderedId.at(this.at));
	}

	/**
	 * Changes a record as it follows from the input, which does not say so: written like
	 * what {@link #follow(String, String)} makes, and keeps what it was. It may be a
	 * record that the viewer does not see.
	 * @param type the name of the record's type
	 * @param key its key; the same record twice is one change
	 * @return what changes, to be said by {@link Entry#set(String, Object)} and
	 * {@link Entry#unlink(String, List)}
	 */
	public Entry followRevision(String type, String key) {
		return this.consequences.revise(type, key);
	}

	/**
	 * Changes the facts of a relationship as {@link #followRevision(String, String)} does
	 * those of a record.
	 * @param type the name of the type of a record at its end
	 * @param relation the type's field that follows it
	 * @param of the key of that record
	 * @param key the relationship's own
	 * @return what changes, to be said by {@link Entry#set(String, Object)}
	 */
	public Entry followTie(String type, String relation, String of, String key) {
		return this.consequences.reviseTie(type, relation, of, key);
	}

	/**
	 * What follows from this, as writings of their own.
	 * @param model has the types of the records
	 * @return one for each kind of change, in the same transaction and by the same viewer
	 */
	List<Writing> following(GraphModel model) {
		return this.consequences.mutations(name(), model)
			.stream()
			.map((each) -> new Writing(this.transaction, this.viewer, each.mutation(), each.entries(), this.at))
			.toList();
	}

	/**
	 * Tells that something is wrong with an entry.
	 * @param entry which
	 * @param code what
	 * @param field names of its fields down to the wrong one
	 */
	public void refuse(Entry entry, RefusalCode code, String... field) {
		this.refusals.add(new Refusal(code, entry.pathOf(field)));
	}

	/**
	 * Tells that something is wrong with an entry, where that is so.
	 * @param wrong whether
	 * @param entry which
	 * @param code what
	 * @param field names of its fields down to the wrong one
	 */
	public void refuseIf(boolean wrong, Entry entry, RefusalCode code, String... field) {
		if (wrong) {
			refuse(entry, code, field);
		}
	}

	void refuse(Refusal refusal) {
		this.refusals.add(refusal);
	}

	void found(Map<String, Map<String, Object>> current) {
		this.current = current;
	}

	Mutation mutation() {
		return this.mutation;
	}

	/**
	 * The label of the record that an entry makes or changes, or whose relationship it
	 * does.
	 */
	String label(Entry entry) {
		return switch (this.mutation.act()) {
			case ADD -> this.mutation.type().concrete().label();
			case REVISE, TIE, REVISE_TIE -> entry.getNamed(this.mutation.subject()).label();
		};
	}

	List<Refusal> refusals() {
		return this.refusals;
	}

}
