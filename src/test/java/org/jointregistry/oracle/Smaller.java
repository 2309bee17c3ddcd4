package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Requests with one thing less.
 */
final class Smaller {

	private Smaller() {
	}

	static List<Request> than(Request request) {
		List<Request> smaller = new ArrayList<>();
		if (request.roots().size() > 1) {
			request.roots().forEach((root) -> smaller.add(new Request(List.of(root))));
		}
		if (request.roots().size() == 1) {
			than(request.roots().getFirst()).forEach((root) -> smaller.add(new Request(List.of(root))));
		}
		return smaller;
	}

	private static List<Request.Root> than(Request.Root root) {
		List<Request.Root> smaller = new ArrayList<>();
		switch (root) {
			case Request.All all -> than(all.connection())
				.forEach((connection) -> smaller.add(new Request.All(all.alias(), all.field(), connection)));
			case Request.One one -> each(one.picks(), Smaller::than)
				.forEach((picks) -> smaller.add(new Request.One(one.alias(), one.id(), picks)));
			case Request.Several several -> each(several.picks(), Smaller::than)
				.forEach((picks) -> smaller.add(new Request.Several(several.alias(), several.ids(), picks)));
			case Request.RootLeftOut out -> smaller.add(out.root());
		}
		return smaller;
	}

	private static List<Request.Connection> than(Request.Connection one) {
		List<Request.Connection> smaller = new ArrayList<>();
		if (one.where() != null) {
			smaller.add(new Request.Connection(one.coordinates(), one.target(), one.facts(), null, one.orderBy(),
					one.page(), one.parts()));
		}
		if (one.orderBy() != null) {
			smaller.add(new Request.Connection(one.coordinates(), one.target(), one.facts(), one.where(), null,
					one.page(), one.parts()));
		}
		if (!one.page().equals(Request.Page.WHOLE)) {
			smaller.add(one.with(Request.Page.WHOLE));
		}
		each(one.parts(), Smaller::than).stream()
			.filter((parts) -> !parts.isEmpty())
			.map(one::with)
			.forEach(smaller::add);
		return smaller;
	}

	private static List<Request.Part> than(Request.Part part) {
		return switch (part) {
			case Request.Nodes nodes -> each(nodes.picks(), Smaller::than).stream()
				.map((picks) -> (Request.Part) new Request.Nodes(nodes.alias(), picks))
				.toList();
			case Request.Edges edges -> each(edges.picks(), Smaller::than).stream()
				.map((picks) -> (Request.Part) new Request.Edges(edges.alias(), edges.cursor(), edges.node(), picks,
						edges.facts(), edges.within()))
				.toList();
			case Request.Groups groups -> each(groups.computed(), Smaller::than).stream()
				.map((computed) -> (Request.Part) new Request.Groups(groups.alias(), groups.stem(), groups.by(),
						groups.first(), groups.count(), computed))
				.toList();
			case Request.Total total -> List.of();
			case Request.Info info -> List.of();
			case Request.PartLeftOut out -> List.of();
		};
	}

	private static List<Request.Computed> than(Request.Computed computed) {
		return each(computed.picks(), Smaller::than).stream()
			.filter((picks) -> !picks.isEmpty())
			.map((picks) -> new Request.Computed(computed.alias(), computed.part(), computed.end(), picks))
			.toList();
	}

	private static List<Request.Pick> than(Request.Pick pick) {
		return switch (pick) {
			case Request.Leaf leaf -> List.of();
			case Request.ToOne one -> each(one.picks(), Smaller::than).stream()
				.map((picks) -> (Request.Pick) new Request.ToOne(one.alias(), one.field(), picks))
				.toList();
			case Request.ToMany many -> than(many.connection()).stream()
				.map((connection) -> (Request.Pick) new Request.ToMany(many.alias(), many.field(), connection))
				.toList();
			case Request.Fragment fragment -> each(fragment.picks(), Smaller::than).stream()
				.map((picks) -> (Request.Pick) new Request.Fragment(fragment.on(), fragment.named(), fragment.skipped(),
						picks))
				.toList();
		};
	}

	/** The list without one element, or with a smaller one in its place. */
	private static <T> List<List<T>> each(List<T> whole, Function<T, List<T>> smaller) {
		List<List<T>> all = new ArrayList<>();
		for (int index = 0; index < whole.size(); index++) {
			List<T> without = new ArrayList<>(whole);
			without.remove(index);
			all.add(without);
		}
		for (int index = 0; index < whole.size(); index++) {
			for (T one : smaller.apply(whole.get(index))) {
				List<T> with = new ArrayList<>(whole);
				with.set(index, one);
				all.add(with);
			}
		}
		return all;
	}

}
