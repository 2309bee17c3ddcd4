package org.jointregistry.synthetic;

import java.util.List;
import java.util.Locale;

import org.jointregistry.synthetic.Memory.Contractor;

/**
 * Writes contractors with those who own them, and institutions and hubs beside them.
 */
final class Owners {

	private static final double JOINT_VENTURES = 0.03;

	private static final double SUBSIDIARIES = 0.1;

	private static final double SECOND_NAMES = 0.05;

	private static final double INSTITUTIONS = 0.22;

	private static final double HUBS = 0.006;

	private static final int DEEPEST = 4;

	private static final List<String> WORDS = List.of("Aero", "Arc", "Atlas", "Boreal", "Cobalt", "Delta", "Ember",
			"Fjord", "Granite", "Harbour", "Iris", "Juno", "Kestrel", "Lumen", "Meridian", "Nimbus", "Onyx", "Pylon",
			"Quartz", "Rivet", "Summit", "Tidal", "Umbra", "Vector", "Zenith");

	private static final List<String> TRADES = List.of("Systems", "Dynamics", "Optronics", "Avionics", "Marine",
			"Software", "Composites", "Electronics", "Propulsion", "Engineering");

	private final Slice slice;

	Owners(Slice slice) {
		this.slice = slice;
	}

	/**
	 * Writes a contractor that is new.
	 * @param nation its seat
	 * @param dice of the program that it is new in
	 * @return the contractor
	 */
	Contractor write(String nation, Dice dice) {
		int number = this.slice.memory().nextContractor();
		Dice own = this.slice.dice("contractor", number);
		String key = Slice.key("C", number);
		String name = own.pick(WORDS) + " " + own.pick(TRADES) + " " + number;
		List<Contractor> candidates = this.slice.memory()
			.participations(nation)
			.stream()
			.filter((owner) -> owner.depth() < DEEPEST)
			.distinct()
			.limit(200)
			.toList();
		boolean joint = own.chance(JOINT_VENTURES) && candidates.size() > 1;
		List<Contractor> owners = joint ? own.several(own.between(2, 5), candidates)
				: (own.chance(SUBSIDIARIES) && !candidates.isEmpty()) ? List.of(own.pick(candidates)) : List.of();
		this.slice.sheets()
			.add("contractors.csv", "contractor_id", key, "name", name + " (invented)", "nation", nation, "kind",
					joint ? "JOINT_VENTURE" : "COMPANY", "parent_id",
					(owners.size() == 1) ? owners.getFirst().key() : "", "note",
					own.chance(SECOND_NAMES) ? "also " + name.toUpperCase(Locale.ROOT) : "");
		own(key, owners, own);
		beside(nation, number, own);
		return new Contractor(key, nation, 1 + owners.stream().mapToInt(Contractor::depth).max().orElse(-1));
	}

	private void own(String key, List<Contractor> owners, Dice dice) {
		List<Integer> shares = owners.isEmpty() ? List.of() : Shares.parts(dice.divided(owners.size()), 10_000);
		for (int i = 0; i < owners.size(); i++) {
			this.slice.sheets()
				.add("ownerships.csv", "entity_id", key, "owner_id", owners.get(i).key(), "pct",
						Shares.percent(shares.get(i)), "as_of", dice.between(2010, Slice.YEAR - 1));
		}
	}

	/** Institutions are 18 in a hundred organizations, hubs one in two hundred. */
	private void beside(String nation, int number, Dice dice) {
		if (dice.chance(INSTITUTIONS)) {
			this.slice.sheets()
				.add("institutions.csv", "institution_id", Slice.key("I", number), "name",
						"Institute " + number + " (invented)", "nation", nation, "kind",
						dice.chance(0.6) ? "UNIVERSITY" : "RESEARCH_LAB");
		}
		if (dice.chance(HUBS)) {
			this.slice.sheets()
				.add("hubs.csv", "hub_id", Slice.key("H", number), "name", "Hub " + number + " (invented)", "kind",
						"INNOVATION_HUB", "community", dice.chance(0.5) ? "NATO" : "EU", "host_nation", nation,
						"founded", dice.between(2015, Slice.YEAR - 1));
		}
	}

}
