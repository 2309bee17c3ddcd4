package org.jointregistry.interoperability;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.jointregistry.interoperability.Interoperability.StandardCoverage;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code interoperability} returns.
 *
 * @param size number of members asked for
 * @param members reads members
 * @param having reads members that have a standard
 * @param missing reads members that miss it
 * @param standards reads standards
 * @param exercises reads exercises
 */
record InteroperabilityReading(int size, Projection members, Projection having, Projection missing,
		Projection standards, Projection exercises) {

	/**
	 * The answer.
	 * @param returned nested lists
	 * @return what the set has in common
	 * @throws RegistryException with {@code NOT_FOUND} where a member is not there
	 */
	Interoperability read(@Nullable Object returned) {
		List<?> values = (List<?>) Objects.requireNonNull(returned);
		List<List<?>> set = Returned.lists(values.getFirst());
		if (set.size() < this.size) {
			throw RegistryException.notFound();
		}
		List<FoundNode> found = set.stream().map((member) -> this.members.read(member.getFirst())).toList();
		return new Interoperability(found,
				Returned.lists(values.get(1)).stream().map((standard) -> coverage(standard, set)).toList());
	}

	private StandardCoverage coverage(List<?> standard, List<List<?>> set) {
		List<FoundNode> implementedBy = new ArrayList<>();
		List<FoundNode> missingFrom = new ArrayList<>();
		for (List<?> member : set) {
			if (((List<?>) member.get(3)).contains(standard.getFirst())) {
				implementedBy.add(this.having.read(member.get(1)));
			}
			else {
				missingFrom.add(this.missing.read(member.get(2)));
			}
		}
		return new StandardCoverage(this.standards.read(standard.get(1)), implementedBy, missingFrom,
				Returned.lists(standard.get(2)).stream().map(this.exercises::read).toList());
	}

}
