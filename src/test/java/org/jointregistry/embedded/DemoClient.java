package org.jointregistry.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The clients that the embedded registry gives tokens to, each with the secret
 * {@code demo}.
 */
public enum DemoClient {

	VIEWER_DEU("viewer-deu", "Germany, viewer", national("NATIONAL_VIEWER", "DEU")),

	VIEWER_ITA("viewer-ita", "Italy, viewer", national("NATIONAL_VIEWER", "ITA")),

	VIEWER_USA("viewer-usa", "United States, viewer", national("NATIONAL_VIEWER", "USA")),

	VIEWER_SWE("viewer-swe", "Sweden, viewer", national("NATIONAL_VIEWER", "SWE")),

	DELEGATE_DEU("delegate-deu", "Germany, delegate", national("NATIONAL_DELEGATE", "DEU")),

	DELEGATE_ITA("delegate-ita", "Italy, delegate", national("NATIONAL_DELEGATE", "ITA")),

	MANAGER_EFA("manager-efa", "Program manager of Eurofighter and Osprey", manager("EFA", "FX-OSPREY")),

	MANAGER_F35("manager-f35", "Program manager of F-35", manager("F35")),

	INDUSTRY_LEONARDO("industry-leonardo", "Leonardo, industry", industry("LEONARDO")),

	INDUSTRY_MBDA("industry-mbda", "MBDA, industry", industry("MBDA")),

	REGISTRAR("registrar", "Registrar", Map.of("roles", List.of("REGISTRAR"))),

	AUDITOR("auditor", "Auditor", Map.of("roles", List.of("AUDITOR")));

	/** The secret of every demo client. */
	public static final String SECRET = "demo";

	private final String id;

	private final String label;

	private final Map<String, Object> claims;

	DemoClient(String id, String label, Map<String, Object> claims) {
		this.id = id;
		this.label = label;
		this.claims = claims;
	}

	/**
	 * The client's id, which is the subject of its tokens.
	 * @return such as {@code viewer-deu}
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Who the client stands for, for people.
	 * @return a few words
	 */
	public String label() {
		return this.label;
	}

	/**
	 * What its tokens say besides the subject.
	 * @return claims of the access policy
	 */
	public Map<String, Object> claims() {
		return this.claims;
	}

	/**
	 * The client with an id.
	 * @param id such as {@code viewer-deu}
	 * @return the client
	 * @throws IllegalArgumentException if there is none
	 */
	public static DemoClient of(String id) {
		return Arrays.stream(values())
			.filter((client) -> client.id.equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No demo client is called " + id));
	}

	private static Map<String, Object> national(String role, String nation) {
		return Map.of("roles", List.of(role), "nation", nation);
	}

	private static Map<String, Object> manager(String... programs) {
		return Map.of("roles", List.of("PROGRAM_MANAGER"), "programs", List.of(programs));
	}

	private static Map<String, Object> industry(String organization) {
		return Map.of("roles", List.of("INDUSTRY"), "organization", organization);
	}

}
