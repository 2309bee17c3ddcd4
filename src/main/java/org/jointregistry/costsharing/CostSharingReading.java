package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.CostSharing.PartyCostShare;
import org.jointregistry.costsharing.CostSharing.UnallocatedMoney;
import org.jointregistry.costsharing.MoneyPosition.EntrySum;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code costSharing} returns.
 *
 * @param programs reads the program
 * @param parties reads parties
 * @param groups reads parties of unsplit entries
 * @param keys reads keys
 * @param rates reads exchange rates
 * @param totalIn the currency to state totals in; null where none was asked for
 */
record CostSharingReading(Projection programs, Projection parties, Projection groups, Projection keys, Projection rates,
		@Nullable TotalIn totalIn) {

	/**
	 * The answer.
	 * @param returned nested lists; null where there is no such program
	 * @return the sharing of the program
	 * @throws RegistryException with {@code NOT_FOUND} where there is none
	 */
	CostSharing read(@Nullable Object returned) {
		if (returned == null) {
			throw RegistryException.notFound();
		}
		List<?> values = (List<?>) returned;
		Map<String, FoundNode> found = new TreeMap<>();
		Map<String, FoundNode> grouped = new TreeMap<>();
		for (Object entry : list(values, 3)) {
			for (Object each : (List<?>) entry) {
				List<?> party = (List<?>) each;
				found.put(text(party, 0), this.parties.read(party.get(1)));
				grouped.put(text(party, 0), this.groups.read(party.get(2)));
			}
		}
		List<EntrySum> sums = list(values, 4).stream().map((sum) -> sum((List<?>) sum)).toList();
		List<MoneyPosition> totals = MoneyPosition.of(sums.stream().filter((sum) -> !sum.severalPrograms()).toList(),
				List.of());
		List<PartyCostShare> shares = shares(values, found, sums, totals);
		return new CostSharing(this.programs.read(values.getFirst()), shares, totals, total(totals, list(values, 5)),
				unallocated(sums, grouped));
	}

	private @Nullable StatedTotal total(List<MoneyPosition> totals, List<?> rates) {
		if (this.totalIn == null) {
			return null;
		}
		List<StatedTotal.Rate> stated = new ArrayList<>();
		for (Object each : rates) {
			List<?> rate = (List<?>) each;
			BigDecimal value = number(rate.get(2));
			boolean quoted = this.totalIn.currency().equals(rate.get(1));
			if (value != null && value.signum() > 0) {
				stated
					.add(new StatedTotal.Rate(text(rate, quoted ? 0 : 1), value, quoted, this.rates.read(rate.get(3))));
			}
		}
		return new StatedTotal(this.totalIn, totals, stated);
	}

	private List<PartyCostShare> shares(List<?> values, Map<String, FoundNode> found, List<EntrySum> sums,
			List<MoneyPosition> totals) {
		Map<String, KeyShare> byKey = keyShares(list(values, 2), found);
		List<PartyCostShare> shares = new ArrayList<>();
		TreeSet<String> rest = new TreeSet<>(byKey.keySet());
		sums.stream().filter(EntrySum::isOfOne).map((sum) -> sum.contributors().getFirst()).forEach(rest::add);
		Map<String, List<?>> participations = new LinkedHashMap<>();
		for (Object each : list(values, 1)) {
			List<?> participation = (List<?>) each;
			found.put(text(participation, 0), this.parties.read(participation.get(1)));
			participations.merge(text(participation, 0), participation, CostSharingReading::later);
		}
		rest.addAll(participations.keySet());
		for (String party : rest) {
			FoundNode node = found.get(party);
			if (node != null) {
				List<MoneyPosition> money = MoneyPosition.of(sums.stream()
					.filter((sum) -> sum.isOfOne() && sum.contributors().getFirst().equals(party))
					.toList(), totals);
				shares.add(share(party, node, participations.get(party), byKey.get(party), money));
			}
		}
		return shares;
	}

	/**
	 * Of two participations of one nation, the one that began later.
	 */
	private static List<?> later(List<?> one, List<?> other) {
		String first = (one.get(3) != null) ? text(one, 3) : "";
		String second = (other.get(3) != null) ? text(other, 3) : "";
		return (first.compareTo(second) > 0) ? one : other;
	}

	private static PartyCostShare share(String name, FoundNode party, @Nullable List<?> participation,
			@Nullable KeyShare key, List<MoneyPosition> money) {
		if (participation == null) {
			KeyShare agreed = (key != null && key.share() != null) ? key : new KeyShare(null, null);
			return new PartyCostShare(name, party, null, null, null, agreed.share(), agreed.key(), null, money);
		}
		BigDecimal own = number(participation.get(5));
		KeyShare agreed = (own == null && key != null && key.share() != null) ? key : new KeyShare(null, own);
		return new PartyCostShare(name, party, (String) participation.get(2), (String) participation.get(3),
				(String) participation.get(4), agreed.share(), agreed.key(), number(participation.get(6)), money);
	}

	/**
	 * The shares of the key in force today, where there is exactly one.
	 */
	private Map<String, KeyShare> keyShares(List<?> keys, Map<String, FoundNode> found) {
		String today = LocalDate.now(Clock.systemUTC()).toString();
		List<List<?>> inForce = new ArrayList<>();
		for (Object each : keys) {
			List<?> key = (List<?>) each;
			boolean begun = key.get(1) == null || text(key, 1).compareTo(today) <= 0;
			boolean ended = key.get(2) != null && lastDay(text(key, 2)).compareTo(today) < 0;
			if (begun && !ended) {
				inForce.add(key);
			}
		}
		Map<String, KeyShare> shares = new TreeMap<>();
		if (inForce.size() == 1) {
			FoundNode key = this.keys.read(inForce.getFirst().getFirst());
			for (Object each : list(inForce.getFirst(), 3)) {
				List<?> share = (List<?>) each;
				found.put(text(share, 0), this.parties.read(share.get(1)));
				shares.put(text(share, 0), new KeyShare(key, number(share.get(2))));
			}
		}
		return shares;
	}

	/**
	 * A text that follows every day of a date that may be known only to the year or
	 * month.
	 */
	private static String lastDay(String date) {
		return (date.length() < "2019-07-17".length()) ? date + "-99" : date;
	}

	private static List<UnallocatedMoney> unallocated(List<EntrySum> sums, Map<String, FoundNode> found) {
		Map<String, List<EntrySum>> groups = new TreeMap<>();
		sums.stream()
			.filter((sum) -> !sum.isOfOne())
			.forEach((sum) -> groups
				.computeIfAbsent(sum.contributors() + ":" + sum.severalPrograms(), (key) -> new ArrayList<>())
				.add(sum));
		List<UnallocatedMoney> unallocated = new ArrayList<>();
		for (List<EntrySum> group : groups.values()) {
			List<FoundNode> parties = group.getFirst()
				.contributors()
				.stream()
				.flatMap((party) -> found.entrySet()
					.stream()
					.filter((entry) -> entry.getKey().equals(party))
					.map(Map.Entry::getValue))
				.toList();
			MoneyPosition.of(group, List.of())
				.forEach((money) -> unallocated
					.add(new UnallocatedMoney(parties, group.getFirst().severalPrograms(), money)));
		}
		return unallocated;
	}

	private static EntrySum sum(List<?> values) {
		return new EntrySum(list(values, 0).stream().map(String::valueOf).toList(), (Boolean) values.get(1),
				(String) values.get(2), text(values, 3), total((List<?>) values.get(4)), (Long) values.get(5));
	}

	private static @Nullable BigDecimal total(@Nullable List<?> parts) {
		return (parts != null) ? ExactDecimal.fromSums(parts) : null;
	}

	private static List<?> list(List<?> values, int place) {
		return (List<?>) values.get(place);
	}

	private static String text(List<?> values, int place) {
		return (String) values.get(place);
	}

	private static @Nullable BigDecimal number(@Nullable Object stored) {
		return (stored != null) ? ExactDecimal.fromStored((Long) stored) : null;
	}

	/**
	 * A share under a key.
	 *
	 * @param key the key; null for the participation's own share
	 * @param share in percent; null where unknown or not seen
	 */
	private record KeyShare(@Nullable FoundNode key, @Nullable BigDecimal share) {

	}

}
