package org.jointregistry.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requests that no client means: bent, broken, too deep, too long, in wrong forms, with
 * tokens that are none. The same seed gives the same requests.
 */
final class HostileRequests {

	private static final List<String> WORDS = List.of("{", "}", "(", ")", "[", "]", ":", "!", "$", "=", "|", "...", "@",
			"query", "mutation", "subscription", "fragment", "on", "programs", "nodes", "edges", "node", "nodes", "id",
			"key", "name", "where", "orderBy", "first", "last", "after", "before", "totalCount", "groups", "search",
			"participants", "contributions", "amount", "eq", "in", "and", "or", "not", "some", "none", "every", "null",
			"true", "false", "1", "-1", "500", "501", "1e400", "99999999999999999999", "\"\"", "\"x\"", "\"\\u0000\"",
			"\"\uD83D\uDE80\"", "\"\"\"x\"\"\"", "$x", "$first", "@include", "@skip", "@asOf", "@asSeenBy", "if",
			"__typename", "__schema", "__type", "types", "fields", "Program", "Query", "#x\n", ",", "\uFEFF", "\u202E",
			"costSharing", "technologyFlow", "rateLimit", "contributionRecord", "input", "idempotencyKey");

	private static final List<String> MEANT = List.of(
			"query Q ( $x : Int = 3 ) { programs ( first : $x ) { nodes { key name participants { edges { role } } } } }",
			"{ programs ( where : { name : { eq : \"x\" } , or : [ { key : { in : [ \"EFA\" ] } } ] } ) { totalCount } }",
			"{ contributions ( first : 2 , orderBy : [ { amount : DESC } ] ) { nodes { key } pageInfo { endCursor } } }",
			"{ node ( id : \"UHJvZ3JhbTpFRkE\" ) { id ... on Program { name } } nations ( first : 1 ) { totalCount } }",
			"{ technologyFlow ( from : \"TmF0aW9uOlVTQQ\" , to : \"TmF0aW9uOkdCUg\" ) { paths { hops } } }",
			"mutation { contributionRecord ( input : { idempotencyKey : \"x\" } ) { errors { code } } }");

	private static final List<String> ACCEPTED = List.of("application/json", "application/graphql-response+json", "*/*",
			"text/event-stream", "text/html", "x", "a/b;q=9", "application/json;q=x", "text/*", "*/*;q=0",
			"a/b, ".repeat(60) + "*/*", "application/json;q=0, */*;q=0.5");

	private static final List<String> TYPES = List.of("application/json", "application/json; charset=utf-16",
			"application/graphql", "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded",
			"nonsense", "application/json;charset=nonsense");

	private static final List<String> METHODS = List.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "PROPFIND");

	private static final List<String> PARAMETERS = List.of("query", "variables", "extensions", "operationName",
			"documentId", "x");

	private static final int LONGEST_PARAMETER = 1000;

	private static final int OVERSIZE = 1_100_000;

	private final Random random;

	private final URI endpoint;

	private final String token;

	/**
	 * Requests to an endpoint.
	 * @param seed what they follow from
	 * @param endpoint of GraphQL
	 * @param token an access token that is valid
	 */
	HostileRequests(long seed, URI endpoint, String token) {
		this.random = new Random(seed);
		this.endpoint = endpoint;
		this.token = token;
	}

	/**
	 * The next request.
	 * @return a request that may be anything but meant
	 */
	HttpRequest next() {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.endpoint)
			.header("Authorization", "Bearer " + (chance(30) ? text(40) : this.token))
			.header("Accept", chance(4) ? any(ACCEPTED) : "application/json")
			.header("Content-Type", chance(10) ? any(TYPES) : "application/json");
		if (chance(40)) {
			return request.method(any(METHODS), BodyPublishers.ofString(body())).build();
		}
		if (chance(6)) {
			return request.uri(URI.create(this.endpoint + "?" + parameters())).build();
		}
		return request.POST(BodyPublishers.ofByteArray(bent(body().getBytes(StandardCharsets.UTF_8)))).build();
	}

	private String body() {
		return switch (this.random.nextInt(11)) {
			case 0 -> value(6);
			case 1 -> "[".repeat(this.random.nextInt(30_000));
			case 2 -> chance(60) ? "{\"query\":\"" + "x".repeat(OVERSIZE) + "\"}" : "{\"query\":" + value(3) + "}";
			case 3 -> "{\"query\":%s,\"variables\":%s,\"operationName\":%s,\"extensions\":%s}"
				.formatted(quoted(document()), value(4), value(2), value(3));
			case 4 -> "{\"query\":%s}".formatted(quoted("{a".repeat(this.random.nextInt(3000))));
			case 5 -> "{\"documentId\":%s,\"extensions\":{\"persistedQuery\":%s}}".formatted(value(2), value(3));
			case 6, 7 -> "{\"query\":%s,\"variables\":{\"x\":%s}}".formatted(quoted(document()), value(4));
			default -> "{\"query\":%s,\"variables\":{\"x\":%s}}".formatted(quoted(bentDocument()), value(4));
		};
	}

	private String document() {
		int length = this.random.nextInt(chance(50) ? 6000 : 25);
		return IntStream.range(0, length).mapToObj((one) -> any(WORDS)).collect(Collectors.joining(" "));
	}

	/** A document that is meant, but for a few words. */
	private String bentDocument() {
		List<String> words = new ArrayList<>(List.of(any(MEANT).split(" ")));
		for (int changes = 1 + this.random.nextInt(3); changes > 0; changes--) {
			int place = this.random.nextInt(words.size());
			switch (this.random.nextInt(3)) {
				case 0 -> words.remove(place);
				case 1 -> words.add(place, any(WORDS));
				default -> words.set(place, any(WORDS));
			}
		}
		return String.join(" ", words);
	}

	private String parameters() {
		return IntStream.range(0, this.random.nextInt(5))
			.mapToObj((one) -> any(PARAMETERS) + "=" + URLEncoder.encode(parameter(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private String parameter() {
		String document = document();
		return chance(2) ? value(3) : document.substring(0, Math.min(LONGEST_PARAMETER, document.length()));
	}

	private String value(int depth) {
		return switch (this.random.nextInt((depth > 0) ? 8 : 5)) {
			case 0 -> "null";
			case 1 -> String.valueOf(this.random.nextLong());
			case 2 -> any(List.of("true", "1e999", "-0.0", "NaN", "0.1", "\"\\ud800\""));
			case 3, 4 -> quoted(text(30));
			case 5 -> list(depth, "[", "]", "");
			default -> list(depth, "{", "}", "\"x\":");
		};
	}

	private String list(int depth, String open, String close, String name) {
		return IntStream.range(0, this.random.nextInt(4))
			.mapToObj((one) -> name + value(depth - 1))
			.collect(Collectors.joining(",", open, close));
	}

	private String text(int longest) {
		return this.random.ints(this.random.nextInt(longest), '!', '~')
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
	}

	private byte[] bent(byte[] body) {
		if (body.length > 0 && chance(3)) {
			for (int flips = this.random.nextInt(4); flips > 0; flips--) {
				body[this.random.nextInt(body.length)] = (byte) this.random.nextInt(256);
			}
		}
		return body;
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
	}

	private boolean chance(int oneIn) {
		return this.random.nextInt(oneIn) == 0;
	}

	private String any(List<String> texts) {
		return texts.get(this.random.nextInt(texts.size()));
	}

}
