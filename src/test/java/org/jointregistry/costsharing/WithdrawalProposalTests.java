package org.jointregistry.costsharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a nation owes when it leaves is what it was called for and pledged, less what it
 * gave, and the others take it over in proportion to what they bear, to the last cent.
 */
@RegistryTest
class WithdrawalProposalTests {

	private static final String QUESTION = """
			query ($key: ID!, $nation: ID!) { withdrawalProposal(costShareKey: $key, nation: $nation) {
			  costShareKey { scheme } nation { key } share owes { currency called pledged }
			  others { nation { id key } share proposedShare takesOver { currency amount } } } }
			""";

	private static final String ADD = """
			mutation ($input: CostShareKeyAddInput!) { costShareKeyAdd(input: $input) { costShareKey { id } errors { code } } }
			""";

	private static final String END = """
			mutation ($input: CostShareKeyReviseInput!) { costShareKeyRevise(input: $input) { errors { code } } }
			""";

	@OnStage
	private Stage stage;

	@Test
	void whatIsOwedIsTakenOverInProportion() {
		String key = key(Map.of("XRA", "40", "XRB", "30", "XRC", "15", "XRD", "15"), null);
		Ledger ledger = new Ledger(this.stage);
		ledger.entry("PLEDGED", "XRA", "100.01");
		ledger.entry("CALLED", "XRA", "60");
		ledger.payment("XRA", "50");
		String reversed = ledger.payment("XRA", "7");
		Ledger.done(Ledger.reverse(this.stage.manager(), reversed));
		ledger.entry("CALLED", "XRB", "1000");
		JsonNode proposal = ask(this.stage.manager(), key, "XRA").data("/withdrawalProposal");
		assertThat(proposal.at("/costShareKey/scheme").asString()).isEqualTo("DEVELOPMENT");
		assertThat(proposal.at("/nation/key").asString()).isEqualTo("XRA");
		assertThat(proposal.path("share").asString()).isEqualTo("40");
		assertThat(proposal.path("owes").toString())
			.isEqualTo("[{\"currency\":\"EUR\",\"called\":\"10\",\"pledged\":\"50.01\"}]");
		assertThat(others(proposal)).containsExactly("XRB 30 50 EUR 25.01", "XRC 15 25 EUR 12.5", "XRD 15 25 EUR 12.5");
	}

	@Test
	void theProposalBecomesTheNextKey() {
		String key = key(Map.of("XRA", "40", "XRB", "29", "XRC", "20"), "The community bears 11");
		Answer answer = ask(this.stage.manager(), key, "XRA");
		assertThat(others(answer.data("/withdrawalProposal"))).containsExactly("XRB 29 52.6735 ", "XRC 20 36.3265 ");
		Answer ended = this.stage.manager()
			.query(END, Map.of("input",
					Ledger.input("costShareKey", key, "version", 1, "reason", "XRA leaves", "validTo", "2025")));
		assertThat(ended.data("/costShareKeyRevise/errors").isEmpty()).as(ended.text()).isTrue();
		List<Map<String, String>> shares = new ArrayList<>();
		answer.data("/withdrawalProposal/others")
			.forEach((other) -> shares.add(Map.of("nation", other.at("/nation/id").asString(), "share",
					other.path("proposedShare").asString())));
		Answer next = this.stage.manager()
			.query(ADD, Map.of("input", Ledger.input("program", Stage.OPEN, "scheme", "DEVELOPMENT", "basis", "FIXED",
					"validFrom", "2026", "remainder", "The community bears 11", "shares", shares)));
		assertThat(next.data("/costShareKeyAdd/costShareKey/id").asString("")).as(next.text()).isNotEmpty();
	}

	@Test
	void whatIsNotSeenMakesNoProposal() {
		String key = key(Map.of("XRA", "60", "XRB", "40"), null, "ORIGINATOR");
		new Ledger(this.stage).entry("PLEDGED", "XRA", "100");
		JsonNode partner = ask(this.stage.national("XRB"), key, "XRA").data("/withdrawalProposal");
		assertThat(partner.path("share").isNull()).isTrue();
		assertThat(others(partner)).containsExactly("XRB 40 null ");
		Answer stranger = ask(this.stage.national("XRD"), key, "XRA");
		assertThat(stranger.errorCodes()).containsExactly("NOT_FOUND");
		assertThat(ask(this.stage.national("XRD"), Stage.id("CostShareKey", "NEVER"), "XRA").errors().at("/0/message"))
			.isEqualTo(stranger.errors().at("/0/message"));
		assertThat(ask(this.stage.manager(), key, "XRC").errorCodes()).containsExactly("NOT_FOUND");
	}

	private String key(Map<String, String> shares, @Nullable String remainder, String... figures) {
		List<Map<String, String>> borne = new ArrayList<>();
		shares.forEach((nation, share) -> borne.add(Map.of("nation", Stage.id("Nation", nation), "share", share)));
		Map<String, Object> input = Ledger.input("program", Stage.OPEN, "scheme", "DEVELOPMENT", "basis", "FIXED",
				"validFrom", "2020", "shares", borne);
		if (remainder != null) {
			input.put("remainder", remainder);
		}
		for (String marking : figures) {
			input.put("figuresMarking", marking);
		}
		Answer answer = this.stage.manager().query(ADD, Map.of("input", input));
		String id = answer.data("/costShareKeyAdd/costShareKey/id").asString("");
		assertThat(id).as(answer.text()).isNotEmpty();
		return id;
	}

	private static Answer ask(GraphqlSession session, String key, String nation) {
		return session.query(QUESTION, Map.of("key", key, "nation", Stage.id("Nation", nation)));
	}

	private static List<String> others(JsonNode proposal) {
		List<String> others = new ArrayList<>();
		for (JsonNode other : proposal.path("others")) {
			List<String> money = new ArrayList<>();
			other.path("takesOver")
				.forEach((each) -> money.add(each.path("currency").asString() + " " + each.path("amount").asString()));
			JsonNode proposed = other.path("proposedShare");
			others.add("%s %s %s %s".formatted(other.at("/nation/key").asString(), other.path("share").asString(),
					proposed.isNull() ? "null" : proposed.asString(), String.join(" ", money)));
		}
		return others;
	}

}
