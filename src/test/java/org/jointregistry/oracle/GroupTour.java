package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Groups by everything that a list may be grouped by, with everything that may be
 * computed over them.
 */
final class GroupTour {

	private static final int KEYS = 5;

	private final GroupGenerator groups;

	private final String stem;

	private final Supplier<String> alias;

	private GroupTour(GroupGenerator groups, String stem, Supplier<String> alias) {
		this.groups = groups;
		this.stem = stem;
		this.alias = alias;
	}

	/**
	 * The groups of a list.
	 * @param sdl the schema
	 * @param target type of the list's nodes
	 * @param facts interface of its edges' facts; null where they carry none
	 * @param alias gives keys of the answer, each once
	 * @return parts of a connection
	 */
	static List<Request.Part> of(Sdl sdl, ValueGenerator values, String target, @Nullable String facts,
			Supplier<String> alias) {
		String stem = target + ((facts != null) ? facts : "");
		GroupTour tour = new GroupTour(new GroupGenerator(sdl, values, target, facts), stem, alias);
		List<Request.Part> parts = new ArrayList<>();
		for (String end : tour.groups.ends()) {
			List<String> keys = tour.groups.keys(end);
			for (int from = 0; from < keys.size(); from += KEYS) {
				parts.add(tour.by(end, keys.subList(from, Math.min(keys.size(), from + KEYS))));
			}
		}
		parts.add(tour.measured());
		return parts;
	}

	private Request.Groups by(String end, List<String> keys) {
		List<Request.Pick> picks = new ArrayList<>();
		for (String key : keys) {
			picks.add((this.groups.relation(end, key) != null)
					? new Request.ToOne(this.alias.get(), key, List.of(new Request.Leaf("id", "id")))
					: new Request.Leaf(this.alias.get(), key));
		}
		List<Request.GroupBy> by = keys.stream()
			.map((key) -> new Request.GroupBy(GroupGenerator.named(end), key))
			.toList();
		return groups(by, List.of(new Request.Computed(this.alias.get(), "key", GroupGenerator.named(end), picks)));
	}

	private Request.Groups measured() {
		List<Request.GroupBy> by = this.groups.currencies();
		List<Request.Computed> computed = new ArrayList<>();
		for (String part : List.of("sum", "average", "min", "max")) {
			Map<String, List<String>> fields = this.groups.measured(part, by);
			fields.forEach((end, names) -> computed
				.add(new Request.Computed(this.alias.get(), part, GroupGenerator.named(end),
						List.copyOf(names.stream().map((name) -> new Request.Leaf(this.alias.get(), name)).toList()))));
		}
		return groups(by, computed);
	}

	private Request.Groups groups(List<Request.GroupBy> by, List<Request.Computed> computed) {
		return new Request.Groups(this.alias.get(), this.stem, by, 3, this.alias.get(), computed);
	}

}
