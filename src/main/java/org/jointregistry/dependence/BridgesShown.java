package org.jointregistry.dependence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Parameter;

import org.jointregistry.dependence.Bridges.Bridge;
import org.jointregistry.dependence.Bridges.BridgedPart;
import org.jointregistry.dependence.BridgesFound.BridgeFound;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.read.Weaving;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * The second statement behind {@code bridges}: what is selected of the organizations that
 * were found, and of what they connect. That both statements are of one state of the
 * registry is checked as it is for several fields of a query.
 */
final class BridgesShown {

	private final BridgesFound found;

	private final Weaving weave;

	private final Projection organizations;

	private final Projection connected;

	private BridgesShown(BridgesFound found, Weaving weave) {
		this.found = found;
		this.weave = weave;
		this.organizations = weave.projection("Organization", "bridges/organization");
		this.connected = weave.projection("Record", "bridges/parts/records");
	}

	/**
	 * Asks for what is selected of what was found.
	 * @param found what was found
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<Bridges> of(BridgesFound found, Weaving weave) {
		BridgesShown shown = new BridgesShown(found, weave);
		List<Parameter<Object>> keys = BridgesFound.TYPES.stream()
			.map((type) -> weave.parameter(found.keys(type)))
			.toList();
		return new Insight<>(BridgesShown.class, () -> shown.expression(keys), shown::read);
	}

	private Expression expression(List<Parameter<Object>> keys) {
		List<Expression> lists = new ArrayList<>();
		for (String type : BridgesFound.TYPES) {
			Projection projection = BridgesFound.CONNECTED.contains(type) ? this.connected : this.organizations;
			Guarded record = this.weave.all(type);
			Expression key = record.node().property("key");
			lists.add(Cypher.collect(record.match(key.in(keys.get(lists.size())))
				.returning(Cypher.listOf(Cypher.literalOf(type + ":").concat(key), projection.of(record.node())))
				.build()));
		}
		return lists.stream().reduce(Expression::concat).orElseThrow();
	}

	private Bridges read(@Nullable Object returned) {
		Map<String, Object> shown = new HashMap<>();
		Returned.lists(returned)
			.forEach((row) -> shown.put((String) Objects.requireNonNull(row.getFirst()), row.getLast()));
		List<Bridge> bridges = this.found.bridges().stream().map((bridge) -> bridge(bridge, shown)).toList();
		return new Bridges(bridges, this.found.hasMore());
	}

	private Bridge bridge(BridgeFound bridge, Map<String, Object> shown) {
		List<BridgedPart> parts = bridge.parts()
			.stream()
			.map((part) -> new BridgedPart(part.size(), records(part.records().stream(), shown)))
			.toList();
		return new Bridge(this.organizations.read(selected(bridge.organization(), shown)), bridge.pairs(),
				bridge.partCount(), parts);
	}

	private List<FoundNode> records(Stream<String> places, Map<String, Object> shown) {
		return places.map((place) -> this.connected.read(selected(place, shown))).toList();
	}

	/** What has gone since it was found makes an answer of no state. */
	private static Object selected(String place, Map<String, Object> shown) {
		Object selected = shown.get(place);
		if (selected == null) {
			throw new RegistryException(ErrorCode.OVERLOADED, "The registry changed while it was read; ask again");
		}
		return selected;
	}

}
