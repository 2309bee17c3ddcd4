package org.jointregistry.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it came, kept on disk until it is loaded.
 *
 * @param held where it is kept
 * @param sha256 the hash of its bytes, in hexadecimal
 * @param isWhole whether all of it was taken; false where it is too long
 */
record SentFile(HeldFile held, String sha256, boolean isWhole) implements Closeable {

	/**
	 * Takes a file in.
	 * @param bytes what is sent
	 * @param longest how many bytes are taken at most
	 * @return the file, which is deleted when it is closed
	 * @throws IOException if it is not sent to its end, or cannot be kept
	 */
	static SentFile take(InputStream bytes, long longest) throws IOException {
		HeldFile held = HeldFile.create();
		boolean taken = false;
		try {
			MessageDigest digest = digest();
			boolean whole;
			try (OutputStream file = new DigestOutputStream(Files.newOutputStream(held.path()), digest)) {
				whole = copy(bytes, file, longest);
			}
			taken = true;
			return new SentFile(held, HexFormat.of().formatHex(digest.digest()), whole);
		}
		finally {
			if (!taken) {
				held.close();
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.held.close();
	}

	private static boolean copy(InputStream bytes, OutputStream file, long longest) throws IOException {
		byte[] buffer = new byte[64 * 1024];
		long copied = 0;
		for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
			copied += read;
			if (copied > longest) {
				return false;
			}
			file.write(buffer, 0, read);
		}
		return true;
	}

	/**
	 * The hash of a file that is on disk already.
	 * @param path where it is
	 * @return in hexadecimal
	 * @throws IOException if it cannot be read
	 */
	static String sha256(Path path) throws IOException {
		MessageDigest digest = digest();
		try (InputStream bytes = Files.newInputStream(path);
				OutputStream nowhere = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
			bytes.transferTo(nowhere);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
