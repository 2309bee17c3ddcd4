package org.jointregistry.embedded;

import org.jointregistry.JointRegistry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/**
 * The registry on a developer's machine: {@code ./mvnw spring-boot:test-run}.
 */
public class LocalRegistry {

	public static void main(String[] args) {
		SpringApplication.from(JointRegistry::main)
			.with(EmbeddedNeo4j.class, DemoIssuer.class, Welcome.class)
			.run(args);
	}

	/**
	 * Says how to use the registry, once it is ready to serve.
	 */
	static class Welcome {

		@EventListener
		@SuppressWarnings("NullAway")
		void ready(ApplicationReadyEvent event) {
			Environment environment = event.getApplicationContext().getEnvironment();
			System.out.println(text(environment.getRequiredProperty("local.server.port")));
		}

		static String text(String port) {
			return """

					The registry is ready to serve.

					  GraphiQL   http://localhost:%1$s/graphiql

					  A token    curl -s -u viewer-deu:demo -d grant_type=client_credentials \\
					               http://localhost:%1$s/oauth2/token

					  A query    TOKEN=$(curl -s -u viewer-deu:demo -d grant_type=client_credentials \\
					               http://localhost:%1$s/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
					             curl -s http://localhost:%1$s/graphql -H "Authorization: Bearer $TOKEN" \\
					               -H 'Content-Type: application/json' \\
					               -d '{"query":"{ programs(first: 3) { totalCount nodes { key name status } } }"}'

					  Clients    %2$s (secret: %3$s)
					""".formatted(port, clients(), DemoClient.SECRET);
		}

		private static String clients() {
			return String.join(", ", java.util.Arrays.stream(DemoClient.values()).map(DemoClient::id).toList());
		}

	}

}
