package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jointregistry.synthetic.Memory.Contractor;
import org.jointregistry.synthetic.Outline.Family;
import org.jointregistry.synthetic.Outline.Partner;
import org.jointregistry.synthetic.Slice.Release;

/**
 * Writes who works on a program: contractors that took part before, the more often the
 * likelier, and new ones with their owners.
 */
final class Industry {

	/** What contractors make. */
	static final List<String> COMPONENTS = List.of("Airframe", "Propulsion", "Radar", "Electronic warfare",
			"Mission computer", "Data link", "Navigation", "Displays", "Power supply", "Cooling", "Hydraulics",
			"Landing gear", "Actuators", "Antennas", "Optics", "Seeker", "Warhead section", "Launcher", "Guidance",
			"Software", "Simulation", "Test rigs", "Batteries", "Composites", "Sonar", "Gearbox", "Armour", "Cabling",
			"Crypto unit", "Ground station");

	private static final int TRIES = 8;

	/** A contractor among a hundred that grows faster than others. */
	private static final double FAST = 0.02;

	private final Slice slice;

	Industry(Slice slice) {
		this.slice = slice;
	}

	/**
	 * Writes the work shares of a program.
	 * @param program the program
	 * @return those who work, the prime contractor first
	 */
	List<Contractor> write(Outline program) {
		Dice dice = this.slice.dice("work", program.number());
		List<Contractor> contractors = contractors(program, dice);
		List<Double> weights = new ArrayList<>();
		contractors.forEach((contractor) -> weights.add(weight(program, contractor, contractors, dice)));
		List<Integer> shares = Shares.parts(weights, 10_000);
		for (int i = 0; i < contractors.size(); i++) {
			int tier = tier(program, dice, i);
			Release release = Slice.release(dice, program.leader(), 60, 0);
			this.slice.sheets()
				.add("workshares.csv", "program", program.key(), "contractor", contractors.get(i).key(), "role",
						(i == 0) ? "PRIME_CONTRACTOR" : (tier <= 1) ? "PARTNER_COMPANY" : "SUPPLIER", "tier", tier,
						"component", dice.pick(COMPONENTS), "share_pct", Shares.percent(shares.get(i)), "since",
						program.start(), "until", program.isOver() ? program.end() : null, "marking", release.marking(),
						"releasable_to", release.releasableTo(), "industry_releasable", dice.chance(0.3) ? "Y" : "N");
		}
		return contractors;
	}

	/** Work follows cost, with some noise, but where it is competed for. */
	private static double weight(Outline program, Contractor contractor, List<Contractor> all, Dice dice) {
		double noise = 0.8 + 0.4 * dice.part();
		if (program.family() == Family.GIANT) {
			return noise;
		}
		int share = program.partners()
			.stream()
			.filter((partner) -> partner.nation().equals(contractor.nation()))
			.mapToInt(Partner::share)
			.sum();
		long neighbours = all.stream().filter((other) -> other.nation().equals(contractor.nation())).count();
		return Math.max(1, share) * noise / neighbours;
	}

	private static int tier(Outline program, Dice dice, int place) {
		if (place < program.partners().size()) {
			return (place == 0) ? 0 : 1;
		}
		int tier = 1;
		while (tier < ((program.family() == Family.GRANT) ? 3 : 6) && dice.chance(0.4)) {
			tier++;
		}
		return tier;
	}

	private List<Contractor> contractors(Outline program, Dice dice) {
		int count = switch (program.family()) {
			case GRANT -> Math.max(program.partners().size(), Measured.PARTICIPANTS.wholeAt(program.size()));
			case BILATERAL -> dice.between(4, 14);
			case MULTINATIONAL -> dice.between(10, 40);
			case GIANT -> dice.between(60, 200);
		};
		List<String> nations = new ArrayList<>(program.nations());
		Map<String, Double> weights = weights(program);
		while (nations.size() < count) {
			nations.add(dice.weighted(weights));
		}
		Set<Contractor> used = new HashSet<>();
		List<Contractor> contractors = new ArrayList<>();
		for (String nation : nations) {
			Contractor contractor = next(program, nation, used, dice);
			used.add(contractor);
			contractors.add(contractor);
		}
		return contractors;
	}

	private static Map<String, Double> weights(Outline program) {
		Map<String, Double> all = new LinkedHashMap<>(
				(program.family() == Family.GRANT) ? Measured.PARTICIPATIONS : Measured.DEVELOPERS);
		all.keySet().retainAll(program.nations());
		return all;
	}

	/** Only grants were measured, so that only they make contractors more frequent. */
	private Contractor next(Outline program, String nation, Set<Contractor> used, Dice dice) {
		List<Contractor> before = this.slice.memory().participations(nation);
		for (int i = 0; i < TRIES && !before.isEmpty() && !(i == 0 && dice.chance(Measured.NEWCOMERS)); i++) {
			Contractor contractor = dice.pick(before);
			if (!used.contains(contractor)) {
				if (program.family() == Family.GRANT) {
					before.add(contractor);
				}
				return contractor;
			}
		}
		Contractor contractor = new Owners(this.slice).write(nation, dice);
		for (int times = dice.chance(FAST) ? 8 : 1; times > 0; times--) {
			before.add(contractor);
		}
		return contractor;
	}

}
