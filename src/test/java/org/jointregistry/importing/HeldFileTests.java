package org.jointregistry.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Temporary files stay for as long as their process holds them. Those of other processes
 * are in {@link KilledImportTests}.
 */
class HeldFileTests {

	private final Path directory = Path.of(System.getProperty("java.io.tmpdir"));

	private final Path left = this.directory.resolve("registry-import-of-a-test");

	private final Path lock = this.directory.resolve("registry-import-of-a-test.lock");

	@AfterEach
	void takeOutWhatTheTestsWrote() throws IOException {
		Files.deleteIfExists(this.left);
		Files.deleteIfExists(this.lock);
	}

	@Test
	void heldFileStaysUntilItIsClosed() throws IOException {
		Path path;
		try (HeldFile file = HeldFile.create()) {
			path = file.path();
			HeldFile.deleteAbandoned();
			assertThat(path).exists();
			assertThat(path.resolveSibling(path.getFileName() + ".lock")).exists();
		}
		assertThat(path).doesNotExist();
		assertThat(path.resolveSibling(path.getFileName() + ".lock")).doesNotExist();
	}

	@Test
	void nobodyElseMayReadIt() throws IOException {
		try (HeldFile file = HeldFile.create()) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
				.isEqualTo("rw-------");
		}
	}

	@Test
	void abandonedFileIsDeleted() throws IOException {
		Files.writeString(this.left, "sent");
		Files.createFile(this.lock);
		HeldFile.deleteAbandoned();
		assertThat(this.left).doesNotExist();
		assertThat(this.lock).doesNotExist();
	}

	@Test
	void lockThatIsALinkIsNotFollowed() throws IOException {
		Files.writeString(this.left, "sent");
		Files.createSymbolicLink(this.lock, this.left);
		HeldFile.deleteAbandoned();
		assertThat(this.left).exists();
		assertThat(Files.exists(this.lock, LinkOption.NOFOLLOW_LINKS)).isTrue();
	}

}
