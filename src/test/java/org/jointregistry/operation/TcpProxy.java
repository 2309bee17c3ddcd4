package org.jointregistry.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network between the registry and its database that can be cut, stopped and slowed
 * down. Both ends are on loopback.
 */
final class TcpProxy implements AutoCloseable {

	private static final int PIECE = 8192;

	private final int target;

	private final ServerSocket listening;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private volatile State state = State.OPEN;

	private TcpProxy(int target) throws IOException {
		this.target = target;
		this.listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
	}

	/**
	 * Begins to pass connections on.
	 * @param target port of loopback that they lead to
	 * @return an open proxy
	 */
	static TcpProxy to(int target) {
		try {
			TcpProxy proxy = new TcpProxy(target);
			Thread.ofVirtual().start(proxy::accept);
			return proxy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.listening.getLocalPort();
	}

	/**
	 * Changes what the network does from now on, to connections that there are and new
	 * ones.
	 * @param next what it does
	 */
	void turn(State next) {
		this.state = next;
		if (next == State.CUT) {
			this.sockets.forEach(TcpProxy::close);
		}
	}

	private void accept() {
		while (!this.listening.isClosed()) {
			try {
				Socket client = this.listening.accept();
				if (this.state == State.CUT) {
					close(client);
				}
				else {
					Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
					pass(client, server);
					pass(server, client);
				}
			}
			catch (IOException ex) {
				// Whoever connected finds out
			}
		}
	}

	private void pass(Socket from, Socket to) {
		this.sockets.add(from);
		Thread.ofVirtual().start(() -> {
			try (from; to) {
				copy(from.getInputStream(), to.getOutputStream());
			}
			catch (IOException ex) {
				// Cut, or closed by the other end
			}
			finally {
				this.sockets.remove(from);
			}
		});
	}

	private void copy(InputStream from, OutputStream to) throws IOException {
		byte[] piece = new byte[PIECE];
		for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
			State now = this.state;
			while (now == State.STALLED) {
				pause(Duration.ofMillis(20));
				now = this.state;
			}
			if (now == State.SLOW) {
				pause(Duration.ofMillis(50));
			}
			to.write(piece, 0, read);
		}
	}

	private static void pause(Duration time) throws IOException {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		turn(State.CUT);
		try {
			this.listening.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the network does. */
	enum State {

		/** Passes everything on. */
		OPEN,

		/** Passes everything on, a little later. */
		SLOW,

		/** Keeps connections and passes nothing on. */
		STALLED,

		/** Ends all connections and takes no others. */
		CUT

	}

}
