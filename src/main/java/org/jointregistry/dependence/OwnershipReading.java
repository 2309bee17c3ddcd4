package org.jointregistry.dependence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.jointregistry.dependence.OwnershipChains.OwnershipChain;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code ownershipChains} returns, and follows who owns
 * whom.
 *
 * @param contractor key of the contractor
 * @param limit chains at most
 * @param contractors reads the contractor
 * @param nations reads the nation of its seat
 * @param owners reads owners
 * @param seats reads the nations of owners
 */
record OwnershipReading(String contractor, int limit, Projection contractors, Projection nations, Projection owners,
		Projection seats) {

	/**
	 * The answer.
	 * @param returned nested lists; null where there is no such contractor
	 * @return who owns it in the end
	 * @throws RegistryException with {@code NOT_FOUND} where the contractor is not there
	 */
	OwnershipChains read(@Nullable Object returned) {
		if (!(returned instanceof List<?> values)) {
			throw RegistryException.notFound();
		}
		Map<String, Owner> owning = new HashMap<>();
		Returned.list(values.get(2)).forEach((each) -> {
			List<?> row = Returned.list(each);
			owning.put((String) row.getFirst(), owner(row));
		});
		List<?> seat = (List<?>) values.get(1);
		String home = (seat != null) ? (String) seat.getFirst() : null;
		List<OwnershipChain> chains = new ArrayList<>();
		follow(List.of(this.contractor), BigDecimal.ONE, owning, home, chains);
		return new OwnershipChains(this.contractors.read(values.getFirst()),
				(seat != null) ? this.nations.read(seat.get(1)) : null, chains.stream().limit(this.limit).toList(),
				chains.size() > this.limit);
	}

	/** Goes up until nobody is known who owns the last, and never in a circle. */
	private void follow(List<String> way, @Nullable BigDecimal part, Map<String, Owner> owning, @Nullable String home,
			List<OwnershipChain> chains) {
		Owner last = Objects.requireNonNull(owning.get(way.getLast()));
		boolean ends = true;
		for (Map.Entry<String, @Nullable BigDecimal> next : last.shares().entrySet()) {
			if (!way.contains(next.getKey()) && chains.size() <= this.limit) {
				List<String> further = new ArrayList<>(way);
				further.add(next.getKey());
				BigDecimal share = next.getValue();
				follow(further, (part != null && share != null) ? part.multiply(share.movePointLeft(2)) : null, owning,
						home, chains);
				ends = false;
			}
		}
		if (ends && way.size() > 1) {
			chains.add(chain(way, part, last, home, owning));
		}
	}

	private static OwnershipChain chain(List<String> way, @Nullable BigDecimal part, Owner last, @Nullable String home,
			Map<String, Owner> owning) {
		List<FoundNode> shown = way.stream()
			.skip(1)
			.map((key) -> Objects.requireNonNull(owning.get(key)).shown())
			.toList();
		BigDecimal share = (part != null)
				? part.movePointRight(2).setScale(ExactDecimal.SCALE, RoundingMode.HALF_UP).stripTrailingZeros() : null;
		Boolean foreign = (home != null && last.nation() != null) ? !home.equals(last.nation()) : null;
		return new OwnershipChain(shown, share, last.seat(), foreign);
	}

	private Owner owner(List<?> row) {
		Map<String, @Nullable BigDecimal> shares = new TreeMap<>();
		for (Object each : Returned.list(row.get(3))) {
			List<?> ownership = Returned.list(each);
			Long share = (Long) ownership.get(1);
			shares.put((String) Objects.requireNonNull(ownership.getFirst()),
					(share != null) ? ExactDecimal.fromStored(share) : null);
		}
		List<?> seat = (List<?>) row.get(2);
		return new Owner(this.owners.read(row.get(1)), (seat != null) ? (String) seat.getFirst() : null,
				(seat != null) ? this.seats.read(seat.get(1)) : null, shares);
	}

	/**
	 * Who owns, or is owned.
	 *
	 * @param shown as an owner
	 * @param nation code of the nation of its seat; null where unknown
	 * @param seat that nation; null where unknown
	 * @param shares of its own owners by key, as they were last known; null where unknown
	 */
	private record Owner(FoundNode shown, @Nullable String nation, @Nullable FoundNode seat,
			Map<String, @Nullable BigDecimal> shares) {

	}

}
