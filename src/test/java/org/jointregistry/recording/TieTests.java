package org.jointregistry.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Relationships with facts are added and changed like records: with their rules, their
 * versions and what they were.
 */
@RegistryTest
class TieTests {

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	private static final String SELECTION = "program { participants { edges { key version role costShare left node { key } } } }";

	@OnStage
	private Scene scene;

	@Test
	void nationTakesPartAndSeesFromThenOn() {
		assertThat(sees("XWA")).isFalse();
		Answer answer = add("XWA", Map.of("role", "PARTNER", "costShare", "40", "joined", "2020"));
		assertThat(answer.data("/participationAdd/program/participants/edges/0/costShare").asString()).as(answer.text())
			.isEqualTo("40");
		assertThat(answer.data("/participationAdd/program/participants/edges/0/version").asInt()).isOne();
		assertThat(sees("XWA")).isTrue();
	}

	@Test
	void nationThatLeavesSeesNoLonger() {
		String key = key(add("XWA", Map.of("role", "PARTNER", "joined", "2020")));
		Answer answer = revise(key, 1, Map.of("left", "2021-06-01"));
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		assertThat(sees("XWA")).isFalse();
		assertThat(this.scene.run("""
				MATCH (:Program {key: 'FX-WRT-ONE'})<-[now:PARTICIPATES_IN]-()-[was:WAS_PARTICIPATES_IN]->()
				RETURN was.left AS left, was.version AS version, now.version AS later,
				  was.recordedUntil = now.recordedFrom AS follows""")).singleElement()
			.satisfies((row) -> assertThat(row.asMap()).containsEntry("left", null)
				.containsEntry("version", 1L)
				.containsEntry("later", 2L)
				.containsEntry("follows", true));
	}

	@Test
	void laterVersionIsAConflictAndAnAbsentOneIsNotFound() {
		String key = key(add("XWA", Map.of("role", "PARTNER")));
		revise(key, 1, Map.of("role", "LEAD"));
		assertThat(Scene.codes(revise(key, 1, Map.of("role", "OBSERVER")))).containsExactly("CONFLICT version");
		assertThat(revise("PA-none", 1, Map.of("role", "OBSERVER")).errorCodes()).containsExactly("NOT_FOUND");
		assertThat(revise("'}) //", 1, Map.of("role", "OBSERVER")).errorCodes()).containsExactly("NOT_FOUND");
	}

	@Test
	void participationsDoNotOverlap() {
		String first = key(add("XWA", Map.of("role", "PARTNER", "joined", "2010", "left", "2015-03-01")));
		assertThat(Scene.codes(add("XWA", Map.of("role", "LEAD", "joined", "2015-02"))))
			.containsExactly("PERIOD_TAKEN joined");
		assertThat(Scene.codes(add("XWA", Map.of("role", "LEAD", "joined", "2016", "left", "2015"))))
			.containsExactly("PERIOD_REVERSED left");
		assertThat(Scene.codes(add("XWA", Map.of("role", "LEAD", "joined", "2015-03-01")))).isEmpty();
		assertThat(Scene.codes(add("XWB", Map.of("role", "LEAD", "joined", "2012")))).isEmpty();
		assertThat(Scene.codes(revise(first, 1, Map.of("left", "2020")))).containsExactly("PERIOD_TAKEN joined");
	}

	@Test
	void othersMayNot() {
		Map<String, Object> input = Map.of("program", PROGRAM, "nation", Scene.id("Nation", "XWA"), "role", "PARTNER");
		assertThat(Scene.ask(this.scene.registrar(), "participationAdd", SELECTION, input).errorCodes())
			.containsExactly("FORBIDDEN");
		assertThat(Scene.ask(this.scene.delegate("XWA"), "participationAdd", SELECTION, input).errorCodes())
			.containsExactly("NOT_FOUND");
	}

	@Test
	void keyIsSetWithItsShares() {
		Answer answer = setKey(Map.of("validFrom", "2010", "validTo", "2019"), "60", "40");
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		assertThat(answer.all("share")).containsExactlyInAnyOrder("60", "40");
		assertThat(Scene.codes(setKey(Map.of("validFrom", "2019"), "50", "50")))
			.containsExactly("PERIOD_TAKEN validFrom");
		assertThat(Scene.codes(setKey(Map.of("validFrom", "2020"), "50", "50"))).isEmpty();
	}

	@Test
	void sharesMakeTheWholeOrSayWhoBearsTheRest() {
		assertThat(Scene.codes(setKey(Map.of(), "60", "30"))).containsExactly("REMAINDER_REQUIRED remainder");
		assertThat(Scene.codes(setKey(Map.of(), "60", "40.0001"))).containsExactly("SHARES_ABOVE_WHOLE shares");
		assertThat(Scene.codes(setKey(Map.of("remainder", "Industry"), "60", "30"))).isEmpty();
	}

	@Test
	void figuresOfAKeyAreItsShares() {
		add("XWA", Map.of("role", "PARTNER"));
		add("XWB", Map.of("role", "PARTNER"));
		assertThat(Scene.codes(setKey(Map.of("figuresMarking", "ORIGINATOR"), "60", "40"))).isEmpty();
		String shares = "{ costShareKeys(where: {scheme: {eq: \"FX-WRT-COST\"}}) { nodes { shares { edges { share } } } } }";
		assertThat(this.scene.manager().query(shares).all("share")).containsExactlyInAnyOrder("60", "40");
		Answer own = this.scene.delegate("XWB").query(shares);
		assertThat(own.all("share")).as(own.text()).containsExactlyInAnyOrder("", "40");
	}

	@Test
	void takingAwayIsOtherInput() {
		String key = key(add("XWA", Map.of("role", "PARTNER", "left", "2020")));
		Map<String, @Nullable Object> input = new LinkedHashMap<>(Map.of("idempotencyKey", "tie", "role", "LEAD"));
		assertThat(Scene.codes(revise(key, 1, input))).isEmpty();
		assertThat(Scene.codes(revise(key, 1, input))).isEmpty();
		input.put("left", null);
		assertThat(Scene.codes(revise(key, 1, input))).containsExactly("IDEMPOTENCY_KEY_REUSED idempotencyKey");
	}

	@Test
	void nationBearsOneShare() {
		Map<String, Object> share = Map.of("nation", Scene.id("Nation", "XWA"), "share", "50");
		assertThat(Scene.codes(Scene.ask(this.scene.manager(), "costShareKeyAdd", "costShareKey { id }", Map
			.of("program", PROGRAM, "scheme", "FX-WRT-COST", "basis", "EQUAL", "shares", List.of(share, share)))))
			.containsExactly("NATION_TWICE shares 1 nation");
	}

	private Answer setKey(Map<String, Object> facts, String first, String second) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("program", PROGRAM, "scheme", "FX-WRT-COST", "basis",
				"FIXED", "shares", List.of(Map.of("nation", Scene.id("Nation", "XWA"), "share", first),
						Map.of("nation", Scene.id("Nation", "XWB"), "share", second))));
		input.putAll(facts);
		return Scene.ask(this.scene.manager(), "costShareKeyAdd",
				"costShareKey { key scheme shares { edges { share node { key } } } }", input);
	}

	private Answer add(String nation, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("program", PROGRAM, "nation", Scene.id("Nation", nation)));
		input.putAll(facts);
		return Scene.ask(this.scene.manager(), "participationAdd", SELECTION, input);
	}

	private Answer revise(String key, int version, Map<String, ? extends @Nullable Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("program", PROGRAM, "key", key, "version", version, "reason", "It is so"));
		input.putAll(facts);
		return Scene.ask(this.scene.manager(), "participationRevise", SELECTION, input);
	}

	private static String key(Answer answer) {
		return answer.data("/participationAdd/program/participants/edges/0/key").asString();
	}

	private boolean sees(String nation) {
		return this.scene.delegate(nation)
			.query("{ node(id: \"%s\") { id } }".formatted(PROGRAM))
			.errorCodes()
			.isEmpty();
	}

}
