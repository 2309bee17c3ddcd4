package org.jointregistry.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a field at the root: pages of no size or of too large a one, asked
 * for from both ends, cursors that are none of the list, conditions that are null, too
 * many orders. It follows from the request, whatever the registry holds.
 */
final class Faults {

	private static final int MOST = 500;

	private static final int MOST_ORDERS = 8;

	private final Sdl sdl;

	private final KnownCursors cursors;

	private final Set<String> codes = new TreeSet<>();

	private Faults(Sdl sdl, KnownCursors cursors) {
		this.sdl = sdl;
		this.cursors = cursors;
	}

	/**
	 * The codes of what is wrong.
	 * @param root a field at the root
	 * @param sdl the schema
	 * @param cursors that the viewer was given
	 * @return codes, of which the answer has one; empty where all is right
	 */
	static Set<String> of(Request.Root root, Sdl sdl, KnownCursors cursors) {
		Faults faults = new Faults(sdl, cursors);
		switch (root) {
			case Request.All all -> faults.connection(all.connection());
			case Request.One one -> faults.node(one.id(), one.picks());
			case Request.Several several -> several.ids().forEach((id) -> faults.node(id, several.picks()));
			case Request.RootLeftOut out -> {
				// Is not asked
			}
		}
		return faults.codes;
	}

	/** An id tells of which type its node is, be there such a node or not. */
	private void node(String id, List<Request.Pick> picks) {
		GlobalIds.typeOf(id).filter((type) -> !this.sdl.isAbstract(type)).ifPresent((type) -> picks(type, picks));
	}

	private void connection(Request.Connection asked) {
		page(asked);
		if (asked.where() != null && hasNull(asked.where())) {
			this.codes.add("BAD_INPUT");
		}
		if (asked.orderBy() != null && asked.orderBy().size() > MOST_ORDERS) {
			this.codes.add("BAD_INPUT");
		}
		for (Request.Part part : asked.parts()) {
			List<Request.Pick> picks = switch (part) {
				case Request.Nodes nodes -> nodes.picks();
				case Request.Edges edges when edges.node() != null -> edges.picks();
				case Request.Groups groups -> nodes(groups);
				default -> List.of();
			};
			this.sdl.concretes(asked.target()).forEach((type) -> picks(type.name(), picks));
		}
	}

	/**
	 * Nodes that the groups have in common: where a list is not grouped by one, there is
	 * none.
	 */
	private static List<Request.Pick> nodes(Request.Groups groups) {
		return groups.computed()
			.stream()
			.flatMap((computed) -> computed.picks()
				.stream()
				.filter((pick) -> pick instanceof Request.ToOne one
						&& groups.by().contains(new Request.GroupBy(computed.end(), one.field()))))
			.toList();
	}

	private void page(Request.Connection asked) {
		Request.Page page = asked.page();
		if (isWrong(page.first()) || isWrong(page.last()) || (page.first() != null && page.last() != null)) {
			this.codes.add("BAD_INPUT");
		}
		if (isForeign(asked, page.after()) || isForeign(asked, page.before())) {
			this.codes.add("BAD_CURSOR");
		}
	}

	private static boolean isWrong(@Nullable Integer size) {
		return size != null && (size < 1 || size > MOST);
	}

	private boolean isForeign(Request.Connection asked, @Nullable String cursor) {
		return cursor != null && !this.cursors.of(asked).contains(cursor);
	}

	private static boolean hasNull(@Nullable Object where) {
		return switch (where) {
			case null -> true;
			case Map<?, ?> map -> map.values().stream().anyMatch(Faults::hasNull);
			case Collection<?> list -> list.stream().anyMatch(Faults::hasNull);
			default -> false;
		};
	}

	private void picks(String type, List<Request.Pick> picks) {
		for (Request.Pick pick : picks) {
			switch (pick) {
				case Request.Leaf leaf -> {
					// Takes no arguments
				}
				case Request.ToOne one -> {
					Sdl.Relation relation = Objects.requireNonNull(this.sdl.relations(type).get(one.field()));
					this.sdl.concretes(relation.target()).forEach((far) -> picks(far.name(), one.picks()));
				}
				case Request.ToMany many -> connection(many.connection());
				case Request.Fragment fragment -> {
					if (fragment.appliesTo(this.sdl.type(type))) {
						picks(type, fragment.picks());
					}
				}
			}
		}
	}

}
