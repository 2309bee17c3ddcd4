package org.jointregistry.interoperability;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.jointregistry.interoperability.Coalition.CoalitionStandard;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code coalitions} returns.
 *
 * @param size number of standards asked for
 * @param coalitions reads coalitions
 * @param nations reads nations of a coalition
 * @param standards reads standards
 * @param having reads nations that have a standard
 * @param missing reads nations that miss it
 */
record CoalitionReading(int size, Projection coalitions, Projection nations, Projection standards, Projection having,
		Projection missing) {

	private static final int FEWEST = 2;

	/**
	 * The answer.
	 * @param returned nested lists
	 * @return the coalitions of at least two nations
	 * @throws RegistryException with {@code NOT_FOUND} where a standard is not there
	 */
	List<Coalition> read(@Nullable Object returned) {
		List<?> values = (List<?>) Objects.requireNonNull(returned);
		List<List<?>> known = Returned.lists(values.getFirst());
		if (known.size() < this.size) {
			throw RegistryException.notFound();
		}
		return Returned.lists(values.getLast())
			.stream()
			.filter((coalition) -> Returned.lists(coalition.getLast()).size() >= FEWEST)
			.map((coalition) -> coalition(coalition, known))
			.toList();
	}

	private Coalition coalition(List<?> coalition, List<List<?>> known) {
		List<List<?>> members = Returned.lists(coalition.getLast());
		return new Coalition(this.coalitions.read(coalition.getFirst()),
				members.stream().map((member) -> this.nations.read(member.get(1))).toList(),
				known.stream().map((standard) -> coverage(standard, members)).toList());
	}

	private CoalitionStandard coverage(List<?> standard, List<List<?>> members) {
		List<?> keys = (List<?>) Objects.requireNonNull(standard.getLast());
		List<FoundNode> implementedBy = new ArrayList<>();
		List<FoundNode> missingFrom = new ArrayList<>();
		for (List<?> member : members) {
			if (keys.contains(member.getFirst())) {
				implementedBy.add(this.having.read(member.get(2)));
			}
			else {
				missingFrom.add(this.missing.read(member.get(3)));
			}
		}
		return new CoalitionStandard(this.standards.read(standard.getFirst()), implementedBy, missingFrom);
	}

}
