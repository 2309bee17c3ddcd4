package org.jointregistry.audit;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Two entries have one hash only where they have the same facts, and under a key nobody
 * makes one without it.
 */
class SealTests {

	private static final Seal PLAIN = new Seal(new AuditSettings(null));

	private static final Seal KEYED = new Seal(new AuditSettings(key("a".repeat(32))));

	@Test
	void theTextIsAsDescribed() {
		Map<String, Object> facts = new HashMap<>(Map.of("version", 3L, "actor", "Zoë\n", "roles", List.of("A", "BC"),
				"onBehalfOf", List.of(), "at", ZonedDateTime.of(2026, 1, 31, 9, 30, 0, 0, ZoneOffset.UTC)));
		facts.put("before", null);
		facts.put("hash", "any");
		assertThat(Seal.canonical(facts))
			.isEqualTo("actor=5:Zoë\n\nat=@2026-01-31T09:30:00Z\nonBehalfOf=[]\n" + "roles=[1:A2:BC]\nversion=#3\n");
	}

	@Test
	void aKeyMakesAnotherHash() {
		Map<String, Object> facts = Map.of("actor", "a");
		assertThat(KEYED.of(facts)).hasSize(64)
			.isNotEqualTo(PLAIN.of(facts))
			.isNotEqualTo(new Seal(new AuditSettings(key("b".repeat(32)))).of(facts));
	}

	@Test
	void withoutTheKeyAnEntryAndItsHeadCannotBeForged() {
		Map<String, Object> facts = new HashMap<>(Map.of("key", "AE-1", "sequence", 1L, "previous", Seal.NONE));
		facts.put("hash", PLAIN.of(facts));
		ChainWalk walk = new ChainWalk(KEYED);
		walk.begin(new ChainPosition(3, 0), List.of());
		walk.take(facts);
		walk.end(new ChainHead(3, 1, PLAIN.of(facts)));
		assertThat(walk.breaks()).containsExactly(new ChainBreak(ChainBreak.Kind.ALTERED, 3L, 1L, "AE-1"));
	}

	@Test
	void aShortKeyIsRefused() {
		String shortKey = key("a".repeat(31));
		assertThatThrownBy(() -> new AuditSettings(shortKey)).hasMessageContaining("registry.audit.key");
	}

	private static String key(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes());
	}

}
