package org.jointregistry.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Verifying a token once, and again when it has to be.
 */
class RememberedTokensTests {

	private static final Instant BEGIN = Instant.parse("2026-11-26T12:00:00Z");

	private Instant now = BEGIN;

	private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	private int verified;

	@ParameterizedTest
	@CsvSource({ "PT1H, PT59S, 1", "PT1H, PT60S, 2", "PT30S, PT29S, 1", "PT30S, PT30S, 2", "PT0S, PT0S, 2",
			"PT-10S, PT0S, 2" })
	void tokenIsVerifiedAgainAtItsEndOrAfterAMinute(Duration life, Duration later, int times) {
		RememberedTokens tokens = new RememberedTokens((text) -> decoded(text, BEGIN.plus(life)), this.clock);
		Jwt first = tokens.decode("one");
		this.now = BEGIN.plus(later);
		assertThat(tokens.decode("one").getTokenValue()).isEqualTo(first.getTokenValue());
		assertThat(this.verified).isEqualTo(times);
	}

	@Test
	void eachTokenIsAnswered() {
		RememberedTokens tokens = new RememberedTokens((text) -> decoded(text, BEGIN.plusSeconds(60)), this.clock);
		assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
		assertThat(tokens.decode("two").getTokenValue()).isEqualTo("two");
		assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
	}

	@Test
	void invalidTokenIsRefusedEachTime() {
		RememberedTokens tokens = new RememberedTokens((text) -> {
			this.verified++;
			throw new BadJwtException("Forged");
		}, this.clock);
		assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
		assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
		assertThat(this.verified).isEqualTo(2);
	}

	private Jwt decoded(String text, Instant end) {
		this.verified++;
		Instant issued = (BEGIN.isBefore(end) ? BEGIN : end).minusSeconds(60);
		return Jwt.withTokenValue(text).header("alg", "RS256").issuedAt(issued).expiresAt(end).build();
	}

}
