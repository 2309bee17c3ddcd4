package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.jointregistry.importing.CsvTable.Line;

/**
 * Goes through a file once, and has its rows written chunk by chunk. A row may name rows
 * that come after it: it waits for them, and is written after the last row is.
 */
final class FileWalk {

	private final DraftReader reader;

	private final Lines lines;

	private final Chunk.Writer writer;

	private final int size;

	private final KeyHashes keys = new KeyHashes();

	private final List<Draft> waiting = new ArrayList<>();

	private List<Draft> drafts = new ArrayList<>();

	private List<Finding> findings = new ArrayList<>();

	private int rows;

	private long line;

	/**
	 * Goes through a file.
	 * @param reader reads its rows
	 * @param lines its lines
	 * @param writer has them written
	 * @param size rows of a chunk
	 */
	FileWalk(DraftReader reader, Lines lines, Chunk.Writer writer, int size) {
		this.reader = reader;
		this.lines = lines;
		this.writer = writer;
		this.size = size;
	}

	/**
	 * Has all rows written that are not yet.
	 * @param done the last line that was gone through before; 0 where none was
	 * @param waited lines up to that one that wait
	 */
	void walk(long done, Set<Long> waited) {
		Line next = this.lines.next();
		while (next != null && next.number() <= done) {
			Optional<Draft> draft = read(next);
			if (waited.contains(next.number())) {
				draft.ifPresent(this.waiting::add);
			}
			next = this.lines.next();
		}
		this.findings.clear();
		this.line = done;
		takeUnread();
		walk(next);
		retry();
	}

	private void walk(@Nullable Line first) {
		Line next = first;
		while (next != null) {
			this.rows++;
			this.line = Math.max(this.line, next.number());
			read(next).ifPresent(this.drafts::add);
			if (this.rows >= this.size) {
				write();
			}
			next = this.lines.next();
			takeUnread();
		}
		write();
	}

	private Optional<Draft> read(Line line) {
		Optional<Draft> draft = this.reader.read(line, this.findings);
		if (draft.isPresent() && !this.keys.add(draft.get().key())) {
			this.findings.add(DraftReader.repeated(draft.get()));
			return Optional.empty();
		}
		return draft;
	}

	private void write() {
		if (this.rows > 0) {
			this.waiting.addAll(
					this.writer.write(new Chunk(this.rows, this.line, this.drafts, this.findings, this.waiting, false))
						.waiting());
		}
		this.drafts = new ArrayList<>();
		this.findings = new ArrayList<>();
		this.rows = 0;
	}

	/**
	 * Counts the lines that cannot be read, but for those that were gone through before.
	 */
	private void takeUnread() {
		for (Finding unread : this.lines.takeFindings()) {
			if (unread.line() != null && unread.line() > this.line) {
				this.line = unread.line();
				this.rows++;
				this.findings.add(unread);
			}
		}
	}

	/**
	 * Writes those that waited, as long as there are some whose turn has come.
	 */
	private void retry() {
		int loaded = 1;
		while (loaded > 0 && !this.waiting.isEmpty()) {
			loaded = pass(false);
		}
		if (!this.waiting.isEmpty()) {
			pass(true);
		}
	}

	private int pass(boolean last) {
		int loaded = 0;
		List<Draft> turn = List.copyOf(this.waiting);
		this.waiting.clear();
		for (int from = 0; from < turn.size(); from += this.size) {
			int to = Math.min(turn.size(), from + this.size);
			List<Draft> others = new ArrayList<>(this.waiting);
			others.addAll(turn.subList(to, turn.size()));
			Chunk.Written written = this.writer
				.write(new Chunk(0, this.line, turn.subList(from, to), List.of(), others, last));
			this.waiting.addAll(written.waiting());
			loaded += written.loaded();
		}
		return loaded;
	}

}
