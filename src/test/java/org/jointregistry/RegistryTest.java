package org.jointregistry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.jointregistry.embedded.DemoIssuer;
import org.jointregistry.embedded.EmbeddedNeo4j;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole registry over HTTP, on the embedded database. Every such test has
 * the same configuration, so that one application and one database serve the suite.
 * <p>
 * {@link RegistryClient} can be injected, to ask as a demo client or with any token.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "registry.embedded.directory=${java.io.tmpdir}/joint-registry-${random.uuid}")
@Import({ EmbeddedNeo4j.class, DemoIssuer.class, RegistryClient.class })
public @interface RegistryTest {

}
