package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jointregistry.synthetic.Memory.Contractor;
import org.jointregistry.synthetic.Memory.Technology;
import org.jointregistry.synthetic.Slice.Release;

/**
 * Writes what a program makes and brings in: technologies, what they were derived from,
 * and who holds rights in them. A technology is released to those at most that all of
 * what is inside it is released to.
 */
final class Technologies {

	private static final int DEEPEST = 12;

	/** How far back a technology looks for what it is derived from. */
	private static final int REACH = 2_000;

	private final Slice slice;

	Technologies(Slice slice) {
		this.slice = slice;
	}

	/**
	 * Writes the technologies of a program.
	 * @param program the program
	 * @param contractors those who work on it
	 * @return the technologies, at least one
	 */
	List<Technology> write(Outline program, List<Contractor> contractors) {
		Dice dice = this.slice.dice("technologies", program.number());
		List<Technology> made = new ArrayList<>();
		int count = 1 + dice.poisson(1.5);
		for (int i = 1; i <= count; i++) {
			Contractor owner = dice.pick(contractors);
			List<Technology> parents = parents(dice);
			List<String> releasedTo = releasedTo(program, parents, dice);
			int depth = parents.stream().mapToInt((parent) -> parent.depth() + 1).max().orElse(0);
			Technology technology = new Technology(program.key("T", i), owner.nation(), depth, releasedTo);
			describe(program, technology, dice);
			parents.forEach((parent) -> this.slice.sheets()
				.add("derivations.csv", "technology", technology.key(), "derived_from", parent.key(), "since",
						program.start(), "note", "taken over and changed"));
			grant(program, technology, owner, i, dice);
			made.add(technology);
		}
		this.slice.memory().technologies().addAll(made);
		return made;
	}

	private List<Technology> parents(Dice dice) {
		List<Technology> all = this.slice.memory().technologies();
		List<Technology> near = all.subList(Math.max(0, all.size() - REACH), all.size());
		if (near.isEmpty() || !dice.chance(0.6)) {
			return List.of();
		}
		List<Technology> parents = new ArrayList<>();
		int count = dice.between(1, 4);
		for (int i = 0; i < count; i++) {
			Technology parent = dice.pick(near);
			if (parent.depth() < DEEPEST && !parents.contains(parent)) {
				parents.add(parent);
			}
		}
		return parents;
	}

	private static List<String> releasedTo(Outline program, List<Technology> parents, Dice dice) {
		List<String> nations = new ArrayList<>(dice.chance(0.3) ? dice.several(3, program.nations()) : List.of());
		parents.stream()
			.filter((parent) -> !parent.releasedTo().isEmpty())
			.forEach((parent) -> nations.retainAll(parent.releasedTo()));
		return nations;
	}

	private void describe(Outline program, Technology technology, Dice dice) {
		Release release = Slice.release(dice, technology.owner(), 15, 20);
		String named = technology.releasedTo().stream().map("NATION:"::concat).collect(Collectors.joining(";"));
		String releasableTo = release.releasableTo().isEmpty() ? named : release.releasableTo();
		this.slice.sheets()
			.add("technologies.csv", "technology_id", technology.key(), "name",
					dice.pick(Industry.COMPONENTS) + " technology of " + program.key() + " (invented)", "area",
					program.domain(), "eu_military_list", "ML" + dice.between(1, 22), "dual_use",
					dice.chance(0.3) ? "Y" : "N", "programs", program.key(), "note", "general description only",
					"marking", release.marking(), "releasable_to", releasableTo, "originator", release.originator());
	}

	private void grant(Outline program, Technology technology, Contractor owner, int which, Dice dice) {
		boolean background = technology.depth() == 0;
		this.slice.sheets()
			.add("ip_rights.csv", "ip_id", program.key("R", which), "program", program.key(), "technology_id",
					technology.key(), "subject", "Invented right", "ip_class", background ? "BACKGROUND" : "FOREGROUND",
					"owner", "CONTRACTOR:" + owner.key(), "owner_type", "CONTRACTOR", "usage_rights",
					background ? "Project purposes" : "Defence purposes", "restrictions",
					dice.chance(0.4) ? "No passing on without consent" : null, "agreement_id", program.agreement(),
					"grant", "OWNS", "since", program.start());
		if (dice.chance(0.3)) {
			this.slice.sheets()
				.add("ip_rights.csv", "ip_id", program.key("R", which) + "U", "program", program.key(), "technology_id",
						technology.key(), "subject", "Invented right", "ip_class",
						background ? "BACKGROUND" : "FOREGROUND", "owner", "NATION:" + dice.pick(program.nations()),
						"owner_type", "NATION", "usage_rights", "Use in the own fleet", "agreement_id",
						program.agreement(), "grant", "MAY_USE", "since", program.start());
		}
	}

}
