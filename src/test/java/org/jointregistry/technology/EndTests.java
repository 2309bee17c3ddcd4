package org.jointregistry.technology;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uses of technologies and derivations end, and what has ended shows nobody anything
 * more.
 */
@RegistryTest
class EndTests {

	private static final String USE = "technologyUseRevise";

	private static final String DERIVATION = "derivationRevise";

	private static final String RELEASE = "technology { id programs { edges { key until version } } "
			+ "derivedFrom { edges { key until } } }";

	@OnStage
	private Control control;

	private String use = "";

	@BeforeEach
	void set() {
		assertThat(Scene.codes(Scene.ask(this.control.registrar(), "technologyAdd", "technology { id }",
				Map.of("key", "FX-WRT-FILTER", "name", "Filter", "marking", "PARTNERS", "fictional", true))))
			.isEmpty();
		this.use = used();
	}

	@Test
	void useThatEndedShowsPartnersAndManagersNothingMore() {
		assertThat(List.of(this.control.delegate("XWA"), this.control.manager()))
			.allMatch((session) -> Control.sees(session, filter()));
		Answer ended = revise(USE, this.use, 1, "2020");
		assertThat(ended.data("/technologyUseRevise/technology/programs/edges/0/until").asString()).as(ended.text())
			.isEqualTo("2020");
		assertThat(List.of(this.control.delegate("XWA"), this.control.manager()))
			.noneMatch((session) -> Control.sees(session, filter()));
		assertThat(Scene.codes(revise(USE, this.use, 2, null))).isEmpty();
		assertThat(Control.sees(this.control.delegate("XWA"), filter())).isTrue();
	}

	@Test
	void edgesOfATechnologyThatIsUsedNoMoreAreNoneOfTheProgramsEither() {
		this.control.run("""
				MATCH (filter:Technology {key: 'FX-WRT-FILTER'}), (radar:Technology {key: 'FX-WRT-RADAR'})
				SET filter.marking = 'PUBLIC'
				CREATE (filter)-[:DERIVED_FROM {key: 'FX-WRT-D3', marking: 'PARTNERS', releasableTo: [],
				  releasedTo: ['partner:FX-WRT-ONE'], version: 1}]->(radar)""");
		revise(USE, this.use, 1, "2020");
		assertThat(this.control.run("MATCH ()-[d:DERIVED_FROM {key: 'FX-WRT-D3'}]->() RETURN d.releasedTo AS to"))
			.singleElement()
			.satisfies((row) -> assertThat(row.get("to").asList()).isEmpty());
	}

	@Test
	void useIsTakenUpAgainAndHoldsOnceAtATime() {
		assertThat(Scene.codes(use())).containsExactly("TIED_ALREADY program");
		assertThat(Scene.codes(revise(USE, this.use, 1, "2020"))).isEmpty();
		assertThat(Scene.codes(use())).isEmpty();
		assertThat(Scene.codes(revise(USE, this.use, 2, null))).containsExactly("TIED_ALREADY until");
	}

	@Test
	void endIsRecordedWhenItHasCome() {
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		assertThat(Scene.codes(revise(USE, this.use, 1, today.plusDays(1).toString())))
			.containsExactly("IN_THE_FUTURE until");
		assertThat(Scene.codes(revise(DERIVATION, derived(), 1, today.plusDays(1).toString())))
			.containsExactly("IN_THE_FUTURE until");
		assertThat(Scene.codes(revise(USE, this.use, 1, today.toString()))).isEmpty();
	}

	@Test
	void whatADerivationThatEndedLedToAsksForNoConsent() {
		String key = derived();
		assertThat(asked()).containsExactly("XWA");
		assertThat(Scene.codes(revise(DERIVATION, key, 1, "2020"))).isEmpty();
		assertThat(Scene.codes(this.control.request(Map.of("technology", filter()))))
			.containsExactly("NOBODY_ASKED nations");
		assertThat(Scene.codes(derive())).isEmpty();
		assertThat(Scene.codes(revise(DERIVATION, key, 2, null))).containsExactly("TIED_ALREADY until");
		assertThat(asked()).containsExactly("XWA");
	}

	private List<String> asked() {
		this.control.run("MATCH (:Technology {key: 'FX-WRT-AMPLIFIER'})<-[r:HOLDS_RIGHT]-() DELETE r");
		Answer answer = this.control.request(Map.of("technology", filter()));
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/consentRequestAdd/consentRequest/nations/nodes")
			.values()
			.stream()
			.map((nation) -> nation.path("key").asString())
			.toList();
	}

	private String used() {
		Answer answer = use();
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/technologyUseAdd/technology/programs/edges/0/key").asString();
	}

	private Answer use() {
		return Scene.ask(this.control.registrar(), "technologyUseAdd", RELEASE,
				Map.of("technology", filter(), "program", Control.PROGRAM));
	}

	private String derived() {
		Answer answer = derive();
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/derivationAdd/technology/derivedFrom/edges/0/key").asString();
	}

	private Answer derive() {
		return Scene.ask(this.control.registrar(), "derivationAdd", RELEASE,
				Map.of("technology", filter(), "derivedFrom", Control.RADAR));
	}

	private Answer revise(String mutation, String key, int version, @Nullable String until) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("technology", filter(), "key", key, "version", version, "reason", "It is so"));
		input.put("until", until);
		return Scene.ask(this.control.registrar(), mutation, RELEASE, input);
	}

	private static String filter() {
		return Scene.id("Technology", "FX-WRT-FILTER");
	}

}
