package org.jointregistry.synthetic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jointregistry.synthetic.Memory.Contractor;
import org.jointregistry.synthetic.Memory.Technology;

/**
 * A synthetic registry, made slice by slice: the same seed makes the same slices.
 */
public final class Synthetic {

	/** Currencies with a rate to the euro in the first year, in ten-thousandths. */
	private static final Map<String, Integer> RATES = rates();

	private static final int FIRST_YEAR = 1999;

	private final long seed;

	private final Memory memory = new Memory();

	private int slices;

	/**
	 * A registry of which nothing is made.
	 * @param seed what all chance in it follows from
	 */
	public Synthetic(long seed) {
		this.seed = seed;
	}

	/**
	 * Makes the next slice.
	 * @return rows without headers, by file; they refer to the curated set and to slices
	 * that were made before
	 */
	public Map<String, String> next() {
		Slice slice = new Slice(this.seed, this.slices++, this.memory, new Sheets());
		if (slice.number() == 0) {
			writeRates(slice);
		}
		new Agreements(slice).writeBilaterals();
		Interoperability interoperability = new Interoperability(slice);
		List<Outline> programs = new ArrayList<>();
		for (int i = 0; i < Slice.PROGRAMS; i++) {
			Outline program = new Outlines(slice).draw(slice.number() * Slice.PROGRAMS + i);
			write(slice, program);
			interoperability.write(program);
			programs.add(program);
		}
		interoperability.writeExercise(programs);
		return slice.sheets().texts();
	}

	/**
	 * The header of a file.
	 * @param file its name
	 * @return the line, ended by a line feed
	 */
	public static String header(String file) {
		return String.join(",", Sheets.header(file)) + "\n";
	}

	private static void write(Slice slice, Outline program) {
		new Agreements(slice).write(program);
		new Programs(slice).write(program);
		new Contributions(slice, program).write();
		List<Contractor> contractors = new Industry(slice).write(program);
		List<Technology> technologies = new Technologies(slice).write(program, contractors);
		new Transfers(slice).write(program, technologies);
		new Governance(slice).write(program);
		new Outcomes(slice).write(program);
	}

	private static Map<String, Integer> rates() {
		Map<String, Integer> rates = new LinkedHashMap<>();
		rates.put("USD", 11_200);
		rates.put("GBP", 6_800);
		rates.put("SEK", 92_000);
		rates.put("NOK", 84_000);
		return rates;
	}

	/** Invented rates of the last day of each year, which go up and down by chance. */
	private static void writeRates(Slice slice) {
		RATES.forEach((currency, first) -> {
			double rate = first;
			Dice dice = slice.dice("rate of " + currency, 0);
			for (int year = FIRST_YEAR; year < Slice.YEAR; year++) {
				slice.sheets()
					.add("exchange_rates.csv", "rate_key", "FX-G-" + currency + year, "base_currency", "EUR",
							"quote_currency", currency, "rate",
							BigDecimal.valueOf(StrictMath.round(rate), 4).stripTrailingZeros().toPlainString(), "date",
							year + "-12-31");
				rate *= dice.logNormal(0, 0.06);
			}
		});
	}

}
