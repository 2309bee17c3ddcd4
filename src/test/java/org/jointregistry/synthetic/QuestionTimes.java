package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jointregistry.RegistryClient;

/**
 * How long the answers to the competency questions take, whatever else there is in the
 * registry. Each is compared with the one that was planted.
 */
final class QuestionTimes {

	private static final int TIMES = 5;

	private static final double NANOS_OF_A_MILLISECOND = 1e6;

	private QuestionTimes() {
	}

	/**
	 * Asks each question several times.
	 * @param registry into which the answers were planted
	 * @return a table with a row for each, in Markdown
	 */
	static String table(RegistryClient registry) {
		SortedMap<Integer, List<Long>> first = new TreeMap<>();
		SortedMap<Integer, List<Long>> warm = new TreeMap<>();
		for (PlantedQuestion question : PlantedQuestion.all()) {
			Map<String, Object> variables = question.change(registry);
			first.computeIfAbsent(question.number(), (number) -> new ArrayList<>())
				.add(time(question, registry, variables));
			for (int i = 0; i < TIMES; i++) {
				warm.computeIfAbsent(question.number(), (number) -> new ArrayList<>())
					.add(time(question, registry, variables));
			}
		}
		StringBuilder table = new StringBuilder("""

				| question | asked for the first time, longest ms | then: median ms | longest ms |
				| ---: | ---: | ---: | ---: |
				""");
		warm.forEach((number, times) -> {
			Collections.sort(times);
			table.append(String.format(Locale.ROOT, "| %d | %.1f | %.1f | %.1f |%n", number,
					millis(Collections.max(first.getOrDefault(number, List.of()))), millis(times.get(times.size() / 2)),
					millis(times.getLast())));
		});
		return table.toString();
	}

	private static long time(PlantedQuestion question, RegistryClient registry, Map<String, Object> variables) {
		long begun = System.nanoTime();
		question.ask(registry, variables);
		return System.nanoTime() - begun;
	}

	private static double millis(long nanos) {
		return nanos / NANOS_OF_A_MILLISECOND;
	}

}
