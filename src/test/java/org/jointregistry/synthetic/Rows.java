package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;

/**
 * Rows of a synthetic registry as tests read them.
 *
 * @param rows of several slices, without headers, by file
 */
record Rows(Map<String, String> rows) {

	static Rows of(long seed, int slices) {
		Map<String, StringBuilder> texts = new LinkedHashMap<>();
		Synthetic synthetic = new Synthetic(seed);
		for (int i = 0; i < slices; i++) {
			synthetic.next()
				.forEach((file, text) -> texts.computeIfAbsent(file, (name) -> new StringBuilder()).append(text));
		}
		return new Rows(texts.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (each) -> each.getValue().toString())));
	}

	/** The cells of some columns of a file. */
	List<List<String>> cells(String file, String... columns) {
		List<String> header = Sheets.header(file);
		List<Integer> places = Arrays.stream(columns).map(header::indexOf).toList();
		return CsvReader.builder()
			.ofCsvRecord(this.rows.getOrDefault(file, ""))
			.stream()
			.map((line) -> places.stream().map(line::getField).toList())
			.toList();
	}

	/** How often each text stands, the least frequent first. */
	static List<Integer> frequencies(List<String> texts) {
		Map<String, Integer> counts = new HashMap<>();
		texts.forEach((text) -> counts.merge(text, 1, Integer::sum));
		return counts.values().stream().sorted().toList();
	}

	/** The part of the whole that the largest ones have together. */
	static double partOfLargest(List<Integer> ascending, double largest) {
		int count = (int) Math.round(ascending.size() * largest);
		List<Integer> top = new ArrayList<>(ascending.subList(ascending.size() - count, ascending.size()));
		return sum(top) / sum(ascending);
	}

	/** How unequal numbers are: 0 where all are alike, towards 1 where one has all. */
	static double gini(List<? extends Number> ascending) {
		double weighted = 0;
		for (int i = 0; i < ascending.size(); i++) {
			weighted += (2 * (i + 1) - ascending.size() - 1) * ascending.get(i).doubleValue();
		}
		return weighted / (ascending.size() * sum(ascending));
	}

	static double quantile(List<? extends Number> ascending, double part) {
		return ascending.get((int) (ascending.size() * part)).doubleValue();
	}

	private static double sum(List<? extends Number> numbers) {
		return numbers.stream().mapToDouble(Number::doubleValue).sum();
	}

}
