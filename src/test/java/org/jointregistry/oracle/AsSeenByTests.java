package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.jointregistry.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an auditor is answered as another viewer is what that viewer is answered: status,
 * headers, data, errors and cost.
 */
@OracleTest
class AsSeenByTests {

	private static final int GRAPHS = 2;

	private static final int ASKERS = 5;

	private static final int REQUESTS = 6;

	@Autowired
	private GeneratedRegistry registry;

	static LongStream seeds() {
		return Sizes.seeds(GRAPHS);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void theAuditorGetsTheViewersAnswer(long seed) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), random);
		this.registry.load(graph);
		List<String> told = new ArrayList<>();
		for (Asker asker : AskerGenerator.askers(this.registry.sdl(), graph, random, ASKERS)) {
			for (int number = 0; number < REQUESTS; number++) {
				Request request = RequestGenerator.request(this.registry.sdl(), graph, random);
				if (!alike(asker, request, request)) {
					told.add(Case.of(seed, asker, request));
				}
			}
			Request list = new Request(List.of(RequestGenerator.list(this.registry.sdl(), graph, random)));
			if (!alike(asker, list)) {
				told.add(Case.of(seed, asker, list));
			}
			for (DocumentWriter.Document question : InsightGenerator.some(this.registry.sdl(), graph, random)) {
				if (!AsSeenBy.withoutCursors(GeneratedRegistry.whole(seen(asker, question)))
					.equals(AsSeenBy.withoutCursors(GeneratedRegistry.whole(this.registry.ask(asker, question))))) {
					told.add("%s %s".formatted(asker, question));
				}
			}
		}
		assertThat(told).isEmpty();
	}

	/** Whether a list is the same, and its next page by each one's own cursor. */
	private boolean alike(Asker asker, Request list) {
		String own = cursor(this.registry.ask(asker, list));
		String seen = cursor(seen(asker, DocumentWriter.write(list)));
		if (own.isEmpty() || seen.isEmpty()) {
			return alike(asker, list, list) && own.equals(seen);
		}
		boolean foreign = List.of("BAD_CURSOR").equals(this.registry.ask(asker, after(list, seen)).errorCodes())
				&& List.of("BAD_CURSOR").equals(seen(asker, DocumentWriter.write(after(list, own))).errorCodes());
		return alike(asker, list, list) && alike(asker, after(list, own), after(list, seen)) && foreign;
	}

	private static String cursor(Answer answer) {
		JsonNode cursor = answer.data("/list/info/startCursor");
		return cursor.isString() ? cursor.stringValue() : "";
	}

	private static Request after(Request list, String cursor) {
		Request.All all = (Request.All) list.roots().getFirst();
		return new Request(List.of(new Request.All(all.alias(), all.field(),
				all.connection().with(new Request.Page(2, cursor, null, null)))));
	}

	private boolean alike(Asker asker, Request own, Request seen) {
		String answer = GeneratedRegistry.whole(this.registry.ask(asker, own));
		assertThat(answer).doesNotContain("\"INTERNAL\"").doesNotContain("\"TIMEOUT\"");
		return AsSeenBy.withoutCursors(answer)
			.equals(AsSeenBy.withoutCursors(GeneratedRegistry.whole(seen(asker, DocumentWriter.write(seen)))));
	}

	private Answer seen(Asker asker, DocumentWriter.Document document) {
		return this.registry.ask(AsSeenBy.AUDITOR, AsSeenBy.document(document, asker));
	}

}
