package org.jointregistry.costsharing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.Staged;

/**
 * Invented nations, programs, an agreement and a contractor to record contributions with,
 * and what the database holds before and after.
 * <p>
 * XRA and XRB take part in the open program, XRC has left it, XRD never took part. The
 * closed program is the managers' alone.
 */
public final class Stage implements Staged {

	/** Global id of the open program. */
	public static final String OPEN = id("Program", "FX-REC-OPEN");

	static final String CLOSED = id("Program", "FX-REC-CLOSED");

	static final String ABSENT = id("Program", "FX-REC-ABSENT");

	static final String AGREEMENT = id("Agreement", "FX-REC-MOU");

	static final String PARTNER = id("Nation", "XRA");

	static final String FORMER = id("Nation", "XRC");

	static final String STRANGER = id("Nation", "XRD");

	static final String CONTRACTOR = id("Contractor", "FX-REC-WORKS");

	static final String RECORD = """
			mutation ($input: ContributionRecordInput!) { contributionRecord(input: $input) {
			  contribution { id key kind form amount currency priceYear phase period valuationBasis note recordedAt
			    marking figuresMarking releasableTo originator industryReleasable fictional source
			    programs { nodes { key } } contributors { nodes { id } } agreement { key } }
			  errors { code message field } } }
			""";

	private static final String SET = """
			UNWIND ['XRA', 'XRB', 'XRC', 'XRD'] AS code
			CREATE (:Nation {key: code, name: code, marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true})
			WITH count(*) AS nations
			CREATE (c:Community {key: 'FX-REC-LEAGUE', name: 'League', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true})
			CREATE (open:Program {key: 'FX-REC-OPEN', name: 'Open', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['office:FX-REC-OPEN', 'public'], industryReleasable: false, fictional: true})
			CREATE (closed:Program {key: 'FX-REC-CLOSED', name: 'Closed', marking: 'ORIGINATOR', releasableTo: [],
			  releasedTo: ['office:FX-REC-CLOSED'], industryReleasable: false, fictional: true})
			CREATE (:Agreement {key: 'FX-REC-MOU', title: 'Memorandum', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true})
			CREATE (:Agreement {key: 'FX-REC-SECRET', title: 'Side letter', marking: 'ORIGINATOR', releasableTo: [],
			  releasedTo: ['nation:XRD'], industryReleasable: false, fictional: true})
			CREATE (:Contractor {key: 'FX-REC-WORKS', name: 'Works', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true})
			CREATE (:Contractor {key: 'FX-REC-SHADE', name: 'Shade', marking: 'ORIGINATOR', releasableTo: [],
			  releasedTo: ['organization:FX-REC-SHADE'], industryReleasable: false, fictional: true})
			WITH open, closed
			UNWIND [['XRA', 'PARTNER', null], ['XRB', 'PARTNER', null], ['XRC', 'PARTNER', '2020']] AS part
			MATCH (nation:Nation {key: part[0]})
			CREATE (nation)-[:PARTICIPATES_IN {key: part[0] + '-FX-REC-OPEN', role: part[1], left: part[2]}]->(open)
			CREATE (nation)-[:PARTICIPATES_IN {key: part[0] + '-FX-REC-CLOSED', role: part[1]}]->(closed)
			""";

	private static final String CLEAR = """
			MATCH (made) WHERE made:IdempotencyRecord OR made:AuditEntry OR made.name STARTS WITH 'account/FX-REC-'
			  OR any(prefix IN ['answers/FX-REC-', 'ceilings/FX-REC-', 'levy/', 'rates/'] WHERE made.name STARTS WITH prefix)
			  OR made.key =~ '[A-Z]+-[0-9a-f]{8}-[0-9a-f]{4}-7.*'
			  OR made.key STARTS WITH 'FX-REC-' OR made.key IN ['XRA', 'XRB', 'XRC', 'XRD', 'XRE']
			  OR made.token CONTAINS 'FX-REC-' OR made.token STARTS WITH 'nation:XR'
			OPTIONAL MATCH (made)-[:WAS]->(was)
			DETACH DELETE made, was
			""";

	private static final String COUNTS = """
			RETURN COUNT { () } - COUNT { (:Lock) } - COUNT { (:Allowance) } AS nodes, COUNT { ()-->() } AS edges,
			  COUNT { (:Contribution) } AS contributions, COUNT { (:AuditEntry) } AS entries,
			  COUNT { (:Audience) } AS audiences, COUNT { (:IdempotencyRecord) } AS commands
			""";

	private final Driver driver;

	private final RegistryClient registry;

	/**
	 * A stage that is not set.
	 * @param driver leads to the database of the registry
	 * @param registry the registry
	 */
	public Stage(Driver driver, RegistryClient registry) {
		this.driver = driver;
		this.registry = registry;
	}

	@Override
	public void set() {
		clear();
		run(SET);
	}

	@Override
	public void clear() {
		run(CLEAR);
	}

	/**
	 * Asks the database, past the registry.
	 * @param cypher a statement
	 * @return its rows
	 */
	public List<Record> run(String cypher) {
		return this.driver.executableQuery(cypher).execute().records();
	}

	/**
	 * What the database holds.
	 * @return how many there are of each, the locks of writers left out
	 */
	public Map<String, Object> counts() {
		return run(COUNTS).getFirst().asMap();
	}

	/**
	 * The manager of the two programs.
	 * @return who asks
	 */
	public GraphqlSession manager() {
		return manager("recorder-manager");
	}

	GraphqlSession manager(String subject) {
		return this.registry.claiming((claims) -> claims.subject(subject)
			.claim("roles", List.of("PROGRAM_MANAGER"))
			.claim("programs", List.of("FX-REC-OPEN", "FX-REC-CLOSED", "FX-REC-ABSENT")));
	}

	/**
	 * A delegate of a nation.
	 * @param nation the nation's code
	 * @return who asks
	 */
	public GraphqlSession delegate(String nation) {
		return this.registry.claiming((claims) -> claims.subject("delegate-" + nation)
			.claim("roles", List.of("NATIONAL_DELEGATE"))
			.claim("nation", nation));
	}

	/**
	 * A viewer of a nation.
	 * @param nation the nation's code
	 * @return who asks
	 */
	public GraphqlSession national(String nation) {
		return this.registry.claiming((claims) -> claims.subject("recorder-" + nation)
			.claim("roles", List.of("NATIONAL_VIEWER"))
			.claim("nation", nation));
	}

	/**
	 * An input that is right: a payment of XRA to the open program.
	 */
	static Map<String, Object> payment() {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("idempotencyKey", UUID.randomUUID().toString());
		input.put("program", OPEN);
		input.put("contributor", PARTNER);
		input.put("kind", "PAID");
		input.put("form", "CASH");
		input.put("amount", "126250000.25");
		input.put("currency", "EUR");
		input.put("aboveCall", true);
		return input;
	}

	static Map<String, Object> paymentWith(String field, Object value) {
		Map<String, Object> input = payment();
		input.put(field, value);
		return input;
	}

	static Map<String, Object> variables(Map<String, Object> input) {
		return Map.of("input", input);
	}

	/**
	 * A global id.
	 * @param type the name of a type
	 * @param key the key of a record of it, there or not
	 * @return the id
	 */
	public static String id(String type, String key) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((type + ":" + key).getBytes(StandardCharsets.UTF_8));
	}

}
