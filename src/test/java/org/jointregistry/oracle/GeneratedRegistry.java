package org.jointregistry.oracle;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.GraphqlSocket;
import org.jointregistry.RegistryClient;
import org.jointregistry.access.Release;
import org.neo4j.driver.Driver;

/**
 * The registry as it runs, filled with generated graphs and asked as generated viewers.
 */
class GeneratedRegistry {

	/** Headers of the clock, of one request and of the connection it came over. */
	private static final List<String> SET_ASIDE = List.of("date", "x-request-id", "connection");

	private final RegistryClient client;

	private final Driver driver;

	private final GraphLoader loader;

	private final Sdl sdl = Sdl.read();

	private final Map<Asker, GraphqlSession> sessions = new ConcurrentHashMap<>();

	GeneratedRegistry(RegistryClient client, Driver driver) {
		this.client = client;
		this.driver = driver;
		this.loader = new GraphLoader(driver, this.sdl);
	}

	Sdl sdl() {
		return this.sdl;
	}

	/** The day by which the registry judges. */
	String today() {
		return LocalDate.now(Clock.systemUTC()).toString();
	}

	void load(RawGraph graph) {
		// A token lasts an hour, and the proof at length takes longer
		this.sessions.clear();
		this.loader.load(graph, graph);
	}

	/**
	 * Stores a graph with other releases than those of its records.
	 * @param graph the whole graph
	 * @param releases from the right release to the one that is stored
	 */
	void load(RawGraph graph, UnaryOperator<Release> releases) {
		new GraphLoader(this.driver, this.sdl, releases).load(graph, graph);
	}

	/**
	 * Stores what a viewer sees of a graph, and the bare bones of the viewer's rights.
	 * @param graph the whole graph
	 * @param asker the viewer
	 */
	void loadReduced(RawGraph graph, Asker asker) {
		Reduction reduction = new Reduction(this.sdl, graph, asker, today());
		this.loader.load(reduction.seen().and(reduction.bones()), graph);
	}

	RawGraph seen(RawGraph graph, Asker asker) {
		return new Reduction(this.sdl, graph, asker, today()).seen();
	}

	Answer ask(Asker asker, Request request) {
		return ask(asker, DocumentWriter.write(request));
	}

	/**
	 * Asks; a second time where the connection had been closed meanwhile.
	 * @param asker the viewer
	 * @param document a query, which changes nothing
	 * @return the answer
	 */
	Answer ask(Asker asker, DocumentWriter.Document document) {
		try {
			return session(asker).query(document.text(), document.variables());
		}
		catch (UncheckedIOException ex) {
			return session(asker).query(document.text(), document.variables());
		}
	}

	/**
	 * Gets a path, as a viewer.
	 * @param asker the viewer
	 * @param path from the root of the server
	 * @return the answer
	 */
	Answer get(Asker asker, String path) {
		return session(asker).get(path);
	}

	/**
	 * Posts a body, as a viewer.
	 * @param asker the viewer
	 * @param path from the root of the server
	 * @param body the body as it is
	 * @return the answer
	 */
	Answer post(Asker asker, String path, String body) {
		return session(asker).post(path, body);
	}

	/**
	 * Everything of an answer that a client may compare.
	 * @param answer as it came
	 * @return status, headers and body
	 */
	static String whole(Answer answer) {
		Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
		headers.keySet().removeIf((name) -> SET_ASIDE.contains(name.toLowerCase(java.util.Locale.ROOT)));
		return answer.status() + "\n" + headers + "\n" + answer.text();
	}

	/**
	 * Subscribes as a viewer.
	 * @param asker the viewer
	 * @param document a subscription
	 * @return a connection over which the events come
	 */
	GraphqlSocket subscribed(Asker asker, String document) {
		GraphqlSocket socket = GraphqlSocket.open(this.client.url(),
				this.client.tokens().minted((claims) -> claim(claims, asker)));
		socket.subscribe("s", document);
		return socket.standing();
	}

	private GraphqlSession session(Asker asker) {
		return this.sessions.computeIfAbsent(asker,
				(key) -> this.client.claiming((claims) -> claim(claims, key)).header("X-Request-Id", "oracle"));
	}

	private static void claim(JWTClaimsSet.Builder claims, Asker asker) {
		claims.subject(asker.subject()).claim("roles", List.copyOf(asker.roles()));
		claims.claim("nation", asker.nation()).claim("organization", asker.organization());
		claims.claim("programs", List.copyOf(asker.programs()));
	}

}
