package org.jointregistry.dependence;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.jointregistry.dependence.Control.Held;
import org.jointregistry.dependence.Control.Owned;
import org.jointregistry.dependence.Control.Stake;
import org.jointregistry.dependence.ControlChanges.ChangedShare;
import org.jointregistry.dependence.ControlChanges.ControlChange;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.read.Weaving;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.PartialDates;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code controlChanges} returns, and goes along the days
 * for which shares are known.
 *
 * @param since the first day; null for all
 * @param limit changes at most
 * @param asker reads the nation whose suppliers they are
 * @param shown reads what is told of a change
 */
record ControlReading(@Nullable String since, int limit, Projection asker, Shown shown) {

	private static final Comparator<Change> LATEST = Comparator.comparing(Change::day)
		.reversed()
		.thenComparing((change) -> change.supplier().key());

	/**
	 * The answer.
	 * @param returned nested lists; null where there is no such nation
	 * @return how suppliers came under foreign control
	 * @throws RegistryException with {@code NOT_FOUND} where the nation is not there
	 */
	ControlChanges read(@Nullable Object returned) {
		if (!(returned instanceof List<?> values)) {
			throw RegistryException.notFound();
		}
		List<Change> changes = new ArrayList<>();
		List<?> supplying = Returned.list(values.get(1));
		Map<String, Contractor> contractors = new HashMap<>();
		Returned.lists(supplying.get(1)).forEach((row) -> contractors.put(keyOf(row), Contractor.of(row)));
		Returned.lists(supplying.get(0)).forEach((row) -> changes.addAll(changes(Supplier.of(row, contractors))));
		List<ControlChange> latest = changes.stream().sorted(LATEST).limit(this.limit).map(this::told).toList();
		return new ControlChanges(this.asker.read(values.getFirst()), latest, changes.size() > this.limit);
	}

	/** The days on which another nation than that of its seat came to control it. */
	private List<Change> changes(Supplier supplier) {
		List<Change> changes = new ArrayList<>();
		String home = supplier.nation(supplier.key());
		String before = null;
		for (String day : supplier.control().days()) {
			Held held = supplier.control().held(supplier.key(), day);
			String nation = (held != null) ? held.nation() : null;
			if (!Objects.equals(nation, before)) {
				if (held != null && home != null && !held.nation().equals(home) && isAsked(day)) {
					changes.add(new Change(supplier, day, held, before));
				}
				before = nation;
			}
		}
		return changes;
	}

	private static String keyOf(List<?> row) {
		return (String) Objects.requireNonNull(row.getFirst());
	}

	private boolean isAsked(String day) {
		return this.since == null
				|| (!day.equals(Control.UNKNOWN) && PartialDates.firstDay(day).compareTo(this.since) >= 0);
	}

	private ControlChange told(Change change) {
		Supplier supplier = change.supplier();
		String before = change.before();
		return new ControlChange(this.shown.suppliers().read(supplier.shown()),
				this.shown.seats().read(supplier.seat(supplier.key()).orElseThrow().get(1)),
				Returned.lists(supplier.programs())
					.stream()
					.sorted(Comparator.comparing((List<?> program) -> (String) program.getFirst()))
					.map((program) -> this.shown.programs().read(program.get(1)))
					.toList(),
				day(change.day()), change.until(),
				this.shown.nations().read(supplier.seatIn(change.held().nation()).get(2)),
				change.held().part().stripTrailingZeros(),
				(before != null) ? this.shown.before().read(supplier.seatIn(before).get(3)) : null, shares(change));
	}

	private static @Nullable String day(String day) {
		return day.equals(Control.UNKNOWN) ? null : day;
	}

	private List<ChangedShare> shares(Change change) {
		List<ChangedShare> shares = new ArrayList<>();
		Supplier supplier = change.supplier();
		String earlier = supplier.control().days().lower(change.day());
		supplier.control().owned().forEach((key, owned) -> {
			Map<String, @Nullable BigDecimal> before = new TreeMap<>();
			if (earlier != null) {
				owned.on(earlier).forEach((stake) -> before.put(stake.owner(), stake.share()));
			}
			owned.on(change.day())
				.stream()
				.filter((stake) -> stake.asOf().equals(change.day()))
				.sorted(Comparator.comparing(Stake::owner))
				.forEach((stake) -> shares.add(share(supplier, key, stake, before.get(stake.owner()))));
		});
		return shares;
	}

	private ChangedShare share(Supplier supplier, String owned, Stake stake, @Nullable BigDecimal before) {
		return new ChangedShare(this.shown.owned().read(supplier.row(owned).get(1)),
				this.shown.owners().read(supplier.row(stake.owner()).get(2)),
				supplier.seat(stake.owner()).map((seat) -> this.shown.ownersNations().read(seat.get(4))).orElse(null),
				stake.share(), before, stake.source());
	}

	/**
	 * What is told of a change.
	 *
	 * @param suppliers who came under control
	 * @param seats the nations of their seats
	 * @param programs that they supply
	 * @param nations that control them
	 * @param before nations that did before
	 * @param owned in whom shares changed
	 * @param owners whose shares changed
	 * @param ownersNations the nations of their seats
	 */
	record Shown(Projection suppliers, Projection seats, Projection programs, Projection nations, Projection before,
			Projection owned, Projection owners, Projection ownersNations) {

		static Shown of(Weaving weave) {
			return new Shown(weave.projection("Contractor", "changes/supplier"),
					weave.projection("Nation", "changes/seat"), weave.projection("Program", "changes/programs"),
					weave.projection("Nation", "changes/nation"), weave.projection("Nation", "changes/before"),
					weave.projection("Contractor", "changes/shares/owned"),
					weave.projection("Contractor", "changes/shares/owner"),
					weave.projection("Nation", "changes/shares/nation"));
		}

	}

	/**
	 * A supplier as the statement returned it.
	 *
	 * @param key its key
	 * @param shown as a supplier
	 * @param programs that it supplies
	 * @param contractors by key, it and all who own it
	 * @param control who controls them
	 */
	private record Supplier(String key, @Nullable Object shown, @Nullable Object programs,
			Map<String, Contractor> contractors, Control control) {

		/** All who own a part of it are there: they are read where shares are. */
		static Supplier of(List<?> values, Map<String, Contractor> contractors) {
			Map<String, Contractor> met = new LinkedHashMap<>();
			Deque<String> next = new ArrayDeque<>(List.of(keyOf(values)));
			while (!next.isEmpty()) {
				String key = next.pop();
				Contractor contractor = Objects.requireNonNull(contractors.get(key));
				if (met.putIfAbsent(key, contractor) == null) {
					contractor.owned().stakes().forEach((stake) -> next.add(stake.owner()));
				}
			}
			Map<String, Owned> owned = new TreeMap<>();
			met.forEach((key, contractor) -> owned.put(key, contractor.owned()));
			return new Supplier(keyOf(values), values.get(1), values.get(2), met, new Control(owned));
		}

		private Contractor contractor(String key) {
			return Objects.requireNonNull(this.contractors.get(key));
		}

		List<?> row(String contractor) {
			return contractor(contractor).row();
		}

		@Nullable String nation(String contractor) {
			return contractor(contractor).owned().seat();
		}

		/** The nation of a contractor's seat, as it is told. */
		Optional<List<?>> seat(String contractor) {
			return Optional.ofNullable((List<?>) row(contractor).get(3));
		}

		/** A nation in which one of them has its seat, as it is told. */
		List<?> seatIn(String nation) {
			return this.contractors.values()
				.stream()
				.filter((contractor) -> nation.equals(contractor.owned().seat()))
				.map((contractor) -> Returned.list(contractor.row().get(3)))
				.findFirst()
				.orElseThrow();
		}

	}

	/**
	 * A supplier, or who owns a part of one, as the statement returned it.
	 *
	 * @param row what is told of it
	 * @param owned its seat and the shares in it
	 */
	private record Contractor(List<?> row, Owned owned) {

		static Contractor of(List<?> row) {
			String seat = (row.get(3) instanceof List<?> nation) ? (String) nation.getFirst() : null;
			return new Contractor(row,
					new Owned(seat, Returned.lists(row.get(4)).stream().map(Contractor::stake).toList()));
		}

		private static Stake stake(List<?> row) {
			return new Stake(keyOf(row), (row.get(1) instanceof Long share) ? ExactDecimal.fromStored(share) : null,
					(row.get(2) instanceof String asOf) ? asOf : Control.UNKNOWN, (String) row.get(3));
		}

	}

	/**
	 * A change by which a supplier came under foreign control.
	 *
	 * @param supplier who
	 * @param day when
	 * @param held by whom
	 * @param before the nation that controlled it before; null where none is known
	 */
	private record Change(Supplier supplier, String day, Held held, @Nullable String before) {

		/** The day on which that ended; null while it lasts. */
		@Nullable String until() {
			for (String later : this.supplier.control().days().tailSet(this.day, false)) {
				Held then = this.supplier.control().held(this.supplier.key(), later);
				if (then == null || !then.nation().equals(this.held.nation())) {
					return later;
				}
			}
			return null;
		}

	}

}
