package org.jointregistry.oracle;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Questions about programs, nations and coalitions side by side, from a seed.
 */
final class SideBySideQuestions {

	private static final String RECORD = "{ __typename id ... on Record { key source } }";

	private static final String EVALUATED = """
			query Evaluated($id: ID!) {
			  how: programEvaluation(program: $id) {
			    program %1$s
			    indicators {
			      indicator
			      told { measure unit change evaluations %1$s more: evaluations $RECORD }
			      reckoned {
			        measure unit currency value records years { year value }
			        peers { programs median rank values { program %1$s value } }
			      }
			    }
			  }
			}
			""".formatted(RECORD);

	private static final String BALANCE = """
			query Balance($id: ID!, $in: TotalInInput) {
			  even: partnerBalance(program: $id, totalIn: $in) {
			    program %1$s
			    nations { nation %1$s more: nation $RECORD parts { kind currency stated body %1$s amount share } }
			    dimensions { kind currency stated body %1$s whole nations largest %1$s largestShare concentration }
			    total { currency ratesOf rates { key rate } missing }
			  }
			}
			""".formatted(RECORD);

	private static final String TOGETHER = """
			query Together($of: CoalitionKind!, $standards: [ID!]!) {
			  coalitions(of: $of, standards: $standards) {
			    record %1$s
			    nations %1$s
			    more: nations { key programs { totalCount } }
			    common
			    standards {
			      standard %1$s
			      more: standard $STANDARD
			      implementedBy %1$s
			      missingFrom %1$s
			    }
			  }
			}
			""".formatted(RECORD);

	private static final String ALIKE = """
			query Alike($id: ID!, $limit: Int!) {
			  like: similarPrograms(program: $id, limit: $limit) {
			    program %1$s
			    hasMore
			    alike {
			      program { key name costAmount }
			      more: program $PROGRAM
			      sameDomain
			      technologies %1$s
			      partners %1$s
			      contractors %1$s
			    }
			  }
			}
			""".formatted(RECORD);

	private static final String FUNDED_TWICE = """
			query FundedTwice($id: ID!, $limit: Int!) {
			  twice: doubleFunding(program: $id, limit: $limit) {
			    program { key }
			    cases { contractor %1$s other %1$s more: other $PROGRAM here { ...Work } there { ...Work } }
			    hasMore
			  }
			}
			fragment Work on FundedWork {
			  workShares %1$s contracts %1$s contracted { currency amount } mechanisms %1$s funders %1$s
			}
			""".formatted(RECORD);

	private static final String PENDING = """
			query Pending($id: ID!, $on: PartialDate, $limit: Int!) {
			  waits: pendingActions(program: $id, on: $on, limit: $limit) {
			    on actions { kind record %1$s more: record $RECORD awaited %1$s since due daysOverdue } hasMore
			  }
			  all: pendingActions(on: "2999", limit: 500) { actions { kind record { key } awaited { key } due } hasMore }
			}
			"""
		.formatted(RECORD);

	private final InsightGenerator any;

	SideBySideQuestions(InsightGenerator any) {
		this.any = any;
	}

	List<DocumentWriter.Document> all() {
		return List.of(evaluated(), balance(), together(), alike(), fundedTwice(), pending());
	}

	private DocumentWriter.Document evaluated() {
		return this.any.document(EVALUATED, Map.of("id", this.any.fundedProgram()));
	}

	private DocumentWriter.Document balance() {
		return this.any.document(BALANCE, this.any.one(List.of(true, false)) ? Map.of("id", this.any.fundedProgram())
				: Map.of("id", this.any.fundedProgram(), "in", this.any.totalIn()));
	}

	private DocumentWriter.Document together() {
		List<String> standards = Stream.generate(() -> this.any.id("Standard"))
			.limit(this.any.one(List.of(1L, 2L, 3L)))
			.toList();
		return this.any.document(TOGETHER,
				Map.of("of", this.any.one(List.of("COMMUNITY", "EXERCISE", "OPERATION")), "standards", standards));
	}

	private DocumentWriter.Document alike() {
		return this.any.document(ALIKE, Map.of("id", this.any.fundedProgram(), "limit", this.any.one(List.of(1, 20))));
	}

	private DocumentWriter.Document fundedTwice() {
		return this.any.document(FUNDED_TWICE,
				Map.of("id", this.any.fundedProgram(), "limit", this.any.one(List.of(1, 100))));
	}

	/** On a day on which something is due, or much later. */
	private DocumentWriter.Document pending() {
		return this.any.document(PENDING, Map.of("id", this.any.end("DECIDES_ON", false, "Program"), "on",
				this.any.fact("Obligation", "due").orElse("2031"), "limit", this.any.one(List.of(1, 500))));
	}

}
