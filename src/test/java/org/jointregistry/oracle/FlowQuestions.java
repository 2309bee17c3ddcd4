package org.jointregistry.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Questions about rights, consents, licences and dependence, from a seed.
 */
final class FlowQuestions {

	private static final String RECORD = "{ __typename id ... on Record { key source } }";

	private static final String CONSENTS = """
			query Consents($technology: ID!, $program: ID!, $from: ID!, $to: ID!, $regime: String, $on: PartialDate) {
			  asked: consentNeed(technology: $technology, program: $program, from: $from, to: $to, regime: $regime, on: $on) {
			    technology %1$s program %1$s from %1$s to %1$s on toPartner licenceRequired
			    nations {
			      nation %1$s given decisions { key kind nation { key } }
			      grounds { kind technology %1$s depth holder %1$s right rightClass restriction regime %1$s transfer %1$s }
			    }
			    coveredBy { key decisions { totalCount } more: nations { nodes { key } } }
			    licences { key validUntil }
			  }
			}
			"""
		.formatted(RECORD);

	private static final String LINEAGE = """
			query Lineage($technology: ID!) {
			  inside: technologyLineage(technology: $technology) {
			    technology %1$s unrestricted
			    inside { depth technology { key rightHolders(where: {edge: {class: {eq: BACKGROUND}}}) { edges { right } } } }
			    releasability { party %1$s releasable excludedBy %1$s more: party $PARTY }
			  }
			}
			"""
		.formatted(RECORD);

	private static final String ENDINGS = """
			query Endings($from: PartialDate!, $to: PartialDate!, $limit: Int!) {
			  ending: licenceEndings(from: $from, to: $to, limit: $limit) {
			    endings {
			      licence %1$s transfers { transfer %1$s stops carriedOnBy %1$s }
			      technologies %1$s programs %1$s more: programs $PROGRAM
			    }
			    hasMore
			  }
			}
			""".formatted(RECORD);

	private static final String UNLICENSED = """
			query Unlicensed($program: ID, $limit: Int!) {
			  some: unlicensedTransfers(program: $program, limit: $limit) { transfers %1$s hasMore }
			  all: unlicensedTransfers { transfers { key licences { nodes { key } } } hasMore }
			}
			""".formatted(RECORD);

	private static final String REGIME = """
			query Regime($nation: ID!, $regime: ID!) {
			  under: regimeDependence(nation: $nation, regime: $regime) {
			    nation %1$s regime %1$s technologies under share
			    dependents { program %1$s technology %1$s arrivals { technology %1$s depth transfer %1$s } }
			  }
			}
			""".formatted(RECORD);

	private static final String LOSS = """
			query Loss($party: ID!, $limit: Int!) {
			  gone: lossOf(party: $party, limit: $limit) { party %1$s recordCount records { record %1$s steps through %1$s } }
			}
			"""
		.formatted(RECORD);

	private static final String SOLE = """
			query Sole($programs: [ID!]!) {
			  alone: soleSupplies(programs: $programs) {
			    supplies { program %1$s component nation %1$s workShares { key share } } undecided
			  }
			}
			""".formatted(RECORD);

	private static final String CHAINS = """
			query Chains($contractor: ID!, $limit: Int!) {
			  up: ownershipChains(contractor: $contractor, limit: $limit) {
			    contractor %1$s nation %1$s chains { owners %1$s share nation %1$s foreign } hasMore
			  }
			}
			""".formatted(RECORD);

	private static final String CONTROL = """
			query Control($nation: ID!, $since: PartialDate, $limit: Int!) {
			  came: controlChanges(nation: $nation, since: $since, limit: $limit) {
			    nation %1$s hasMore
			    changes {
			      supplier %1$s seat %1$s programs %1$s more: programs $PROGRAM asOf until nation %1$s part before %1$s
			      shares { owned %1$s owner %1$s nation %1$s share before source }
			    }
			  }
			}
			""".formatted(RECORD);

	private static final String BRIDGES = """
			query Bridges($limit: Int!, $hub: ID!) {
			  alone: bridges(limit: $limit) {
			    bridges { organization { __typename key name } pairs parts { records %1$s } more: parts { size records { key } } }
			    hasMore
			  }
			  one: bridges(organization: $hub, partLimit: 1, recordLimit: 1) { bridges { organization { key } pairs partCount parts { records { key } } } hasMore }
			}
			"""
		.formatted(RECORD);

	private final InsightGenerator any;

	FlowQuestions(InsightGenerator any) {
		this.any = any;
	}

	List<DocumentWriter.Document> all() {
		return List.of(consents(), lineage(), endings(), unlicensed(), regime(), loss(), sole(), chains(), control(),
				bridges());
	}

	private DocumentWriter.Document lineage() {
		return this.any.document(LINEAGE, Map.of("technology", this.any.end("DERIVED_FROM", true, "Technology")));
	}

	private DocumentWriter.Document endings() {
		return this.any.document(ENDINGS, Map.of("from", "2019", "to", "2031", "limit", this.any.one(List.of(1, 100))));
	}

	private DocumentWriter.Document unlicensed() {
		return this.any.document(UNLICENSED,
				Map.of("program", this.any.end("UNDER", false, "Program"), "limit", this.any.one(List.of(1, 100))));
	}

	private DocumentWriter.Document regime() {
		return this.any.document(REGIME, Map.of("nation", this.any.end("PARTICIPATES_IN", true, "Nation"), "regime",
				this.any.id("ControlRegime")));
	}

	private DocumentWriter.Document loss() {
		return this.any.document(LOSS,
				Map.of("party",
						this.any.one(List.of(this.any.end("PARTICIPATES_IN", true, "Nation"),
								this.any.end("PERFORMED_BY", false, "Contractor"))),
						"limit", this.any.one(List.of(1, 1000))));
	}

	private DocumentWriter.Document sole() {
		return this.any.document(SOLE, Map.of("programs", List.of(this.any.end("PART_OF_WORK", false, "Program"))));
	}

	private DocumentWriter.Document chains() {
		return this.any.document(CHAINS, Map.of("contractor", this.any.end("OWNS", false, "Contractor"), "limit",
				this.any.one(List.of(1, 100))));
	}

	private DocumentWriter.Document control() {
		Map<String, Object> asked = new HashMap<>(Map.of("nation", this.any.end("PARTICIPATES_IN", true, "Nation"),
				"limit", this.any.one(List.of(1, 500))));
		if (this.any.one(List.of(true, false, false))) {
			asked.put("since", "2019");
		}
		return this.any.document(CONTROL, asked);
	}

	private DocumentWriter.Document bridges() {
		return this.any.document(BRIDGES,
				Map.of("limit", this.any.one(List.of(1, 100)), "hub", this.any.end("RUN_BY", true, "InnovationHub")));
	}

	/** About a request that there is, or something else. */
	private DocumentWriter.Document consents() {
		Map<String, Object> asked = new HashMap<>(Map.of("technology", this.any.end("HOLDS_RIGHT", false, "Technology"),
				"program", this.any.end("UNDER", false, "Program"), "from", this.any.party(), "to", this.any.party()));
		this.any.fact("ControlRegime", "key").ifPresent((regime) -> asked.put("regime", regime));
		this.any.fact("ConsentDecision", "decided").ifPresent((day) -> asked.put("on", day));
		List<RawEdge> requests = this.any.edges("CONSENT_ON");
		if (!requests.isEmpty()) {
			RawNode.Ref request = this.any.one(requests).from();
			Map.of("CONSENT_ON", "technology", "CONSENT_IN", "program", "CONSENT_FROM", "from", "CONSENT_TO", "to")
				.forEach((relationship, argument) -> this.any.edges(relationship)
					.stream()
					.filter((edge) -> edge.from().equals(request))
					.findFirst()
					.ifPresent((edge) -> asked.put(argument, GlobalIds.of(edge.to()))));
		}
		return this.any.document(CONSENTS, asked);
	}

}
