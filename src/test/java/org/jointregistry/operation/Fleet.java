package org.jointregistry.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.nimbusds.jose.JOSEException;

import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryTest;
import org.jointregistry.Tokens;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.embedded.LoopbackDatabase;
import org.jointregistry.embedded.SigningKey;

/**
 * Two registries as processes of their own, which share a database and an issuer of
 * tokens that both outlive them.
 */
public final class Fleet implements AutoCloseable {

	private final Path directory;

	private final LoopbackDatabase database;

	private final SigningKey key = SigningKey.generate();

	private final List<Replica> replicas;

	/**
	 * Starts the database, and neither replica.
	 * @param directory for its files, and for those of the replicas
	 * @param settings arguments of the replicas' main class, besides those that all have
	 * @throws IOException if nothing can be written there, or a replica cannot have a
	 * port
	 */
	public Fleet(Path directory, String... settings) throws IOException {
		this.directory = directory;
		Files.createDirectory(temporary());
		Files.writeString(publicKey(), "-----BEGIN PUBLIC KEY-----\n" + encoded() + "\n-----END PUBLIC KEY-----\n");
		this.database = new LoopbackDatabase(directory.resolve("database"));
		List<String> all = new ArrayList<>(this.database.settings());
		all.add("--spring.security.oauth2.resourceserver.jwt.public-key-location=" + publicKey().toUri());
		all.add("--registry.read.cursor-key=" + RegistryTest.CURSOR_KEY);
		all.addAll(List.of(settings));
		try {
			this.replicas = List.of(new Replica(directory.resolve("first.log"), temporary(), all),
					new Replica(directory.resolve("second.log"), temporary(), all));
		}
		catch (IOException ex) {
			this.database.close();
			throw ex;
		}
	}

	/**
	 * Where all replicas keep temporary files, as those of one machine do.
	 * @return the directory
	 */
	public Path temporary() {
		return this.directory.resolve("temporary");
	}

	private Path publicKey() {
		return this.directory.resolve("issuer.pem");
	}

	private String encoded() {
		try {
			return Base64.getMimeEncoder().encodeToString(this.key.rsa().toRSAPublicKey().getEncoded());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * One of the two.
	 * @return the same at each call
	 */
	public Replica first() {
		return this.replicas.getFirst();
	}

	/**
	 * The other one.
	 * @return the same at each call
	 */
	public Replica second() {
		return this.replicas.getLast();
	}

	/**
	 * Both.
	 * @return the first, then the second
	 */
	List<Replica> replicas() {
		return this.replicas;
	}

	/** Starts both replicas at once, and waits until they are ready to serve. */
	public void start() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> starts = new ArrayList<>();
			for (Replica replica : this.replicas) {
				starts.add(threads.submit(() -> {
					replica.start();
					return null;
				}));
			}
			for (Future<?> start : starts) {
				start.get();
			}
		}
	}

	/**
	 * The database, past any replica.
	 * @return the database, which ends with the fleet
	 */
	public LoopbackDatabase database() {
		return this.database;
	}

	/**
	 * A token that every replica takes for an hour.
	 * @param client whose claims it has
	 * @param subject whom it names
	 * @return the token
	 */
	public String token(DemoClient client, String subject) {
		return Tokens.signedBy(this.key, (claims) -> {
			claims.subject(subject);
			client.claims().forEach(claims::claim);
		});
	}

	/**
	 * Asks a replica.
	 * @param replica whom to ask, however often it is started
	 * @param client whose claims to have
	 * @param subject as whom to ask
	 * @return a session
	 */
	public GraphqlSession session(Replica replica, DemoClient client, String subject) {
		return new GraphqlSession(replica.url(), Map.of("Authorization", "Bearer " + token(client, subject)));
	}

	@Override
	public void close() {
		this.replicas.forEach(Replica::kill);
		this.database.close();
	}

}
