package org.jointregistry.access;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * Why some viewers see a record.
 *
 * @param sentence number of the policy's sentence that lets them
 * @param community key of the community whose members they are; null where the ground is
 * another
 * @param program key of the program that they take part in, manage or work on; null where
 * the ground is another
 * @param agreement key of the agreement that they are party to; null where the ground is
 * another
 */
public record RecordGround(int sentence, @Nullable String community, @Nullable String program,
		@Nullable String agreement) implements Comparable<RecordGround> {

	private static final Comparator<@Nullable String> KEYS = Comparator.nullsFirst(Comparator.naturalOrder());

	private static final Comparator<RecordGround> ORDER = Comparator.comparingInt(RecordGround::sentence)
		.thenComparing(RecordGround::community, KEYS)
		.thenComparing(RecordGround::program, KEYS)
		.thenComparing(RecordGround::agreement, KEYS);

	static RecordGround of(int sentence) {
		return new RecordGround(sentence, null, null, null);
	}

	static RecordGround inCommunity(int sentence, String community) {
		return new RecordGround(sentence, community, null, null);
	}

	static RecordGround inProgram(int sentence, String program) {
		return new RecordGround(sentence, null, program, null);
	}

	static RecordGround underAgreement(int sentence, String agreement) {
		return new RecordGround(sentence, null, null, agreement);
	}

	@Override
	public int compareTo(RecordGround other) {
		return ORDER.compare(this, other);
	}

}
