package org.jointregistry.read;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.ViewerKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the engine sends to the database: one statement for each root field, with every
 * value a parameter, found by an index.
 */
@RegistryTest
class StatementTests {

	static final List<String> CLIENTS = List.of("viewer-deu", "delegate-ita", "manager-efa", "industry-leonardo",
			"registrar", "auditor");

	private static final String DEEP = """
			query Deep($name: String!) {
			  programs(where: {name: {contains: $name}, participants: {some: {edge: {role: {eq: PARTNER}}}}},
			      orderBy: [{leadNation: {name: DESC}}], first: 5) {
			    totalCount
			    pageInfo { hasNextPage endCursor }
			    edges {
			      cursor
			      node {
			        name
			        participants(orderBy: [{edge: {costShare: DESC}}]) {
			          totalCount
			          edges {
			            costShare
			            node { name communities(first: 3) { nodes { name members(first: 2) { nodes { key } } } } }
			          }
			        }
			        contributions { nodes { amount contributors { nodes { __typename name } } } }
			        technologies { nodes { rightHolders { edges { class grant node { name } } } } }
			      }
			    }
			  }
			}
			""";

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private Statements statements;

	@Autowired
	private GraphModel model;

	/** A query after another's commit may be answered twice. */
	@BeforeEach
	void seeWhatIsCommitted() {
		this.registry.as("registrar").query("{ nations(first: 1) { totalCount } }");
	}

	@ParameterizedTest
	@FieldSource("CLIENTS")
	void aRootFieldIsOneStatementHoweverDeep(String client) {
		try (SentStatements sent = new SentStatements()) {
			assertThat(this.registry.as(client).query(DEEP, java.util.Map.of("name", "e")).errorCodes()).isEmpty();
			assertThat(sent.all()).hasSize(1);
		}
	}

	@ParameterizedTest
	@FieldSource("CLIENTS")
	void valuesAreParametersAndEqualShapesAreOneText(String client) {
		try (SentStatements sent = new SentStatements()) {
			this.registry.as(client).query(DEEP, java.util.Map.of("name", "n' OR 1=1 //"));
			this.registry.as(client).query(DEEP.replace("cursor", "other: cursor"), java.util.Map.of("name", "zz"));
			List<String> texts = sent.all().stream().map((run) -> run.substring(0, run.lastIndexOf("\" {"))).toList();
			assertThat(texts).hasSize(2);
			assertThat(texts.getFirst()).isEqualTo(texts.getLast()).doesNotContain("OR 1=1");
		}
	}

	/** Bounds of other letters are ordered by code units, which no index orders by. */
	@ParameterizedTest
	@FieldSource("CLIENTS")
	void keysAreBoundedInTheIndexWhereBothOrdersAgree(String client) {
		String query = "query ($from: String!) { programs(where: {key: {gte: $from}}) { totalCount } }";
		try (SentStatements sent = new SentStatements()) {
			this.registry.as(client).query(query, java.util.Map.of("from", "F"));
			this.registry.as(client).query(query, java.util.Map.of("from", "\u00c4"));
			assertThat(sent.all()).hasSize(2);
			assertThat(sent.all().getFirst()).contains(".key >= $p0");
			assertThat(sent.all().getLast()).contains("+ '') >= $p0");
		}
	}

	@ParameterizedTest
	@FieldSource("CLIENTS")
	void aReferenceIsAskedForAsOftenAsTheListIs(String client) {
		assertThat(this.registry.as(client).query("""
				{
				  partyRoles {
				    nodes {
				      rights(where: {or: [{edge: {agreements: {includes: "x"}}}, {edge: {class: {isNull: true}}}]}) {
				        totalCount
				        edges { agreements program }
				      }
				    }
				  }
				}
				""").errors()).isEmpty();
	}

	@ParameterizedTest
	@FieldSource("CLIENTS")
	void whoMaySeeARecordIsOfTheSameStatement(String client) {
		try (SentStatements sent = new SentStatements()) {
			Answer answer = this.registry.as(client).query("""
					{
					  contributions(first: 5) {
					    nodes {
					      visibleTo { nation grounds { sentence } }
					      contributors { nodes { ... on Record { visibleTo { roles } } } }
					    }
					  }
					}
					""");
			assertThat(answer.errorCodes()).isEmpty();
			assertThat(sent.all()).hasSize(1);
		}
	}

	@Test
	void aListIsFoundByReleaseForWhoSeesAPart() {
		assertThat(operators(new ViewerKind(false, false, true, false))).contains("DirectedRelationshipIndexSeek")
			.doesNotContain("NodeByLabelScan", "AllNodesScan");
	}

	@Test
	void aListIsFoundByKeyForWhoSeesAll() {
		assertThat(operators(new ViewerKind(true, false, false, false))).contains("NodeUniqueIndexSeekByRange")
			.doesNotContain("NodeByLabelScan", "AllNodesScan", "Top", "Sort");
	}

	private String operators(ViewerKind viewer) {
		NodeType type = this.model.node("Contribution");
		org.jointregistry.read.Plan.Connection page = new org.jointregistry.read.Plan.Connection(
				new Filter.All(List.of()), List.of(), new org.jointregistry.read.Plan.Page(false, "p0", null, null),
				false, true, List.of(), List.of());
		String text = this.statements.text(new org.jointregistry.read.Plan.Listing(type, page), viewer);
		var summary = this.driver.executableQuery(text.replace("CYPHER 25", "CYPHER 25 EXPLAIN")).execute().summary();
		StringBuilder operators = new StringBuilder();
		collect(summary.plan(), operators);
		return operators.toString();
	}

	private static void collect(Plan plan, StringBuilder operators) {
		operators.append(plan.operatorType()).append('\n');
		plan.children().forEach((child) -> collect(child, operators));
	}

}
