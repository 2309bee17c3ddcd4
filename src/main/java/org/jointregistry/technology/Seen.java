package org.jointregistry.technology;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.Sight;
import org.jointregistry.recording.NodeRef;

/**
 * What a viewer sees of records: what is hidden is as what is absent (sentence 13).
 */
final class Seen {

	private Seen() {
	}

	/**
	 * Those of several records that a viewer sees.
	 * @param sight what the viewer sees
	 * @param records parties, technologies and other records, of any types
	 * @return without those that are hidden from the viewer
	 */
	static Set<NodeRef> of(Sight sight, Collection<NodeRef> records) {
		Set<NodeRef> seen = new HashSet<>();
		records.stream()
			.collect(Collectors.groupingBy(NodeRef::label, TreeMap::new,
					Collectors.mapping(NodeRef::key, Collectors.toSet())))
			.forEach((label, keys) -> sight.seen(AccessRule.RECORD, label, keys)
				.forEach((key) -> seen.add(new NodeRef(label, key))));
		return seen;
	}

}
