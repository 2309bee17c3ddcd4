package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.WithdrawalProposal.MoneyTakenOver;
import org.jointregistry.costsharing.WithdrawalProposal.OwedMoney;
import org.jointregistry.costsharing.WithdrawalProposal.ProposedShare;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code withdrawalProposal} returns.
 *
 * @param nation key of the nation that would leave
 * @param keys reads the cost-share key
 * @param leaving reads the nation that would leave
 * @param staying reads the others
 */
record WithdrawalReading(String nation, Projection keys, Projection leaving, Projection staying) {

	/** Digits after the point of money. */
	private static final int MONEY_SCALE = 2;

	/**
	 * The answer.
	 * @param returned nested lists; null where there is no such key
	 * @return the proposal
	 * @throws RegistryException with {@code NOT_FOUND} where there is no such key, or the
	 * nation bears no share of it
	 */
	WithdrawalProposal read(@Nullable Object returned) {
		if (returned == null) {
			throw RegistryException.notFound();
		}
		List<?> values = (List<?>) returned;
		Bearer gone = null;
		List<Bearer> others = new ArrayList<>();
		for (Object each : (List<?>) values.get(1)) {
			List<?> row = (List<?>) each;
			BigDecimal share = (row.get(3) != null) ? ExactDecimal.fromStored((Long) row.get(3)) : null;
			if (row.getFirst().equals(this.nation)) {
				gone = new Bearer(this.leaving.read(row.get(1)), (gone != null) ? sum(gone.share(), share) : share);
			}
			else {
				others.add(new Bearer(this.staying.read(row.get(2)), share));
			}
		}
		if (gone == null) {
			throw RegistryException.notFound();
		}
		List<OwedMoney> owes = owes((List<?>) values.get(2));
		return new WithdrawalProposal(this.keys.read(values.getFirst()), gone.nation(), gone.share(), owes,
				proposed(gone.share(), others, owes));
	}

	private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one != null && other != null) ? one.add(other) : null;
	}

	private static List<OwedMoney> owes(List<?> programs) {
		Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
		for (Object program : programs) {
			for (Object each : (List<?>) program) {
				List<?> row = (List<?>) each;
				sums.computeIfAbsent((String) row.getFirst(), (currency) -> new TreeMap<>())
					.merge((String) row.get(1), ExactDecimal.fromSums((List<?>) row.get(2)), BigDecimal::add);
			}
		}
		List<OwedMoney> owes = new ArrayList<>();
		sums.forEach((currency, kinds) -> {
			BigDecimal paid = kinds.getOrDefault("PAID", BigDecimal.ZERO);
			BigDecimal given = paid.add(kinds.getOrDefault("DELIVERED", BigDecimal.ZERO));
			if (kinds.containsKey("CALLED") || kinds.containsKey("PLEDGED")) {
				owes.add(new OwedMoney(currency, rest(kinds.get("CALLED"), paid), rest(kinds.get("PLEDGED"), given)));
			}
		});
		return owes;
	}

	private static BigDecimal rest(@Nullable BigDecimal owed, BigDecimal given) {
		return (owed != null) ? owed.subtract(given).max(BigDecimal.ZERO) : BigDecimal.ZERO;
	}

	private static List<ProposedShare> proposed(@Nullable BigDecimal gone, List<Bearer> others, List<OwedMoney> owes) {
		List<BigDecimal> shares = others.stream().map(Bearer::share).filter(Objects::nonNull).toList();
		BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		if (gone == null || shares.size() < others.size() || sum.signum() == 0) {
			return others.stream()
				.map((other) -> new ProposedShare(other.nation(), other.share(), null, List.of()))
				.toList();
		}
		List<BigDecimal> proposed = Apportionment.of(sum.add(gone), shares, ExactDecimal.SCALE);
		Map<String, List<BigDecimal>> money = new TreeMap<>();
		owes.forEach((owed) -> money.put(owed.currency(), Apportionment.of(owed.pledged(), shares, MONEY_SCALE)));
		List<ProposedShare> all = new ArrayList<>();
		for (int place = 0; place < others.size(); place++) {
			int at = place;
			List<MoneyTakenOver> takesOver = money.entrySet()
				.stream()
				.map((each) -> new MoneyTakenOver(each.getKey(), each.getValue().get(at).stripTrailingZeros()))
				.toList();
			all.add(new ProposedShare(others.get(at).nation(), shares.get(at), proposed.get(at).stripTrailingZeros(),
					takesOver));
		}
		return all;
	}

	/**
	 * Who bears a share.
	 *
	 * @param nation the nation
	 * @param share in percent; null where unknown or not seen
	 */
	private record Bearer(FoundNode nation, @Nullable BigDecimal share) {

	}

}
