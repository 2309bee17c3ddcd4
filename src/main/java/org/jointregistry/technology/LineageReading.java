package org.jointregistry.technology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.shared.RegistryException;
import org.jointregistry.technology.TechnologyLineage.InsideTechnology;
import org.jointregistry.technology.TechnologyLineage.Releasability;

/**
 * Reads what the statement behind {@code technologyLineage} returns.
 *
 * @param technologies reads the technology
 * @param inside reads what is inside
 * @param excluding reads what excludes a party
 * @param parties reads parties
 */
record LineageReading(Projection technologies, Projection inside, Projection excluding, Projection parties) {

	/**
	 * The answer.
	 * @param returned nested lists; null where there is no such technology
	 * @return what is inside, and where it may go
	 * @throws RegistryException with {@code NOT_FOUND} where the technology is not there
	 */
	TechnologyLineage read(@Nullable Object returned) {
		if (!(returned instanceof List<?> values)) {
			throw RegistryException.notFound();
		}
		List<InsideTechnology> found = new ArrayList<>();
		List<Restricted> restricted = new ArrayList<>();
		for (Object each : Returned.list(values.get(1))) {
			List<?> row = Returned.list(each);
			found.add(new InsideTechnology(this.inside.read(row.get(1)), (Long) row.getFirst()));
			if (!"PUBLIC".equals(row.get(3))) {
				restricted.add(restricted(row));
			}
		}
		return new TechnologyLineage(this.technologies.read(values.getFirst()), found, restricted.isEmpty(),
				releasability(restricted));
	}

	private Restricted restricted(List<?> row) {
		Map<String, FoundNode> admitted = new TreeMap<>();
		add(admitted, row.get(4));
		add(admitted, row.get(5));
		if ("PARTNERS".equals(row.get(3))) {
			add(admitted, row.get(6));
		}
		return new Restricted(this.excluding.read(row.get(2)), admitted);
	}

	private void add(Map<String, FoundNode> admitted, @Nullable Object parties) {
		for (Object each : Returned.list(parties)) {
			List<?> party = Returned.list(each);
			admitted.put(party.getFirst() + ":" + party.get(1), this.parties.read(party.get(2)));
		}
	}

	private static List<Releasability> releasability(List<Restricted> restricted) {
		Map<String, FoundNode> candidates = new TreeMap<>();
		restricted.forEach((technology) -> candidates.putAll(technology.admitted()));
		List<Releasability> releasability = new ArrayList<>();
		candidates.forEach((party,
				node) -> releasability.add(new Releasability(node,
						restricted.stream()
							.filter((technology) -> !technology.keys().contains(party))
							.map(Restricted::technology)
							.toList())));
		return releasability;
	}

	/**
	 * A technology that is not for everyone.
	 *
	 * @param technology as what excludes
	 * @param admitted those whom it may go to, by type and key
	 */
	private record Restricted(FoundNode technology, Map<String, FoundNode> admitted) {

		Set<String> keys() {
			return this.admitted.keySet();
		}

	}

}
