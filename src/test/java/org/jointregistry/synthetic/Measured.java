package org.jointregistry.synthetic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured on real files and is made alike: the projects of the European Defence
 * Fund (291 projects, 1,548 organizations, 4,003 participations) and bilateral defence
 * agreements (1,871 over 1,214 pairs).
 */
final class Measured {

	/** Organizations of a project. */
	static final Curve PARTICIPANTS = new Curve(0, 4, 0.1, 5, 0.25, 6, 0.5, 11, 0.75, 21, 0.9, 32, 0.99, 51, 1, 65);

	/** Nations of a project. */
	static final Curve NATIONS = new Curve(0, 2, 0.1, 3, 0.25, 5, 0.5, 7, 0.75, 10, 0.9, 13, 0.99, 19, 1, 22);

	/** Months that a project takes. */
	static final Curve MONTHS = new Curve(0, 12, 0.1, 25, 0.5, 36, 0.9, 48, 1, 72);

	/** Days from the signature of an agreement to its entry into force. */
	static final Curve DAYS_TO_FORCE = new Curve(0, 0, 0.5, 0, 0.75, 456, 0.9, 1387, 0.99, 3066, 1, 4000);

	/** Mean and deviation of the logarithm of a grant in EUR. */
	static final double[] GRANT = { 16.1, 1 };

	/**
	 * How many participations in a hundred are of an organization that had none before.
	 */
	static final double NEWCOMERS = 0.37;

	/** How many agreements in a hundred are between two nations that had none before. */
	static final double NEW_PAIRS = 0.65;

	/**
	 * Participations of each nation in percent; of the last seventeen only the sum was
	 * measured.
	 */
	static final Map<String, Double> PARTICIPATIONS = weights("""
			FRA 14.7 ITA 11.9 DEU 11.5 ESP 11.1 GRC 6.8 NLD 4.5 BEL 4.4 SWE 4.0 NOR 3.9 POL 3.3
			FIN 3.0 PRT 2.6 CZE 2.4 EST 2.2 AUT 2.1 ROU 2.0 DNK 1.7 LTU 1.4 CYP 1.2 BGR 1.0 LVA 0.9 SVN 0.9 HUN 0.7
			IRL 0.6 SVK 0.5 HRV 0.4 LUX 0.4""");

	/** Weights of nations in development programs; not measured. */
	static final Map<String, Double> DEVELOPERS = weights("""
			USA 16 GBR 14 DEU 14 FRA 13 ITA 12 ESP 8 NLD 5 SWE 5 NOR 4 TUR 4 CAN 3 AUS 3 JPN 3 KOR 3 POL 3 BEL 3 GRC 2
			DNK 2 FIN 2 CZE 1 PRT 1 ROU 1 HUN 1 EST 1 LVA 1 LTU 1 SVK 1 SVN 1 BGR 1 HRV 1 ALB 0.5 MNE 0.5""");

	/** Weights of nations that take part in none; not measured. */
	private static final Map<String, Double> OTHERS = weights("""
			UKR 1 ISR 1 IND 1 BRA 1 ZAF 1 SAU 1 ARE 1 QAT 1 KWT 1 JOR 1 EGY 1 MAR 1 TUN 1 DZA 1 NGA 1 KEN 1 SEN 1 GHA 1
			ARG 1 CHL 1 PER 1 COL 1 MEX 1 IDN 1 MYS 1 SGP 1 THA 1 VNM 1 PHL 1 PAK 1 BGD 1 LKA 1 KAZ 1 UZB 1 AZE 1 GEO 1
			ARM 1 SRB 1 BIH 1 MKD 1 MDA 1 CHE 1 AUT 1 IRL 1 MNG 1 NZL 1 CHN 1 RUS 1 OMN 1 LBN 1""");

	/** Nations as often as they make bilateral agreements, which is not measured. */
	static final Map<String, Double> AGREEING = agreeing();

	private Measured() {
	}

	private static Map<String, Double> agreeing() {
		Map<String, Double> weights = new LinkedHashMap<>(DEVELOPERS);
		weights.replaceAll((nation, weight) -> StrictMath.sqrt(weight));
		weights.putAll(OTHERS);
		return Collections.unmodifiableMap(weights);
	}

	/**
	 * Reads weights.
	 * @param text names and weights, in turn
	 * @return weights by name, in the text's order
	 */
	static Map<String, Double> weights(String text) {
		Map<String, Double> weights = new LinkedHashMap<>();
		List<String> words = List.of(text.split("\\s+"));
		for (int i = 0; i < words.size(); i += 2) {
			weights.put(words.get(i), Double.valueOf(words.get(i + 1)));
		}
		return Collections.unmodifiableMap(weights);
	}

	/**
	 * A distribution by its quantiles, in a straight line between them.
	 *
	 * @param points each part of the whole, and what that part is at most
	 */
	record Curve(double... points) {

		double at(double part) {
			int i = 2;
			while (i < this.points.length - 2 && this.points[i] < part) {
				i += 2;
			}
			double from = this.points[i - 2];
			return this.points[i - 1]
					+ (this.points[i + 1] - this.points[i - 1]) * (part - from) / (this.points[i] - from);
		}

		int wholeAt(double part) {
			return (int) StrictMath.round(at(part));
		}

	}

}
