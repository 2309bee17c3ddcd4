package org.jointregistry.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Access tokens that were found valid, so that a client's token is verified once and not
 * with each request. One is remembered until it ends, and for a minute at most: so long
 * after its issuer took back a key a token is taken that the key signed. What is not
 * valid is not remembered.
 */
final class RememberedTokens implements JwtDecoder {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	/** In characters of all tokens together. */
	private static final int CAPACITY = 16_000_000;

	private final JwtDecoder decoder;

	private final Cache<String, Jwt> tokens;

	/**
	 * Remembers what a decoder found valid.
	 * @param decoder verifies tokens
	 * @param clock tells when they end
	 */
	RememberedTokens(JwtDecoder decoder, Clock clock) {
		this.decoder = decoder;
		this.tokens = Caffeine.newBuilder()
			.maximumWeight(CAPACITY)
			.weigher((String token, Jwt decoded) -> token.length())
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.expireAfter(Expiry.creating((String token, Jwt decoded) -> left(decoded, clock.instant())))
			.build();
	}

	private static Duration left(Jwt token, Instant now) {
		Instant end = token.getExpiresAt();
		Duration left = (end != null) ? Duration.between(now, end) : Duration.ZERO;
		return left.isNegative() ? Duration.ZERO : (left.compareTo(LONGEST) < 0) ? left : LONGEST;
	}

	@Override
	public Jwt decode(String token) {
		Jwt known = this.tokens.getIfPresent(token);
		if (known != null) {
			return known;
		}
		Jwt decoded = this.decoder.decode(token);
		this.tokens.put(token, decoded);
		return decoded;
	}

}
