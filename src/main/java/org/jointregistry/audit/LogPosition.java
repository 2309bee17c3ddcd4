package org.jointregistry.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jointregistry.graph.Gate;

/**
 * How far someone has read the audit trail: for each chain the sequence of the last entry
 * that was read. It moves forwards only, and is not to be shared by threads.
 */
public final class LogPosition {

	/** How many chains there are. */
	public static final int CHAINS = Gate.STRIPES;

	private final long[] sequences;

	private LogPosition(long[] sequences) {
		this.sequences = sequences;
	}

	/**
	 * Where the log begins.
	 * @return a position before every entry
	 */
	public static LogPosition start() {
		return new LogPosition(new long[CHAINS]);
	}

	/**
	 * A position.
	 * @param sequences one for each chain
	 * @return the position
	 */
	public static LogPosition of(List<Long> sequences) {
		return new LogPosition(sequences.stream().mapToLong(Long::longValue).toArray());
	}

	/**
	 * The same position, which moves on its own.
	 * @return a copy
	 */
	public LogPosition copy() {
		return new LogPosition(Arrays.copyOf(this.sequences, this.sequences.length));
	}

	/**
	 * Whether an entry lies ahead.
	 * @param change the entry's change
	 * @return false where it was read
	 */
	public boolean isBefore(LoggedChange change) {
		return change.sequence() > at(change.chain());
	}

	/**
	 * Whether no entry lies between the position and another.
	 * @param change the entry's change
	 * @return true where the entry is the next of its chain
	 */
	public boolean isNext(LoggedChange change) {
		return change.sequence() == at(change.chain()) + 1;
	}

	/**
	 * Whether another position lies ahead, in any of the chains.
	 * @param other the other
	 * @return false where this one is as far
	 */
	public boolean isBehind(LogPosition other) {
		return chains().anyMatch((chain) -> at(chain) < other.at(chain));
	}

	/**
	 * Moves past an entry.
	 * @param change the entry's change
	 */
	public void pass(LoggedChange change) {
		this.sequences[change.chain()] = Math.max(at(change.chain()), change.sequence());
	}

	/**
	 * How far one chain was read.
	 * @param chain its number
	 * @return sequence of the last entry that was read
	 */
	public long at(int chain) {
		return this.sequences[chain];
	}

	/**
	 * How far the chains were read.
	 * @return the sequences, in the order of the chains
	 */
	public List<Long> sequences() {
		return LongStream.of(this.sequences).boxed().toList();
	}

	static IntStream chains() {
		return IntStream.range(0, CHAINS);
	}

}
