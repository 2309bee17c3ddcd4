package org.jointregistry.program;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.jointregistry.program.DoubleFunding.ContractedMoney;
import org.jointregistry.program.DoubleFunding.DoubleFundingCase;
import org.jointregistry.program.DoubleFunding.FundedWork;
import org.jointregistry.program.DoubleFundingQuestion.Place;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.shared.ExactDecimal;

/**
 * Reads what the statement behind {@code doubleFunding} returns.
 *
 * @param limit contractors and other programs at most
 * @param alike reads the programs that are alike
 * @param contractors reads contractors
 * @param others reads other programs
 * @param here reads work on the program
 * @param there reads work on other programs
 */
record DoubleFundingReading(int limit, Function<@Nullable Object, SimilarPrograms> alike, Projection contractors,
		Projection others, Place here, Place there) {

	/**
	 * The answer.
	 * @param returned nested lists
	 * @return who may be funded twice
	 */
	DoubleFunding read(@Nullable Object returned) {
		List<?> values = Returned.list(returned);
		SimilarPrograms similar = this.alike.apply(values.getFirst());
		Set<String> alike = similar.alike()
			.stream()
			.map(SimilarPrograms.SimilarProgram::key)
			.collect(Collectors.toSet());
		List<?> program = Returned.list(values.get(1));
		List<?> money = Returned.list(program.getFirst());
		List<Found> found = new ArrayList<>();
		for (List<?> row : Returned.lists(program.get(1))) {
			for (List<?> other : Returned.lists(row.get(2))) {
				String key = (String) Objects.requireNonNull(other.getFirst());
				List<?> otherMoney = Returned.list(other.get(3));
				if (alike.contains(key) && (differ(money, otherMoney, 0) || differ(money, otherMoney, 1))) {
					found.add(new Found(key,
							new DoubleFundingCase(this.contractors.read(row.getFirst()), this.others.read(other.get(1)),
									work(row.get(1), money, this.here), work(other.get(2), otherMoney, this.there))));
				}
			}
		}
		List<DoubleFundingCase> cases = found.stream()
			.sorted(Comparator.comparing(Found::other))
			.limit(this.limit)
			.map(Found::told)
			.toList();
		return new DoubleFunding(similar.program(), cases, found.size() > this.limit);
	}

	/**
	 * Whether one of the two has a source, of one kind, that differs from one of the
	 * other.
	 */
	private static boolean differ(List<?> money, List<?> otherMoney, int kind) {
		Set<String> one = sources(money.get(kind)).keySet();
		Set<String> other = sources(otherMoney.get(kind)).keySet();
		return !one.isEmpty() && !other.isEmpty() && !(one.size() == 1 && one.equals(other));
	}

	private static Map<String, @Nullable Object> sources(@Nullable Object rows) {
		Map<String, @Nullable Object> sources = new TreeMap<>();
		Returned.lists(rows).forEach((row) -> sources.put((String) Objects.requireNonNull(row.getFirst()), row.get(1)));
		return sources;
	}

	private static FundedWork work(@Nullable Object returned, List<?> money, Place place) {
		List<?> work = Returned.list(returned);
		List<List<?>> contracts = Returned.lists(work.get(1));
		return new FundedWork(Returned.list(work.getFirst()).stream().map(place.workShares()::read).toList(),
				contracts.stream().map((contract) -> place.contracts().read(contract.getFirst())).toList(),
				contracted(contracts), shown(money.getFirst(), place.mechanisms()),
				shown(money.get(1), place.funders()));
	}

	private static List<FoundNode> shown(@Nullable Object rows, Projection shown) {
		return sources(rows).values().stream().map(shown::read).toList();
	}

	private static List<ContractedMoney> contracted(List<List<?>> contracts) {
		Map<String, BigDecimal> sums = new TreeMap<>();
		contracts.forEach((contract) -> {
			if (contract.get(1) instanceof String currency && contract.get(2) instanceof Long value) {
				sums.merge(currency, ExactDecimal.fromStored(value), BigDecimal::add);
			}
		});
		return sums.entrySet().stream().map((sum) -> new ContractedMoney(sum.getKey(), sum.getValue())).toList();
	}

	/**
	 * A case with what it is ordered by: its contractors come in the order of their keys.
	 *
	 * @param other key of the other program
	 * @param told the case
	 */
	private record Found(String other, DoubleFundingCase told) {

	}

}
