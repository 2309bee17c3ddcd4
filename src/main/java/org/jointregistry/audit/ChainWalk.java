package org.jointregistry.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Goes along a chain, entry by entry, and notes where it is broken. One change gives one
 * break: behind it the walk goes on with what is there.
 */
final class ChainWalk {

	private final Seal seal;

	private final List<ChainBreak> breaks = new ArrayList<>();

	private int checked;

	private ChainPosition last = new ChainPosition(0, 0);

	private @Nullable String lastKey;

	/** What the next entry may name as the hash of the one before; empty for anything. */
	private Set<String> links = Set.of(Seal.NONE);

	ChainWalk(Seal seal) {
		this.seal = seal;
	}

	/**
	 * Begins a chain.
	 * @param after the position before the first entry to check
	 * @param known the entry at that position; empty where there is none
	 */
	void begin(ChainPosition after, List<Map<String, Object>> known) {
		this.last = after;
		this.lastKey = null;
		if (after.sequence() == 0) {
			this.links = Set.of(Seal.NONE);
			return;
		}
		this.links = Set.of();
		known.forEach(this::remember);
		if (known.isEmpty()) {
			note(ChainBreak.Kind.REMOVED, after.sequence(), null);
		}
	}

	/**
	 * Checks the next entry of the chain.
	 * @param entry its facts
	 */
	void take(Map<String, Object> entry) {
		long sequence = (entry.get("sequence") instanceof Number number) ? number.longValue() : 0;
		String key = text(entry.get("key"));
		this.checked++;
		if (sequence <= this.last.sequence()) {
			note(ChainBreak.Kind.ADDED, sequence, key);
			return;
		}
		if (sequence > this.last.sequence() + 1) {
			note(ChainBreak.Kind.REMOVED, this.last.sequence() + 1, null);
		}
		if (!this.seal.of(entry).equals(entry.get("hash"))) {
			note(ChainBreak.Kind.ALTERED, sequence, key);
		}
		else if (sequence == this.last.sequence() + 1 && !follows(text(entry.get("previous")))) {
			note(ChainBreak.Kind.REPLACED, this.last.sequence(), this.lastKey);
		}
		remember(entry);
		this.last = new ChainPosition(this.last.chain(), sequence);
	}

	/**
	 * Ends a chain, all of whose entries were taken.
	 * @param head where it ought to end
	 */
	void end(ChainHead head) {
		if (this.last.sequence() < head.sequence()) {
			note(ChainBreak.Kind.CUT, this.last.sequence() + 1, null);
		}
		else if (!follows(head.hash())) {
			note(ChainBreak.Kind.REPLACED, head.sequence(), this.lastKey);
		}
	}

	/** An entry whose hash alone was altered is still what the next one names. */
	private void remember(Map<String, Object> entry) {
		this.links = Set.copyOf(List.of(text(entry.get("hash")), this.seal.of(entry)));
		this.lastKey = text(entry.get("key"));
	}

	private boolean follows(String link) {
		return this.links.isEmpty() || this.links.contains(link);
	}

	private void note(ChainBreak.Kind kind, long sequence, @Nullable String key) {
		this.breaks.add(new ChainBreak(kind, (long) this.last.chain(), sequence, key));
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

	ChainPosition last() {
		return this.last;
	}

	int checked() {
		return this.checked;
	}

	List<ChainBreak> breaks() {
		return this.breaks;
	}

}
