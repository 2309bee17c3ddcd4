package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.databind.json.JsonMapper;

/**
 * A viewer of a synthetic registry.
 *
 * @param name how {@code who-sees-what.csv} names it
 * @param roles of the access token
 * @param nation of the token; empty where it has none
 * @param organization of the token; empty where it has none
 * @param programs of the token, which the viewer manages
 */
record Onlooker(String name, List<String> roles, String nation, String organization, List<String> programs) {

	/** How many of the first contractors there is somebody of. */
	private static final int COMPANIES = 4;

	/**
	 * The viewers of every synthetic registry: one of each nation that may take part,
	 * managers, companies of which some have a nation's name in their token, somebody
	 * with two roles, and those who see everything.
	 * @return viewers, the same ones for each seed and scale
	 */
	static List<Onlooker> all() {
		List<Onlooker> all = new ArrayList<>();
		TreeSet<String> nations = new TreeSet<>(Measured.AGREEING.keySet());
		nations.forEach((nation) -> all
			.add(new Onlooker(nation.toLowerCase(Locale.ROOT), List.of("NATIONAL_VIEWER"), nation, "", List.of())));
		for (int i = 0; i < Slice.PROGRAMS; i++) {
			all.add(new Onlooker("manager-" + i, List.of("PROGRAM_MANAGER"), "", "",
					List.of(Slice.key("P", i), Slice.key("P", (i + 1) % Slice.PROGRAMS))));
		}
		for (int i = 0; i < COMPANIES; i++) {
			all.add(new Onlooker("company-" + i, List.of("INDUSTRY"), (i % 2 == 0) ? "FRA" : "", Slice.key("C", i),
					List.of()));
		}
		all.add(new Onlooker("delegate-and-manager", List.of("NATIONAL_DELEGATE", "PROGRAM_MANAGER"), "POL", "",
				List.of(Slice.key("P", 0))));
		all.add(new Onlooker("registrar", List.of("REGISTRAR"), "", "", List.of()));
		all.add(new Onlooker("auditor", List.of("AUDITOR"), "", "", List.of()));
		return all;
	}

	boolean is(String role) {
		return this.roles.contains(role);
	}

	boolean isNational() {
		return is("NATIONAL_VIEWER") || is("NATIONAL_DELEGATE");
	}

	/**
	 * The viewers as {@code viewers.json}.
	 * @return a JSON list of names and claims
	 */
	static String json() {
		return new JsonMapper().writerWithDefaultPrettyPrinter()
			.writeValueAsString(all().stream()
				.map((viewer) -> new TreeMap<>(Map.of("name", viewer.name(), "claims", viewer.claims())))
				.toList());
	}

	/**
	 * What its token says besides the subject.
	 * @return claims of the access policy
	 */
	Map<String, Object> claims() {
		Map<String, Object> claims = new LinkedHashMap<>(Map.of("roles", this.roles));
		claims.putAll(this.nation.isEmpty() ? Map.of() : Map.of("nation", this.nation));
		claims.putAll(this.organization.isEmpty() ? Map.of() : Map.of("organization", this.organization));
		claims.putAll(this.programs.isEmpty() ? Map.of() : Map.of("programs", this.programs));
		return claims;
	}

}
