package org.jointregistry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.jointregistry.embedded.DemoIssuer;
import org.jointregistry.embedded.EmbeddedNeo4j;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole registry over HTTP, on the embedded database. Every such test has
 * the same configuration, so that one application and one database serve the suite. Where
 * Docker answers, the suite runs a second time on Neo4j's own image.
 * <p>
 * {@link RegistryClient} can be injected, to ask as a demo client or with any token.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "registry.embedded.directory=${java.io.tmpdir}/joint-registry-${random.uuid}",
				"management.endpoint.health.cache.time-to-live=0s",
				"registry.read.cursor-key=" + RegistryTest.CURSOR_KEY, "registry.telemetry.slow-operation=10m",
				"registry.document.manifests=classpath:documents/generated.json,classpath:documents/apollo.json" })
@Tag("registry")
@ExtendWith({ DatabaseAtHand.class, StageHand.class })
@Import({ EmbeddedNeo4j.class, ContainerNeo4j.class, DemoIssuer.class, RegistryClient.class })
public @interface RegistryTest {

	/** Seals cursors on every replica that a test starts; protects nothing. */
	String CURSOR_KEY = "c2VhbHMgdGhlIGN1cnNvcnMgb2YgdGVzdHMgYWxvbmU=";

}
