package org.jointregistry.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.jointregistry.program.SimilarPrograms.SimilarProgram;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code similarPrograms} returns.
 *
 * @param limit programs at most
 * @param program reads the program
 * @param others reads the others
 * @param technologies reads technologies in common
 * @param partners reads nations in common
 * @param contractors reads contractors in common
 */
record SimilarProgramsReading(int limit, Projection program, Projection others, Projection technologies,
		Projection partners, Projection contractors) {

	private static final Comparator<SimilarProgram> MOST_ALIKE = Comparator
		.comparingInt((SimilarProgram alike) -> -alike.technologies().size())
		.thenComparingInt((alike) -> -alike.partners().size())
		.thenComparing(SimilarProgram::key);

	/**
	 * The answer.
	 * @param returned nested lists; null where there is no such program
	 * @return the programs that are alike
	 * @throws RegistryException with {@code NOT_FOUND} where the program is not there
	 */
	SimilarPrograms read(@Nullable Object returned) {
		if (!(returned instanceof List<?> values)) {
			throw RegistryException.notFound();
		}
		List<?> byTechnology = Returned.list(values.get(1));
		List<?> byPartner = Returned.list(values.get(2));
		Map<Object, List<FoundNode>> technologies = common(byTechnology, this.technologies);
		Map<Object, List<FoundNode>> partners = common(byPartner, this.partners);
		Map<Object, List<FoundNode>> contractors = contractors(Returned.list(values.get(3)));
		Map<Object, List<?>> alike = new HashMap<>();
		byTechnology.forEach((row) -> alike.put(key(row), Returned.list(row)));
		byPartner.forEach((row) -> alike.put(key(row), Returned.list(row)));
		List<SimilarProgram> found = new ArrayList<>();
		alike.forEach((key,
				row) -> found.add(new SimilarProgram(this.others.read(row.get(1)), (String) key,
						Boolean.TRUE.equals(row.get(2)), technologies.getOrDefault(key, List.of()),
						partners.getOrDefault(key, List.of()), contractors.getOrDefault(key, List.of()))));
		found.sort(MOST_ALIKE);
		return new SimilarPrograms(this.program.read(values.getFirst()), found.stream().limit(this.limit).toList(),
				found.size() > this.limit);
	}

	private static Map<Object, List<FoundNode>> common(List<?> rows, Projection shown) {
		Map<Object, List<FoundNode>> common = new HashMap<>();
		rows.forEach((row) -> common.put(key(row),
				Returned.list(Returned.list(row).get(3))
					.stream()
					.sorted(Comparator.comparing((way) -> (String) key(way)))
					.map((way) -> shown.read(Returned.list(way).get(1)))
					.toList()));
		return common;
	}

	private Map<Object, List<FoundNode>> contractors(List<?> rows) {
		Map<Object, List<FoundNode>> contractors = new HashMap<>();
		rows.forEach((row) -> Returned.list(Returned.list(row).get(1))
			.forEach((program) -> contractors
				.computeIfAbsent(Objects.requireNonNull(program), (key) -> new ArrayList<>())
				.add(this.contractors.read(Returned.list(row).getFirst()))));
		return contractors;
	}

	private static Object key(@Nullable Object row) {
		return Objects.requireNonNull(Returned.list(row).getFirst());
	}

}
