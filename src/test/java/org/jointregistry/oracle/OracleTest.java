package org.jointregistry.oracle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.jointregistry.RegistryClient;
import org.jointregistry.embedded.DemoIssuer;
import org.jointregistry.embedded.EmbeddedNeo4j;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test over generated graphs: the whole registry over HTTP on a database of its own,
 * which such tests fill and empty as they like.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "registry.embedded.directory=${java.io.tmpdir}/joint-registry-oracle-${random.uuid}",
				"registry.import.sets=", "registry.read.timeout=120s" })
@Import({ EmbeddedNeo4j.class, DemoIssuer.class, RegistryClient.class, Tampering.class, GeneratedRegistry.class })
@interface OracleTest {

}
