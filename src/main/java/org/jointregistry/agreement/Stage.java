package org.jointregistry.agreement;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A stage of an agreement's life; {@code AgreementStage} in the schema.
 */
enum Stage {

	/** Threats are identified. */
	THREATS_IDENTIFIED,
	/** Frame and terms are drafted. */
	FRAMEWORK_AND_TERMS,
	/** Nations negotiate. */
	NEGOTIATION,
	/** Open for signature. */
	SIGNATURE,
	/** Who signed seeks approval. */
	RATIFICATION,
	/** In force. */
	IN_FORCE,
	/** Carried out. */
	IMPLEMENTATION,
	/** Looked at. */
	REVIEW,
	/** Other terms are negotiated. */
	AMENDMENT,
	/** A party has given notice. */
	WITHDRAWAL,
	/** Over. */
	TERMINATION;

	/**
	 * Whether a stage may come next.
	 * @param reached the stage that was reached; null where none was
	 * @param next the stage to come
	 * @return false where another must come first
	 */
	static boolean mayFollow(@Nullable Stage reached, Stage next) {
		return next == TERMINATION && reached != TERMINATION || following(reached).contains(next);
	}

	private static Set<Stage> following(@Nullable Stage reached) {
		return switch (reached) {
			case null -> EnumSet.range(THREATS_IDENTIFIED, NEGOTIATION);
			case THREATS_IDENTIFIED -> EnumSet.of(FRAMEWORK_AND_TERMS);
			case FRAMEWORK_AND_TERMS -> EnumSet.of(NEGOTIATION);
			case NEGOTIATION -> EnumSet.of(FRAMEWORK_AND_TERMS, SIGNATURE);
			case SIGNATURE -> EnumSet.of(RATIFICATION, IN_FORCE);
			case RATIFICATION -> EnumSet.of(IN_FORCE);
			case IN_FORCE, AMENDMENT, WITHDRAWAL -> EnumSet.of(IMPLEMENTATION);
			case IMPLEMENTATION -> EnumSet.of(REVIEW, WITHDRAWAL);
			case REVIEW -> EnumSet.of(IMPLEMENTATION, AMENDMENT);
			case TERMINATION -> EnumSet.noneOf(Stage.class);
		};
	}

	/**
	 * Whether nations may sign at a stage.
	 * @param reached the stage that was reached; null where none was
	 * @return true from SIGNATURE on until the agreement ends
	 */
	static boolean isOpenForSignature(@Nullable Stage reached) {
		return reached != null && reached.compareTo(SIGNATURE) >= 0 && reached != TERMINATION;
	}

}
