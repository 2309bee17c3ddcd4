package org.jointregistry.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * Groups the elements of a list, and computes over each group.
 */
final class GroupEvaluator {

	private static final int DEFAULT = 500;

	private final Sdl sdl;

	private final RawGraph graph;

	private final Request.Connection list;

	GroupEvaluator(Sdl sdl, RawGraph graph, Request.Connection list) {
		this.sdl = sdl;
		this.graph = graph;
		this.list = list;
	}

	/**
	 * The groups as JSON has them.
	 * @param asked what is asked of them
	 * @param elements the whole list
	 * @param picked gives what is asked of a node
	 * @return maps
	 */
	List<Map<String, @Nullable Object>> groups(Request.Groups asked, List<Element> elements,
			BiFunction<RawNode, List<Request.Pick>, Map<String, @Nullable Object>> picked) {
		Map<List<@Nullable Object>, List<Element>> groups = new LinkedHashMap<>();
		if (asked.by().isEmpty()) {
			groups.put(List.of(), new ArrayList<>());
		}
		for (Element element : elements) {
			List<@Nullable Object> key = new ArrayList<>();
			asked.by().forEach((by) -> key.add(value(by.end(), by.field(), element)));
			groups.computeIfAbsent(key, (none) -> new ArrayList<>()).add(element);
		}
		return groups.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey(this::compare))
			.limit(Objects.requireNonNullElse(asked.first(), DEFAULT))
			.map((group) -> group(asked, group.getKey(), group.getValue(), picked))
			.toList();
	}

	private Map<String, @Nullable Object> group(Request.Groups asked, List<@Nullable Object> key, List<Element> group,
			BiFunction<RawNode, List<Request.Pick>, Map<String, @Nullable Object>> picked) {
		Map<String, @Nullable Object> answer = new LinkedHashMap<>();
		answer.put(asked.count(), group.size());
		for (Request.Computed computed : asked.computed()) {
			Map<String, @Nullable Object> values = new LinkedHashMap<>();
			for (Request.Pick pick : computed.picks()) {
				switch (pick) {
					case Request.Leaf leaf when computed.part().equals("key") ->
						values.put(leaf.alias(), Written.of(common(asked, key, computed.end(), leaf.field())));
					case Request.Leaf leaf -> values.put(leaf.alias(),
							Written.of(measured(computed.part(), computed.end(), leaf.field(), group)));
					case Request.ToOne one -> values.put(one.alias(),
							(common(asked, key, computed.end(), one.field()) instanceof RawNode node)
									? picked.apply(node, one.picks()) : null);
					default -> throw new IllegalStateException("Not of a group: " + pick);
				}
			}
			answer.put(computed.alias(), (computed.end() != null) ? Map.of(computed.end(), values) : values);
		}
		return answer;
	}

	private static @Nullable Object common(Request.Groups asked, List<@Nullable Object> key, @Nullable String end,
			String field) {
		int place = asked.by().indexOf(new Request.GroupBy(end, field));
		return (place >= 0) ? key.get(place) : null;
	}

	private @Nullable Object value(@Nullable String end, String field, Element element) {
		if ("edge".equals(end)) {
			return Objects.requireNonNull(element.edge()).fact(field);
		}
		Sdl.Relation relation = this.sdl.relations(this.list.target()).get(field);
		return (relation == null) ? element.node().fact(field)
				: Element.along(relation, element.node(), this.graph, this.sdl)
					.map(Element::node)
					.findFirst()
					.orElse(null);
	}

	private @Nullable Object measured(String part, @Nullable String end, String name, List<Element> group) {
		Sdl.Field field = "edge".equals(end)
				? this.sdl.facts().getOrDefault(String.valueOf(this.list.facts()), Map.of()).get(name)
				: this.sdl.fields(this.list.target()).get(name);
		String currency = Objects.requireNonNull(field).currency();
		List<Object> known = new ArrayList<>();
		for (Element element : group) {
			Object value = value(end, name, element);
			if (value != null && (currency == null || value(end, currency, element) != null)) {
				known.add(value);
			}
		}
		if (known.isEmpty()) {
			return null;
		}
		return switch (part) {
			case "min" -> known.stream().min(Values::compare).orElseThrow();
			case "max" -> known.stream().max(Values::compare).orElseThrow();
			case "sum" -> sum(known);
			default -> sum(known).divide(BigDecimal.valueOf(known.size()), 4, RoundingMode.HALF_UP);
		};
	}

	private static BigDecimal sum(List<Object> known) {
		return known.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
		for (int place = 0; place < one.size(); place++) {
			int compared = Comparator.nullsLast(this::compareKnown).compare(one.get(place), other.get(place));
			if (compared != 0) {
				return compared;
			}
		}
		return 0;
	}

	private int compareKnown(Object one, Object other) {
		if (one instanceof RawNode node && other instanceof RawNode far) {
			int keys = Values.compare(node.key(), far.key());
			return (keys != 0) ? keys : Values.compare(node.type(), far.type());
		}
		return Values.compare(one, other);
	}

}
