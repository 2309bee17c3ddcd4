package org.jointregistry.operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The registry's web server, without the registry behind it, serves TLS by the settings
 * that README.md names, with a certificate that was made for this test.
 */
class TlsTests {

	private static final String PASSWORD = "for-this-test-alone";

	@TempDir
	private static Path directory;

	private static ConfigurableApplicationContext server;

	@BeforeAll
	static void start() throws Exception {
		write(made("first"));
		server = new SpringApplicationBuilder(WebServer.class).run("--server.port=0", "--server.address=127.0.0.1",
				"--server.ssl.bundle=web",
				"--spring.ssl.bundle.pem.web.keystore.certificate=" + directory.resolve("web.crt").toUri(),
				"--spring.ssl.bundle.pem.web.keystore.private-key=" + directory.resolve("web.key").toUri(),
				"--spring.ssl.bundle.pem.web.reload-on-update=true",
				"--spring.ssl.bundle.watch.file.quiet-period=50ms");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	/** A key and its certificate, which signs itself. */
	private static KeyStore made(String name) throws Exception {
		Path file = directory.resolve(name + ".p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "web", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1",
				"-validity", "1", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(keytool.getInputStream().readAllBytes());
		assertThat(keytool.waitFor()).as(said).isZero();
		return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
	}

	private static void write(KeyStore keys) throws Exception {
		writePem("web.crt", "CERTIFICATE", keys.getCertificate("web").getEncoded());
		writePem("web.key", "PRIVATE KEY", keys.getKey("web", PASSWORD.toCharArray()).getEncoded());
	}

	private static void writePem(String file, String kind, byte[] content) throws IOException {
		Files.writeString(directory.resolve(file), "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind,
				Base64.getMimeEncoder().encodeToString(content)));
	}

	/** Asks trusting the certificate alone that stands in the file now. */
	private static HttpResponse<String> ask(String scheme) throws Exception {
		Certificate trusted = CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(directory.resolve("web.crt"))));
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setCertificateEntry("web", trusted);
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		String port = server.getEnvironment().getRequiredProperty("local.server.port");
		try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
			return client.send(HttpRequest.newBuilder(URI.create("%s://127.0.0.1:%s/".formatted(scheme, port)))
				.timeout(Duration.ofSeconds(20))
				.build(), BodyHandlers.ofString());
		}
	}

	@Test
	void whoTrustsTheCertificateIsServedByATlsOfToday() throws Exception {
		HttpResponse<String> answer = ask("https");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
	}

	@Test
	void whoDoesNotIsNot() {
		assertThatThrownBy(() -> {
			try (HttpClient client = HttpClient.newHttpClient()) {
				client.send(HttpRequest
					.newBuilder(URI.create(
							"https://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port")))
					.build(), BodyHandlers.ofString());
			}
		}).isInstanceOf(javax.net.ssl.SSLHandshakeException.class);
	}

	@Test
	void inTheClearNothingIsServed() throws Exception {
		assertThat(ask("http").statusCode()).isEqualTo(400);
	}

	@Test
	void aNewCertificateIsServedWithoutAStart() throws Exception {
		write(made("renewed"));
		Instant last = Instant.now().plusSeconds(30);
		while (!isServed() && Instant.now().isBefore(last)) {
			Thread.sleep(100);
		}
		assertThat(ask("https").sslSession().orElseThrow().getPeerPrincipal().getName()).isEqualTo("CN=renewed");
	}

	private static boolean isServed() throws Exception {
		try {
			return ask("https").statusCode() == 404;
		}
		catch (javax.net.ssl.SSLException ex) {
			return false;
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ SslAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class })
	static class WebServer {

	}

}
