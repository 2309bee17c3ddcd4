package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.NationalSums;
import org.jointregistry.costsharing.NationalSums.Held;
import org.jointregistry.evaluation.PartnerBalance.BalanceDimension;
import org.jointregistry.evaluation.PartnerBalance.BalancePart;
import org.jointregistry.evaluation.PartnerBalance.NationBalance;
import org.jointregistry.read.FoundNode;

/**
 * Which nations have how much of what, as it becomes known.
 */
final class Portions {

	private final Map<String, Held> nations = new TreeMap<>();

	private final Map<String, Held> bodies = new TreeMap<>();

	/** Nations that are told of whether they have a part or not. */
	private final Set<String> partners = new TreeSet<>();

	private final Map<Dimension, Map<String, BigDecimal>> parts = new TreeMap<>();

	void know(String nation, Supplier<Held> held) {
		this.nations.computeIfAbsent(nation, (key) -> held.get());
	}

	void knowBody(String body, Supplier<Held> held) {
		this.bodies.computeIfAbsent(body, (key) -> held.get());
	}

	void partner(String nation) {
		this.partners.add(nation);
	}

	void add(Dimension dimension, String nation, BigDecimal amount) {
		this.parts.computeIfAbsent(dimension, (key) -> new TreeMap<>()).merge(nation, amount, BigDecimal::add);
	}

	/** Adds what another statement found of other dimensions. */
	void addAll(Portions others) {
		others.nations.forEach((nation, held) -> know(nation, () -> held));
		others.bodies.forEach((body, held) -> knowBody(body, () -> held));
		this.partners.addAll(others.partners);
		others.parts.forEach((dimension, parts) -> parts.forEach((nation, amount) -> add(dimension, nation, amount)));
	}

	/** Adds shares and money of nations that are known. */
	void addAll(NationalSums sums) {
		sums.nations().forEach((nation, held) -> {
			know(nation, () -> held);
			partner(nation);
		});
		sums.sums()
			.stream()
			.filter((sum) -> this.nations.containsKey(sum.nation()))
			.forEach((sum) -> add(
					new Dimension(BalanceKind.valueOf(sum.kind().name()), sum.currency(), sum.stated(), null),
					sum.nation(), sum.amount()));
	}

	/** Partners, and others that have a part of something, by key. */
	List<NationBalance> nations() {
		Set<String> told = new TreeSet<>(this.partners);
		this.parts.values().forEach((parts) -> told.addAll(parts.keySet()));
		return told.stream()
			.map((key) -> new NationBalance(Objects.requireNonNull(this.nations.get(key)).each(), partsOf(key)))
			.toList();
	}

	private List<BalancePart> partsOf(String nation) {
		List<BalancePart> own = new ArrayList<>();
		this.parts.forEach((dimension, parts) -> {
			BigDecimal amount = parts.get(nation);
			if (amount != null) {
				own.add(new BalancePart(dimension, body(dimension, Held::each), amount,
						new Spread(parts).share(nation)));
			}
		});
		return own;
	}

	List<BalanceDimension> dimensions() {
		List<BalanceDimension> dimensions = new ArrayList<>();
		this.parts.forEach((dimension, parts) -> {
			Spread of = new Spread(parts);
			String most = of.largest();
			FoundNode nation = (most != null) ? Objects.requireNonNull(this.nations.get(most)).single() : null;
			dimensions.add(new BalanceDimension(dimension, body(dimension, Held::single), nation, of));
		});
		return dimensions;
	}

	private @Nullable FoundNode body(Dimension dimension, Function<Held, FoundNode> as) {
		String body = dimension.body();
		return (body != null) ? as.apply(Objects.requireNonNull(this.bodies.get(body))) : null;
	}

}
