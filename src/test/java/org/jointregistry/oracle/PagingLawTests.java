package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.jointregistry.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages put together are the list, and {@code totalCount} is its length: in both
 * directions, at every size, under ties and nulls.
 */
@OracleTest
class PagingLawTests {

	private static final int GRAPHS = 3;

	private static final int ASKERS = 2;

	private static final int LISTS = 2;

	private static final int MOST = 500;

	@Autowired
	private GeneratedRegistry registry;

	static LongStream seeds() {
		return Sizes.seeds(GRAPHS);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void pagesTogetherAreTheList(long seed) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), random);
		this.registry.load(graph);
		for (Asker asker : AskerGenerator.askers(this.registry.sdl(), graph, random, ASKERS)) {
			for (int number = 0; number < LISTS; number++) {
				obeys(asker, RequestGenerator.list(this.registry.sdl(), graph, random), seed);
			}
		}
	}

	private void obeys(Asker asker, Request.All list, long seed) {
		JsonNode whole = page(asker, list, new Request.Page(MOST, null, null, null));
		List<String> cursors = cursors(whole);
		String description = Case.of(seed, asker, new Request(List.of(list)));
		assertThat(whole.path("total").intValue()).as(description).isEqualTo(cursors.size());
		for (int size = 1; size <= cursors.size() + 1; size++) {
			assertThat(forwards(asker, list, size)).as("%s forwards by %d", description, size).isEqualTo(cursors);
			assertThat(backwards(asker, list, size)).as("%s backwards by %d", description, size).isEqualTo(cursors);
		}
	}

	private List<String> forwards(Asker asker, Request.All list, int size) {
		List<String> found = new ArrayList<>();
		String after = null;
		JsonNode page;
		do {
			page = page(asker, list, new Request.Page(size, after, null, null));
			assertThat(page.at("/info/hasPreviousPage").booleanValue()).isEqualTo(after != null);
			found.addAll(cursors(page));
			after = last(cursors(page));
		}
		while (page.at("/info/hasNextPage").booleanValue());
		return found;
	}

	private List<String> backwards(Asker asker, Request.All list, int size) {
		List<String> found = new ArrayList<>();
		String before = null;
		JsonNode page;
		do {
			page = page(asker, list, new Request.Page(null, null, size, before));
			assertThat(page.at("/info/hasNextPage").booleanValue()).isEqualTo(before != null);
			found.addAll(0, cursors(page));
			before = cursors(page).isEmpty() ? null : cursors(page).getFirst();
		}
		while (page.at("/info/hasPreviousPage").booleanValue());
		return found;
	}

	private static @Nullable String last(List<String> cursors) {
		return cursors.isEmpty() ? null : cursors.getLast();
	}

	private JsonNode page(Asker asker, Request.All list, Request.Page page) {
		Request request = new Request(
				List.of(new Request.All(list.alias(), list.field(), list.connection().with(page))));
		Answer answer = this.registry.ask(asker, request);
		assertThat(answer.errors().size()).as("%s", answer.errors()).isZero();
		return answer.data(("/" + list.alias()));
	}

	private static List<String> cursors(JsonNode page) {
		return page.path("edges").findValues("cursor").stream().map(JsonNode::stringValue).toList();
	}

}
