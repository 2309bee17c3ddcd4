package org.jointregistry.program;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.program.DoubleFunding.ContractedMoney;
import org.jointregistry.program.DoubleFunding.DoubleFundingCase;
import org.jointregistry.program.DoubleFunding.FundedWork;
import org.jointregistry.program.DoubleFundingQuestion.Place;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code doubleFunding} returns.
 *
 * @param limit contractors and other programs at most
 * @param programs reads the program
 * @param contractors reads contractors
 * @param others reads other programs
 * @param here reads work on the program
 * @param there reads work on other programs
 */
record DoubleFundingReading(int limit, Projection programs, Projection contractors, Projection others, Place here,
		Place there) {

	/**
	 * The answer.
	 * @param returned nested lists; null where there is no such program
	 * @return who may be funded twice
	 * @throws RegistryException with {@code NOT_FOUND} where the program is not there
	 */
	DoubleFunding read(@Nullable Object returned) {
		if (!(returned instanceof List<?> values)) {
			throw RegistryException.notFound();
		}
		List<?> money = Returned.list(values.get(1));
		Map<String, List<?>> others = new TreeMap<>();
		Returned.lists(values.get(3))
			.stream()
			.filter((other) -> differ(money, Returned.list(other.get(2))))
			.forEach((other) -> others.put(key(other), other));
		List<Found> found = Returned.lists(values.get(2))
			.stream()
			.flatMap((contractor) -> sharedPrograms(contractor).filter(others::containsKey)
				.map((other) -> new Found(contractor, other)))
			.sorted(Comparator.comparing(Found::other))
			.toList();
		List<DoubleFundingCase> cases = found.stream()
			.limit(this.limit)
			.map((each) -> told(each.contractor(), Objects.requireNonNull(others.get(each.other())), money))
			.toList();
		return new DoubleFunding(this.programs.read(values.getFirst()), cases, found.size() > this.limit);
	}

	/** Keys of the other programs that a contractor works on. */
	private static Stream<String> sharedPrograms(List<?> contractor) {
		return Returned.lists(Returned.list(contractor.get(2)).getFirst())
			.stream()
			.map(DoubleFundingReading::key)
			.distinct();
	}

	private static String key(List<?> row) {
		return (String) Objects.requireNonNull(row.getFirst());
	}

	private DoubleFundingCase told(List<?> contractor, List<?> other, List<?> money) {
		return new DoubleFundingCase(this.contractors.read(contractor.getFirst()), this.others.read(other.get(1)),
				work(contractor.get(1), (row) -> true, money, this.here),
				work(contractor.get(2), (row) -> key(row).equals(key(other)), Returned.list(other.get(2)), this.there));
	}

	/** Whether mechanisms or funders of the two differ. */
	private static boolean differ(List<?> money, List<?> otherMoney) {
		return differ(money, otherMoney, 0) || differ(money, otherMoney, 1);
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

	private static FundedWork work(@Nullable Object returned, Predicate<List<?>> isOf, List<?> money, Place place) {
		List<?> work = Returned.list(returned);
		Stream<List<?>> shares = Returned.lists(work.getFirst()).stream().filter(isOf);
		List<List<?>> contracts = Returned.lists(work.get(1)).stream().filter(isOf).toList();
		return new FundedWork(shares.map((share) -> place.workShares().read(share.get(1))).toList(),
				contracts.stream().map((contract) -> place.contracts().read(contract.get(1))).toList(),
				contracted(contracts), shown(money.getFirst(), place.mechanisms()),
				shown(money.get(1), place.funders()));
	}

	private static List<FoundNode> shown(@Nullable Object rows, Projection shown) {
		return sources(rows).values().stream().map(shown::read).toList();
	}

	private static List<ContractedMoney> contracted(List<List<?>> contracts) {
		Map<String, BigDecimal> sums = new TreeMap<>();
		contracts.forEach((contract) -> {
			if (contract.get(2) instanceof String currency && contract.get(3) instanceof Long value) {
				sums.merge(currency, ExactDecimal.fromStored(value), BigDecimal::add);
			}
		});
		return sums.entrySet().stream().map((sum) -> new ContractedMoney(sum.getKey(), sum.getValue())).toList();
	}

	/**
	 * A contractor that works on two programs.
	 *
	 * @param contractor what was returned of it
	 * @param other key of the other program
	 */
	private record Found(List<?> contractor, String other) {

	}

}
