package org.jointregistry.synthetic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;

/**
 * Writes which standards programs implement, and exercises that tested them.
 */
final class Interoperability {

	/** How many slices have one exercise. */
	private static final int SLICES = 5;

	private static final List<String> STANDARDS = List.of("STANAG 5516", "STANAG 5522", "STANAG 3838", "STANAG 3910",
			"STANAG 4545", "STANAG 4559", "STANAG 4586", "STANAG 4607", "STANAG 4609", "STANAG 4671", "STANAG 4193",
			"STANAG 7085", "MIL-STD-1553B", "MIL-STD-1760", "S1000D", "DDS");

	private final Slice slice;

	private final Map<Outline, List<String>> implemented = new HashMap<>();

	Interoperability(Slice slice) {
		this.slice = slice;
	}

	void write(Outline program) {
		Dice dice = this.slice.dice("standards", program.number());
		List<String> standards = dice.several(dice.between(1, 4), STANDARDS);
		for (String standard : standards) {
			this.slice.sheets()
				.add("interop.csv", "program", program.key(), "standard_id", standard, "relation",
						dice.chance(0.8) ? "IMPLEMENTS" : "PLANNED", "since", program.start());
		}
		this.implemented.put(program, standards);
	}

	/** An exercise of some of the slice's programs and their partners. */
	void writeExercise(List<Outline> programs) {
		if (this.slice.number() % SLICES != 0) {
			return;
		}
		Dice dice = this.slice.dice("exercise", this.slice.number());
		List<Outline> tested = dice.several(dice.between(2, 4), programs);
		Set<String> nations = new TreeSet<>();
		Set<String> standards = new TreeSet<>();
		tested.forEach((program) -> {
			nations.addAll(program.nations());
			standards.addAll(this.implemented.getOrDefault(program, List.of()));
		});
		write(Slice.key("S", this.slice.number()), dice.between(2015, Slice.YEAR - 1), tested, nations, standards);
	}

	private void write(String key, int year, List<Outline> tested, Set<String> nations, Set<String> standards) {
		this.slice.sheets()
			.add("exercises.csv", "exercise_id", key, "name", "Exercise " + key.substring(5) + " (invented)",
					"organiser", "Staff (invented)", "host_nation", nations.iterator().next(), "first_year", year,
					"periodicity", "once", "edition_year", year, "nations_count", nations.size(), "programs_tested",
					String.join(";", tested.stream().map(Outline::key).toList()), "standards_tested",
					String.join(";", standards));
		nations.forEach((nation) -> this.slice.sheets()
			.add("exercise_participants.csv", "exercise_id", key, "edition_year", year, "nation", nation));
	}

}
