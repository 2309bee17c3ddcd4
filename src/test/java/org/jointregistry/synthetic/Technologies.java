package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jointregistry.synthetic.Memory.Contractor;
import org.jointregistry.synthetic.Memory.Technology;
import org.jointregistry.synthetic.Slice.Release;

/**
 * Writes what a program makes and brings in: technologies, what they were derived from,
 * and who holds rights in them. A technology has no wider a marking than anything that is
 * inside it, and is released by name to nobody that this is not released to.
 */
final class Technologies {

	private static final int DEEPEST = 12;

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
			int depth = parents.stream().mapToInt((parent) -> parent.depth() + 1).max().orElse(0);
			Technology technology = new Technology(program.key("T", i), depth, release(program, owner, parents, dice));
			describe(program, technology, dice);
			parents.forEach((parent) -> this.slice.sheets()
				.add("derivations.csv", "technology", technology.key(), "derived_from", parent.key(), "since",
						program.start(), "note", "taken over and changed"));
			grant(program, technology, owner, i, dice);
			made.add(technology);
		}
		this.slice.memory().keep(made);
		return made;
	}

	private List<Technology> parents(Dice dice) {
		List<Technology> near = this.slice.memory().technologies();
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

	private static Release release(Outline program, Contractor owner, List<Technology> parents, Dice dice) {
		Release release = Slice.release(dice, owner.nation(), 30, 5);
		if (!release.isPublic() && release.releasableTo().isEmpty() && dice.chance(0.3)) {
			String named = dice.several(3, program.nations())
				.stream()
				.map("NATION:"::concat)
				.collect(Collectors.joining(";"));
			release = new Release(release.marking(), named, release.originator());
		}
		for (Technology parent : parents) {
			release = release.within(parent.release(), owner.nation());
		}
		return release;
	}

	private void describe(Outline program, Technology technology, Dice dice) {
		Release release = technology.release();
		this.slice.sheets()
			.add("technologies.csv", "technology_id", technology.key(), "name",
					dice.pick(Industry.COMPONENTS) + " technology of " + program.key() + " (invented)", "area",
					program.domain(), "eu_military_list", "ML" + dice.between(1, 22), "dual_use",
					dice.chance(0.3) ? "Y" : "N", "programs", program.key(), "note", "general description only",
					"marking", release.marking(), "releasable_to", release.releasableTo(), "originator",
					release.originator());
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
