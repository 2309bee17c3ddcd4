package org.jointregistry.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Remembers keys by the first 64 bits of their hashes: at most 32 bytes for each, however
 * long it is. That two of a million keys are taken for one is less likely than one in ten
 * million.
 */
final class KeyHashes {

	private static final int FIRST = 1024;

	private final MessageDigest digest;

	/** An open-addressed table, at most half full; 0 is an empty place. */
	private long[] table = new long[FIRST];

	private int size;

	KeyHashes() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Remembers a key.
	 * @param key the key
	 * @return false where it was remembered before
	 */
	boolean add(String key) {
		long hash = ByteBuffer.wrap(this.digest.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
		if (this.size >= this.table.length / 2) {
			grow();
		}
		boolean added = put(this.table, (hash != 0) ? hash : 1);
		this.size += added ? 1 : 0;
		return added;
	}

	private void grow() {
		long[] larger = new long[this.table.length * 2];
		for (long hash : this.table) {
			if (hash != 0) {
				put(larger, hash);
			}
		}
		this.table = larger;
	}

	private static boolean put(long[] table, long hash) {
		int place = (int) hash & (table.length - 1);
		while (table[place] != 0) {
			if (table[place] == hash) {
				return false;
			}
			place = (place + 1) & (table.length - 1);
		}
		table[place] = hash;
		return true;
	}

}
