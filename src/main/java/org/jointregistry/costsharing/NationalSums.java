package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.JusteRetour.NationReturn;
import org.jointregistry.costsharing.JusteRetour.ReturnedMoney;
import org.jointregistry.costsharing.JusteRetourQuestion.Paths;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.RegistryException;

/**
 * What single nations bear, gave and do of one program: agreed shares as
 * {@code costSharing} tells them, and money as {@code justeRetour} does.
 *
 * @param program the program
 * @param sums by nation, kind and currency
 * @param nations those of the money, by key
 * @param stated how sums are stated in one currency; null where none was asked for
 */
public record NationalSums(FoundNode program, List<Sum> sums, Map<String, Held> nations, @Nullable Stated stated) {

	private static final String NATION = "Nation:";

	/** Digits of an amount after the point. */
	private static final int CENTS = 2;

	/**
	 * Asks for the sums of a program, by the statements of {@code costSharing} and
	 * {@code justeRetour}. The answer holds the program as {@code program}, and the rates
	 * as {@code total/rates}.
	 * @param program its key
	 * @param totalIn the currency to state money in besides; null for none
	 * @param reads answers
	 * @param field the field that asks
	 * @param each names of the fields down to each nation
	 * @param single names of the fields down to a nation that is named alone
	 * @return the sums, of what the viewer sees
	 * @throws RegistryException with {@code NOT_FOUND} if there is no such program
	 */
	public static NationalSums ask(String program, @Nullable TotalIn totalIn, Reads reads,
			DataFetchingEnvironment field, String each, String single) {
		CostSharing sharing = reads.ask(field, (weave) -> CostSharingQuestion.of(program, totalIn, weave));
		Paths paths = new Paths(single, each);
		return of(sharing, reads.ask(field, (weave) -> JusteRetourQuestion.of(List.of(program), null, weave, paths)),
				totalIn);
	}

	private static NationalSums of(CostSharing sharing, JusteRetour returned, @Nullable TotalIn totalIn) {
		List<Sum> sums = new ArrayList<>();
		sharing.parties().stream().filter((party) -> party.key().startsWith(NATION)).forEach((party) -> {
			String nation = party.key().substring(NATION.length());
			add(sums, nation, Kind.AGREED_COST, null, party.agreedShare());
			add(sums, nation, Kind.AGREED_WORK, null, party.workShare());
		});
		Map<String, Held> nations = new TreeMap<>();
		returned.positions()
			.forEach((position) -> nations.put(position.key(), new Held(position.nation(), position.nation())));
		returned.balance().forEach((each) -> {
			FoundNode single = Objects.requireNonNull(nations.get(each.key())).single();
			nations.put(each.key(), new Held(each.nation(), single));
			money(sums, each);
		});
		StatedTotal rates = sharing.total();
		Stated stated = (totalIn != null && rates != null) ? state(sums, totalIn, rates) : null;
		return new NationalSums(sharing.program(), sums, nations, stated);
	}

	private static void money(List<Sum> sums, NationReturn of) {
		ReturnedMoney money = of.money();
		add(sums, of.key(), Kind.GIVEN, money.currency(), money.given());
		add(sums, of.key(), Kind.WORK_PLANNED, money.currency(), money.planned());
		add(sums, of.key(), Kind.WORK_CONTRACTED, money.currency(), money.contracted());
		add(sums, of.key(), Kind.WORK_PAID, money.currency(), money.paid());
	}

	private static void add(List<Sum> sums, String nation, Kind kind, @Nullable String currency,
			@Nullable BigDecimal amount) {
		if (amount != null) {
			sums.add(new Sum(nation, kind, currency, false, amount));
		}
	}

	/** Adds the sums that are stated, of each kind of which every currency has a rate. */
	private static Stated state(List<Sum> sums, TotalIn in, StatedTotal rates) {
		List<Sum> money = sums.stream().filter((sum) -> sum.currency() != null).toList();
		TreeSet<String> others = new TreeSet<>();
		money.forEach((sum) -> others.add(Objects.requireNonNull(sum.currency())));
		others.remove(in.currency());
		List<String> missing = others.stream().filter((currency) -> rates.find(currency) == null).toList();
		for (Kind kind : Kind.values()) {
			List<Sum> those = money.stream().filter((sum) -> sum.kind() == kind).toList();
			if (those.stream().noneMatch((sum) -> missing.contains(sum.currency()))) {
				sums.addAll(stated(kind, those, in, rates));
			}
		}
		return new Stated(in, others.stream().flatMap((currency) -> rate(rates, currency)).toList(), missing);
	}

	private static Stream<FoundNode> rate(StatedTotal rates, String currency) {
		StatedTotal.Rate rate = rates.find(currency);
		return (rate != null) ? Stream.of(rate.record()) : Stream.empty();
	}

	/** Each nation's sum is rounded once, to a hundredth, half even. */
	private static List<Sum> stated(Kind kind, List<Sum> money, TotalIn in, StatedTotal rates) {
		Map<String, BigDecimal> whole = new TreeMap<>();
		for (Sum sum : money) {
			BigDecimal converted = rates.converted(sum.amount(), Objects.requireNonNull(sum.currency()));
			whole.merge(sum.nation(), Objects.requireNonNull(converted), BigDecimal::add);
		}
		return whole.entrySet()
			.stream()
			.map((each) -> new Sum(each.getKey(), kind, in.currency(), true,
					ExactDecimal.plain(each.getValue().setScale(CENTS, RoundingMode.HALF_EVEN))))
			.toList();
	}

	/** What a sum is of. */
	public enum Kind {

		/** The agreed share of the cost, in percent. */
		AGREED_COST,
		/** What was paid and delivered. */
		GIVEN,
		/** The agreed share of the work, in percent. */
		AGREED_WORK,
		/** Work that was planned. */
		WORK_PLANNED,
		/** Work that contracts were placed for. */
		WORK_CONTRACTED,
		/** Work that was paid for. */
		WORK_PAID

	}

	/**
	 * A sum of one nation.
	 *
	 * @param nation its key
	 * @param kind what it is of
	 * @param currency of money; null for shares
	 * @param stated whether it is of all currencies, as stated in one
	 * @param amount in whole units of the currency, or in percent
	 */
	public record Sum(String nation, Kind kind, @Nullable String currency, boolean stated, BigDecimal amount) {

	}

	/**
	 * A nation as two fields select it.
	 *
	 * @param each where every nation is told of
	 * @param single where it is named alone
	 */
	public record Held(FoundNode each, FoundNode single) {

	}

	/**
	 * How sums are stated in one currency.
	 *
	 * @param in the currency, and the day of the rates
	 * @param rates those that were used
	 * @param missing currencies without a rate, in order
	 */
	public record Stated(TotalIn in, List<FoundNode> rates, List<String> missing) {

		public String currency() {
			return this.in.currency();
		}

		public String ratesOf() {
			return this.in.ratesOf();
		}

	}

}
