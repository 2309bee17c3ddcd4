package org.jointregistry.dependence;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.Returned;

/**
 * Organizations that alone connect something, by types and keys with {@code :} between.
 *
 * @param bridges those without which most pairs would be apart first
 * @param hasMore whether there are more than were asked for
 */
record BridgesFound(List<BridgeFound> bridges, boolean hasMore) {

	/** Types of organizations. */
	static final List<String> ORGANIZATIONS = List.of("Contractor", "Institution", "InnovationHub");

	/** Types of what they connect. */
	static final List<String> CONNECTED = List.of("Community", "Nation", "Program");

	/** Both. */
	static final List<String> TYPES = Stream.concat(ORGANIZATIONS.stream(), CONNECTED.stream()).toList();

	private static final Comparator<Network.Part> LARGEST = Comparator.comparingInt((Network.Part part) -> -part.size())
		.thenComparing((part) -> part.first());

	/**
	 * Finds who connects alone.
	 * @param ties each of something, and a list of organizations, by types and keys
	 * @param only the organization that alone is asked about; null for all
	 * @param most how much is told at most
	 * @return what was found
	 */
	static BridgesFound of(List<List<?>> ties, @Nullable String only, Most most) {
		Network network = new Network((place) -> isOf(CONNECTED, place));
		ties.forEach((tie) -> network.tie(place(tie.getFirst()),
				Returned.list(tie.getLast()).stream().map(BridgesFound::place).toList()));
		List<Alone> alone = network.parts()
			.entrySet()
			.stream()
			.filter((entry) -> isOf(ORGANIZATIONS, entry.getKey()))
			.filter((entry) -> only == null || only.equals(entry.getKey()))
			.map((entry) -> Alone.of(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingLong(Alone::pairs).reversed().thenComparing(Alone::organization))
			.toList();
		return new BridgesFound(alone.stream().limit(most.organizations()).map((each) -> each.told(most)).toList(),
				alone.size() > most.organizations());
	}

	private static String place(@Nullable Object told) {
		return (String) Objects.requireNonNull(told);
	}

	private static boolean isOf(List<String> types, String place) {
		return types.contains(place.substring(0, place.indexOf(':')));
	}

	/**
	 * What was found of one type.
	 * @param type one of {@link #TYPES}
	 * @return keys, each once
	 */
	List<String> keys(String type) {
		return this.bridges.stream()
			.flatMap((bridge) -> Stream.concat(Stream.of(bridge.organization()),
					bridge.parts().stream().flatMap((part) -> part.records().stream())))
			.filter((place) -> place.startsWith(type + ":"))
			.map((place) -> place.substring(type.length() + 1))
			.distinct()
			.toList();
	}

	/**
	 * An organization that alone connects something.
	 *
	 * @param organization who it is
	 * @param pairs how many pairs would be apart without it
	 * @param partCount how many parts it connects
	 * @param parts the largest of them
	 */
	record BridgeFound(String organization, long pairs, int partCount, List<PartFound> parts) {

	}

	/**
	 * What would stay connected.
	 *
	 * @param size programs, nations and communities in it
	 * @param records the first of them
	 */
	record PartFound(int size, List<String> records) {

	}

	/**
	 * How much is told at most.
	 *
	 * @param organizations that connect alone
	 * @param parts of one of them
	 * @param records of a part
	 */
	record Most(int organizations, int parts, int records) {

	}

	/**
	 * Who connects alone.
	 *
	 * @param organization who it is
	 * @param parts what it connects
	 * @param pairs with one in a part and the other in another part
	 */
	private record Alone(String organization, List<Network.Part> parts, long pairs) {

		static Alone of(String organization, List<Network.Part> parts) {
			long all = parts.stream().mapToLong(Network.Part::size).sum();
			return new Alone(organization, parts,
					parts.stream().mapToLong((part) -> part.size() * (all - part.size())).sum() / 2);
		}

		BridgeFound told(Most most) {
			List<PartFound> told = this.parts.stream()
				.sorted(LARGEST)
				.limit(most.parts())
				.map((part) -> new PartFound(part.size(), part.first(most.records())))
				.toList();
			return new BridgeFound(this.organization, this.pairs, this.parts.size(), told);
		}

	}

}
