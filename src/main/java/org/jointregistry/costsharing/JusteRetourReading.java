package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.JusteRetour.NationReturn;
import org.jointregistry.costsharing.JusteRetour.ProgramReturn;
import org.jointregistry.costsharing.JusteRetour.ReturnedMoney;
import org.jointregistry.costsharing.JusteRetour.Sums;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code justeRetour} returns.
 *
 * @param asked how many programs were asked for
 * @param programs reads programs
 * @param nations reads nations of single programs
 * @param balanced reads nations of the balance
 */
record JusteRetourReading(int asked, Projection programs, Projection nations, Projection balanced) {

	/**
	 * The answer.
	 * @param returned nested lists, one for each program
	 * @return what came back
	 * @throws RegistryException with {@code NOT_FOUND} where a program is missing
	 */
	JusteRetour read(@Nullable Object returned) {
		List<?> found = (List<?>) Objects.requireNonNull(returned);
		if (found.size() < this.asked) {
			throw RegistryException.notFound();
		}
		List<ProgramReturn> positions = new ArrayList<>();
		Map<Place, Nation> whole = new TreeMap<>();
		long leftOut = 0;
		for (Object each : found) {
			List<?> values = (List<?>) each;
			FoundNode program = this.programs.read(values.getFirst());
			Map<Place, Nation> own = new TreeMap<>();
			read((List<?>) values.get(1), own, (sums) -> new Sums(sums.getFirst(), null, null, null));
			read((List<?>) values.get(2), own, (sums) -> new Sums(null, sums.get(0), sums.get(1), sums.get(2)));
			own.forEach((place, nation) -> {
				positions.add(new ProgramReturn(program, place.nation(), nation.single(), money(place, nation, own)));
				whole.merge(place, nation, Nation::plus);
			});
			leftOut += (Long) values.get(3);
		}
		List<NationReturn> balance = new ArrayList<>();
		whole.forEach((place, nation) -> balance
			.add(new NationReturn(place.nation(), nation.balanced(), money(place, nation, whole))));
		return new JusteRetour(positions, balance, leftOut);
	}

	private void read(List<?> rows, Map<Place, Nation> into, Reading reading) {
		for (Object each : rows) {
			List<?> row = (List<?>) each;
			List<@Nullable BigDecimal> sums = new ArrayList<>();
			((List<?>) row.get(4))
				.forEach((sum) -> sums.add((sum != null) ? ExactDecimal.fromSums((List<?>) sum) : null));
			Nation nation = new Nation(this.nations.read(row.get(1)), this.balanced.read(row.get(2)),
					reading.sums(sums));
			into.merge(new Place((String) row.getFirst(), (String) row.get(3)), nation, Nation::plus);
		}
	}

	private static ReturnedMoney money(Place place, Nation nation, Map<Place, Nation> all) {
		Sums whole = Sums.NONE;
		for (Map.Entry<Place, Nation> other : all.entrySet()) {
			whole = other.getKey().currency().equals(place.currency()) ? whole.plus(other.getValue().sums()) : whole;
		}
		return new ReturnedMoney(place.currency(), nation.sums(), whole);
	}

	/**
	 * Where sums stand, in their order.
	 *
	 * @param nation its key
	 * @param currency the currency
	 */
	private record Place(String nation, String currency) implements Comparable<Place> {

		@Override
		public int compareTo(Place other) {
			int byNation = this.nation.compareTo(other.nation);
			return (byNation != 0) ? byNation : this.currency.compareTo(other.currency);
		}

	}

	/**
	 * A nation's sums.
	 *
	 * @param single the nation as selected for one program
	 * @param balanced the nation as selected for the balance
	 * @param sums the sums
	 */
	private record Nation(FoundNode single, FoundNode balanced, Sums sums) {

		Nation plus(Nation other) {
			return new Nation(this.single, this.balanced, this.sums.plus(other.sums));
		}

	}

	/** Which sums a row has. */
	private interface Reading {

		Sums sums(List<@Nullable BigDecimal> of);

	}

}
