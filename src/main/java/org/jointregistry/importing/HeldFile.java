package org.jointregistry.importing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A temporary file that its process holds for as long as it needs it. A second file
 * beside it is locked meanwhile, which ends with the process however that ends: so
 * whoever starts next tells what a killed one left from what another one needs.
 */
final class HeldFile implements Closeable {

	private static final Logger logger = LoggerFactory.getLogger(HeldFile.class);

	private static final String NAME = "registry-import";

	private static final String LOCK = ".lock";

	/**
	 * Locks of this process, which must not even be opened again: closing them would
	 * unlock them.
	 */
	private static final Set<Path> OWN = new HashSet<>();

	private final Path lock;

	private final FileChannel held;

	private HeldFile(Path lock, FileChannel held) {
		this.lock = lock;
		this.held = held;
	}

	/**
	 * Makes an empty file in the directory for temporary files.
	 * @return the file, to be closed
	 * @throws IOException if there can be none
	 */
	static HeldFile create() throws IOException {
		synchronized (OWN) {
			Path lock = Files.createTempFile(NAME, LOCK);
			FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE);
			OWN.add(lock);
			HeldFile file = new HeldFile(lock, held);
			try {
				held.lock();
				// With the rights of a temporary file
				Files.move(Files.createTempFile(NAME, ""), file.path());
				return file;
			}
			catch (IOException ex) {
				file.close();
				throw ex;
			}
		}
	}

	/**
	 * Where it is.
	 * @return a path that only this file has
	 */
	Path path() {
		return of(this.lock);
	}

	private static Path of(Path lock) {
		return lock.resolveSibling(String.valueOf(lock.getFileName()).replace(LOCK, ""));
	}

	/** Deletes the file. */
	@Override
	public void close() throws IOException {
		synchronized (OWN) {
			try (this.held) {
				Files.deleteIfExists(path());
				Files.deleteIfExists(this.lock);
			}
			finally {
				OWN.remove(this.lock);
			}
		}
	}

	/**
	 * Deletes the files that no process holds any more. Those that cannot be deleted
	 * stay.
	 */
	static void deleteAbandoned() {
		Path directory = Path.of(System.getProperty("java.io.tmpdir"));
		synchronized (OWN) {
			try (DirectoryStream<Path> locks = Files.newDirectoryStream(directory, NAME + "*" + LOCK)) {
				for (Path lock : locks) {
					if (!OWN.contains(lock) && Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
						deleteIfAbandoned(lock);
					}
				}
			}
			catch (IOException ex) {
				logger.warn("{} cannot be looked through for files that were left there", directory);
			}
		}
	}

	private static void deleteIfAbandoned(Path lock) {
		try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS); @Nullable
		FileLock abandoned = other.tryLock()) {
			if (abandoned != null) {
				Files.deleteIfExists(of(lock));
				Files.deleteIfExists(lock);
			}
		}
		catch (IOException ex) {
			logger.warn("{} is left, and cannot be deleted", lock);
		}
	}

}
