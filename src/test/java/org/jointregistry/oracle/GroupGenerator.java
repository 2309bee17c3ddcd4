package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What lists may be grouped by and what may be computed over their groups.
 */
final class GroupGenerator {

	private static final Set<String> NUMBERS = Set.of("Decimal", "Percent", "MoneyAmount");

	private static final Set<String> ORDERED = Set.of("Int", "PartialDate", "DateTime");

	private static final String NODE = "node";

	private static final String EDGE = "edge";

	private static final String ALONE = "";

	private final Sdl sdl;

	private final ValueGenerator values;

	private final String target;

	private final @Nullable String facts;

	GroupGenerator(Sdl sdl, ValueGenerator values, String target, @Nullable String facts) {
		this.sdl = sdl;
		this.values = values;
		this.target = target;
		this.facts = facts;
	}

	/** The ends that values are of: one without a name where edges carry no facts. */
	List<String> ends() {
		return (this.facts != null) ? List.of(NODE, EDGE) : List.of(ALONE);
	}

	static @Nullable String named(String end) {
		return end.equals(ALONE) ? null : end;
	}

	/** Up to three things to group by. */
	List<Request.GroupBy> by() {
		List<Request.GroupBy> by = new ArrayList<>();
		for (int count = this.values.upTo(3); count > 0; count--) {
			String end = this.values.one(ends());
			by.add(new Request.GroupBy(named(end), this.values.one(keys(end))));
		}
		return by;
	}

	/**
	 * What may be measured: money only where its currency is among the keys.
	 * @param part such as {@code sum}
	 * @param by the keys
	 * @return fields by end, none of them empty
	 */
	Map<String, List<String>> measured(String part, List<Request.GroupBy> by) {
		boolean numbers = part.equals("sum") || part.equals("average");
		Map<String, List<String>> measured = new LinkedHashMap<>();
		for (String end : ends()) {
			List<String> fields = fields(end).values()
				.stream()
				.filter((field) -> !field.list()
						&& (NUMBERS.contains(field.scalar()) || (!numbers && ORDERED.contains(field.scalar()))))
				.filter((field) -> field.currency() == null
						|| by.contains(new Request.GroupBy(named(end), field.currency())))
				.map(Sdl.Field::name)
				.toList();
			if (!fields.isEmpty()) {
				measured.put(end, fields);
			}
		}
		return measured;
	}

	/** Fields of the key: those grouped by, and another. */
	List<String> common(String end, List<Request.GroupBy> by) {
		List<String> common = new ArrayList<>(by.stream()
			.filter((key) -> java.util.Objects.equals(key.end(), named(end)))
			.map(Request.GroupBy::field)
			.toList());
		common.add(this.values.one(keys(end)));
		return common;
	}

	Sdl.@Nullable Relation relation(String end, String field) {
		return end.equals(EDGE) ? null : this.sdl.relations(this.target).get(field);
	}

	/** The currencies of all amounts of money. */
	List<Request.GroupBy> currencies() {
		List<Request.GroupBy> currencies = new ArrayList<>();
		for (String end : ends()) {
			fields(end).values()
				.stream()
				.map(Sdl.Field::currency)
				.filter(java.util.Objects::nonNull)
				.distinct()
				.forEach((currency) -> currencies.add(new Request.GroupBy(named(end), currency)));
		}
		return currencies;
	}

	/** Fields that a list may be grouped by. */
	List<String> keys(String end) {
		List<String> keys = new ArrayList<>(fields(end).values()
			.stream()
			.filter((field) -> !field.list() && !field.name().equals("key"))
			.map(Sdl.Field::name)
			.toList());
		if (!end.equals(EDGE)) {
			this.sdl.relations(this.target)
				.values()
				.stream()
				.filter((relation) -> !relation.many())
				.forEach((relation) -> keys.add(relation.name()));
		}
		return keys;
	}

	private Map<String, Sdl.Field> fields(String end) {
		return end.equals(EDGE) ? this.sdl.facts().getOrDefault(String.valueOf(this.facts), Map.of())
				: this.sdl.fields(this.target);
	}

}
