package org.jointregistry.agreement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * When an agreement enters into force, and since when it binds a nation. An agreement is
 * between two nations at least, so that none enters into force before two of them
 * consented to be bound.
 *
 * @param rule what brings it into force
 * @param partiesNeeded how many parties must ratify, for NUMBER_OF_PARTIES
 * @param forceDate the first day on which it can be in force, for ON_DATE; null for every
 * other rule
 */
record Terms(EntryIntoForce rule, int partiesNeeded, @Nullable String forceDate) {

	private static final int FEWEST = 2;

	/**
	 * The day on which the agreement enters into force.
	 * @param parts all parts in it; those that have an end do not count
	 * @return empty where what it takes is not done; a day that may be to come
	 */
	Optional<String> entersIntoForce(List<Part> parts) {
		List<Part> open = parts.stream().filter(Part::isOpen).toList();
		List<String> consents = consents(open);
		if (consents.size() < FEWEST) {
			return Optional.empty();
		}
		return switch (this.rule) {
			case ALL_PARTIES, PROVISIONAL, ON_SIGNATURE -> last(open);
			case NUMBER_OF_PARTIES -> consents.stream().skip(Math.max(this.partiesNeeded, FEWEST) - 1L).findFirst();
			case NAMED_PARTIES ->
				last(open.stream().filter(Part::needed).toList()).map((date) -> later(date, consents.get(1)));
			case ON_DATE -> Optional.ofNullable(this.forceDate).map((date) -> later(consents.get(1), date));
		};
	}

	/**
	 * Since when the agreement binds a nation.
	 * @param part the nation's part
	 * @param inForce when the agreement entered into force; null where it has not
	 * @return null where it does not
	 */
	@Nullable String bindsSince(Part part, @Nullable String inForce) {
		if (part.since() != null || !part.isOpen()) {
			return part.since();
		}
		if (inForce == null) {
			return (this.rule == EntryIntoForce.PROVISIONAL) ? part.signed() : null;
		}
		return (consent(part) != null) ? later(inForce, consent(part)) : null;
	}

	/** The day of the last consent; empty where one of the parties has not consented. */
	private Optional<String> last(List<Part> parts) {
		List<String> consents = consents(parts);
		return (consents.size() == parts.size() && !parts.isEmpty()) ? Optional.of(consents.getLast())
				: Optional.empty();
	}

	private List<String> consents(List<Part> parts) {
		return parts.stream().map(this::consent).flatMap(Stream::ofNullable).sorted().toList();
	}

	/**
	 * When a nation consented to be bound.
	 * @param part its part
	 * @return null where it has not
	 */
	@Nullable String consent(Part part) {
		return this.rule.bySignature() ? part.signed() : part.ratified();
	}

	/**
	 * The later of two dates. The order of partial dates as text is their order in time.
	 * @param one a date
	 * @param other another; null where there is none
	 * @return the one that is not earlier
	 */
	static String later(String one, @Nullable String other) {
		return (other == null || one.compareTo(other) > 0) ? one : other;
	}

}
