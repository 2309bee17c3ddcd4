package org.jointregistry.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jointregistry.GraphqlSocket;
import org.jointregistry.recording.Writes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.audit.AuditTrail;
import org.jointregistry.audit.Change;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of changes to records, to their figures, links and ties, each viewer is told exactly
 * those of which the policy shows something. Changes are generated: what mutations say
 * that they touched, {@code SubscriptionTests} asks.
 */
@OracleTest
class EventTests {

	private static final int GRAPHS = 1;

	private static final int ASKERS = 3;

	private static final int CHANGES = Sizes.isNightly() ? 60 : 20;

	private static final String EVENTS = "subscription { recordChanged%s { mutation record { id } } }";

	private static final String LAST = "last";

	private static final Viewer WRITER = new Viewer("fx-writer", Set.of(Role.REGISTRAR), null, null, Set.of());

	private static final RawNode MARK = new RawNode("Standard", "MARK", Map.of("marking", "PUBLIC"));

	@Autowired
	private GeneratedRegistry registry;

	@Autowired
	private Writes writes;

	@Autowired
	private AuditTrail audit;

	static LongStream seeds() {
		return Sizes.seeds(GRAPHS);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void whoSeesSomethingOfAChangeIsTold(long seed) {
		Random random = new Random(seed);
		RawGraph graph = Touches.versioned(GraphGenerator.graph(this.registry.sdl(), random))
			.and(RawGraph.of(List.of(MARK), List.of()));
		List<Touches.Touch> touches = new Touches(this.registry.sdl(), graph, random).some(CHANGES);
		this.registry.load(graph);
		List<Listener> listeners = new ArrayList<>();
		for (Asker asker : AskerGenerator.askers(this.registry.sdl(), graph, random, ASKERS)) {
			RawGraph seen = this.registry.seen(graph, asker);
			listeners.add(listener(asker, seen, MARK));
			seen.ofType("Program").stream().findFirst().ifPresent((one) -> listeners.add(listener(asker, seen, one)));
		}
		change(touches, listeners.stream().map(Listener::last).distinct().toList());
		int told = 0;
		for (Listener listener : listeners) {
			List<String> expected = IntStream.range(0, touches.size())
				.filter((number) -> listener.hears(touches.get(number), this.registry.sdl()))
				.mapToObj((number) -> number + " " + GlobalIds.of(touches.get(number).node()))
				.toList();
			assertThat(listener.heard()).as(listener.asker() + " of " + listener.last()).isEqualTo(expected);
			told += expected.size();
		}
		assertThat(told).as("told of %d changes", touches.size()).isBetween(1, touches.size() * listeners.size() - 1);
	}

	private Listener listener(Asker asker, RawGraph seen, RawNode last) {
		String argument = last.equals(MARK) ? "" : "(program: \"%s\")".formatted(GlobalIds.of(last.ref()));
		return new Listener(asker, seen, last.ref(), this.registry.subscribed(asker, EVENTS.formatted(argument)));
	}

	private void change(List<Touches.Touch> touches, List<RawNode.Ref> last) {
		List<Change> changes = new ArrayList<>();
		for (Touches.Touch touch : touches) {
			changes.add(change(String.valueOf(changes.size()), touch));
		}
		last.forEach((node) -> changes.add(change(LAST, Touches.Touch.made(node))));
		this.writes.inTransaction((transaction) -> {
			this.audit.add(transaction, WRITER, changes);
			return changes.size();
		});
	}

	private static Change change(String name, Touches.Touch touch) {
		return new Change(Instant.now(), name, touch.node().type(), touch.node().key(), null, Map.of(), null,
				touch.touched());
	}

	/**
	 * Who subscribed.
	 *
	 * @param asker the viewer
	 * @param seen what the viewer sees
	 * @param last what is changed last: the program that is listened to, or the mark
	 * @param events of the subscription
	 */
	private record Listener(Asker asker, RawGraph seen, RawNode.Ref last, GraphqlSocket events) {

		boolean hears(Touches.Touch touch, Sdl sdl) {
			boolean any = this.last.equals(MARK.ref());
			return touch.isSeen(this.seen, sdl) && (any || touch.belongsTo(this.last, this.seen, sdl));
		}

		List<String> heard() {
			List<String> heard = new ArrayList<>();
			try (this.events) {
				while (true) {
					JsonNode event = this.events.next().at("/payload/data/recordChanged");
					String mutation = event.path("mutation").asString();
					String id = event.at("/record/id").asString();
					if (mutation.isEmpty() || (mutation.equals(LAST) && id.equals(GlobalIds.of(this.last)))) {
						assertThat(mutation).isEqualTo(LAST);
						return heard;
					}
					if (!mutation.equals(LAST)) {
						heard.add(mutation + " " + id);
					}
				}
			}
		}

	}

}
