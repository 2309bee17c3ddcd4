package org.jointregistry.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jointregistry.embedded.DemoClient;

/**
 * A Keycloak of its own process on loopback, with the realm of docker-compose.yml, and
 * its answers to who asks for tokens and to its administrator.
 */
final class Keycloak implements AutoCloseable {

	private static final Path REALM = Path.of("src/main/docker/keycloak/registry-realm.json");

	private static final Duration LONGEST_START = Duration.ofMinutes(5);

	private static final String ADMINISTRATOR = "demonstration";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final int port;

	private final Process process;

	private Keycloak(int port, Process process) {
		this.port = port;
		this.process = process;
	}

	/**
	 * Starts Keycloak, and waits until it knows the realm.
	 * @param home where its distribution was unpacked
	 * @return a running Keycloak, to be closed
	 */
	static Keycloak start(Path home) throws IOException, InterruptedException {
		Path realms = Files.createDirectories(home.resolve("data/import"));
		Files.copy(REALM, realms.resolve("registry-realm.json"), StandardCopyOption.REPLACE_EXISTING);
		int port = freePort();
		ProcessBuilder command = new ProcessBuilder("/bin/sh", home.resolve("bin/kc.sh").toString(), "start-dev",
				"--import-realm", "--http-host=127.0.0.1", "--http-port=" + port, "--db=dev-mem", "--cache=local");
		command.environment()
			.putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_KC_HEAP", "-Xmx512m",
					"KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR, "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR));
		Path log = home.resolve("start.log");
		Keycloak keycloak = new Keycloak(port, command.redirectErrorStream(true).redirectOutput(log.toFile()).start());
		try {
			keycloak.await();
			return keycloak;
		}
		catch (IllegalStateException ex) {
			keycloak.close();
			throw new IllegalStateException(ex.getMessage() + ": " + Files.readString(log), ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void await() throws IOException, InterruptedException {
		Instant last = Instant.now().plus(LONGEST_START);
		while (!isThere()) {
			if (!this.process.isAlive() || Instant.now().isAfter(last)) {
				throw new IllegalStateException("Keycloak did not start");
			}
			TimeUnit.SECONDS.sleep(1);
		}
	}

	private boolean isThere() throws IOException, InterruptedException {
		try {
			return HTTP
				.send(HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")).build(),
						BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (ConnectException ex) {
			return false;
		}
	}

	/**
	 * The issuer that tokens name.
	 * @return the address of the realm
	 */
	String issuer() {
		return "http://127.0.0.1:%d/realms/registry".formatted(this.port);
	}

	/**
	 * A demo client's token.
	 * @param client such as {@code viewer-deu}
	 * @return the token
	 */
	String token(String client) {
		return token(issuer(), clientCredentials(client));
	}

	/**
	 * A demo client's token, of the same keys and another issuer.
	 * @param client such as {@code viewer-deu}
	 * @return a token whose issuer is the realm under another name
	 */
	String tokenOfAnotherName(String client) {
		return token(issuer().replace("127.0.0.1", "localhost"), clientCredentials(client));
	}

	private static Map<String, String> clientCredentials(String client) {
		return Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", DemoClient.SECRET);
	}

	/**
	 * A demo user's token.
	 * @param user such as {@code vera}
	 * @return the token
	 */
	String tokenOfUser(String user) {
		return token(issuer(), Map.of("grant_type", "password", "client_id", "people", "username", user, "password",
				DemoClient.SECRET));
	}

	private String administrator() {
		return token(issuer().replace("realms/registry", "realms/master"), Map.of("grant_type", "password", "client_id",
				"admin-cli", "username", ADMINISTRATOR, "password", ADMINISTRATOR));
	}

	/** Has Keycloak call a token revoked. */
	void revoke(String client, String token) {
		HttpResponse<String> answer = post(issuer() + "/protocol/openid-connect/revoke",
				Map.of("token", token, "client_id", client, "client_secret", DemoClient.SECRET));
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(answer.body());
		}
	}

	private String token(String issuer, Map<String, String> form) {
		HttpResponse<String> answer = post(issuer + "/protocol/openid-connect/token", form);
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(form.get("client_id") + ": " + answer.body());
		}
		return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
	}

	private static HttpResponse<String> post(String url, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body))
			.build());
	}

	/**
	 * Asks as the administrator of the realm.
	 * @param method such as {@code POST}
	 * @param path below the realm
	 * @param body what is sent as JSON; null for nothing
	 * @return the answer
	 */
	JsonNode administer(String method, String path, Object body) {
		HttpResponse<String> answer = send(HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:%d/admin/realms/registry%s".formatted(this.port, path)))
			.header("Authorization", "Bearer " + administrator())
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
			.build());
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
		}
		return JsonMapper.shared().readTree(answer.body().isEmpty() ? "null" : answer.body());
	}

	private static HttpResponse<String> send(HttpRequest request) {
		try {
			return HTTP.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
		try {
			this.process.onExit().get(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			this.process.descendants().forEach(ProcessHandle::destroyForcibly);
			this.process.destroyForcibly();
		}
	}

}
