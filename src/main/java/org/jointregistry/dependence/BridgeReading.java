package org.jointregistry.dependence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.jointregistry.dependence.Bridges.Bridge;
import org.jointregistry.dependence.Bridges.BridgedPart;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;

/**
 * Reads what the statement behind {@code bridges} returns, and finds who connects alone.
 *
 * @param most how much is told at most
 * @param organizations reads the organizations that are asked about
 * @param connected reads programs, nations and communities
 */
record BridgeReading(Most most, Projection organizations, Projection connected) {

	/** A part that is as large as another one has another first record. */
	private static final Comparator<Network.Part> LARGEST = Comparator.comparingInt((Network.Part part) -> -part.size())
		.thenComparing((part) -> part.first(1).getFirst());

	/**
	 * The answer.
	 * @param returned nested lists
	 * @return who connects alone
	 */
	Bridges read(@Nullable Object returned) {
		List<?> values = Returned.list(returned);
		Map<String, Object> organizations = byPlace(values.getFirst());
		Map<String, Object> records = byPlace(values.get(1));
		Network network = new Network(records::containsKey);
		Returned.lists(values.get(2)).forEach((row) -> {
			String connected = place(row.getLast());
			Returned.list(row.getFirst())
				.stream()
				.map(BridgeReading::place)
				.filter((organization) -> !organization.equals(connected))
				.forEach((organization) -> network.tie(organization, connected));
		});
		List<Alone> alone = network.parts()
			.entrySet()
			.stream()
			.filter((entry) -> organizations.containsKey(entry.getKey()))
			.map((entry) -> Alone.of(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingLong(Alone::pairs).reversed().thenComparing(Alone::organization))
			.toList();
		List<Bridge> bridges = alone.stream()
			.limit(this.most.organizations())
			.map((found) -> bridge(found, Objects.requireNonNull(organizations.get(found.organization())), records))
			.toList();
		return new Bridges(bridges, alone.size() > this.most.organizations());
	}

	private static Map<String, Object> byPlace(@Nullable Object told) {
		Map<String, Object> byPlace = new HashMap<>();
		Returned.list(told)
			.stream()
			.filter(Objects::nonNull)
			.map(Returned::list)
			.forEach((row) -> byPlace.put((String) row.getFirst(), row.getLast()));
		return byPlace;
	}

	private static String place(@Nullable Object found) {
		return (String) Objects.requireNonNull(found);
	}

	private Bridge bridge(Alone found, Object organization, Map<String, Object> records) {
		List<BridgedPart> parts = found.parts()
			.stream()
			.sorted(LARGEST)
			.limit(this.most.parts())
			.map((part) -> new BridgedPart(part.size(), read(part.first(this.most.records()), records)))
			.toList();
		return new Bridge(this.organizations.read(organization), found.pairs(), found.parts().size(), parts);
	}

	private List<FoundNode> read(List<String> places, Map<String, Object> records) {
		return places.stream().map((place) -> this.connected.read(Objects.requireNonNull(records.get(place)))).toList();
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
	 * @param organization its type and key
	 * @param parts what it connects
	 * @param pairs with one in a part and the other in another part
	 */
	private record Alone(String organization, List<Network.Part> parts, long pairs) {

		static Alone of(String organization, List<Network.Part> parts) {
			long all = parts.stream().mapToLong(Network.Part::size).sum();
			return new Alone(organization, parts,
					parts.stream().mapToLong((part) -> part.size() * (all - part.size())).sum() / 2);
		}

	}

}
